// Why a change of an edition was not kept: somebody was quicker, or it cannot be. All words that were sent stand in a form that can
// be sent again, to the version that there is now.
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Shell } from '../page.ts'
import { editionAddress, seenFields } from './edition-address.ts'
import type { EditPage, EditProblem } from './edition-edit-view.ts'
import { renderLineChanges } from './edition-versions.ts'

const words = WORDS.editing

/** The part of the page that says so, with what was sent. */
export function renderProblem(
  problem: EditProblem,
  page: Pick<EditPage, 'week' | 'watch' | 'kept'>,
  shell: Shell,
): Html {
  const { kind, message, now, changes = [], sent } = problem
  const told =
    kind === 'stale' && now
      ? html`<h2>${words.stale}</h2><p>${words.staleTold(now.number, now.by)}</p>
${changes.length > 0 && html`<h3>${words.whatTheyDid}</h3>${renderLineChanges(changes)}`}`
      : html`<h2>${words.refused}</h2><p dir="auto">${message ?? ''}</p>`
  return html`<div class="problem" role="alert" id="problem" tabindex="-1">${told}
${renderAgain(sent, page, shell)}</div>`
}

// What can be typed is shown to be read and changed; all else goes along as it was sent.
function renderAgain(sent: EditProblem['sent'], page: Pick<EditPage, 'week' | 'watch' | 'kept'>, shell: Shell): Html {
  const { text, why, ...rest } = sent
  const hidden = Object.entries(rest).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form class="ruling-form" method="post" action="${editionAddress(page, 'edit')}">${seenFields(page.kept.number, shell)}${hidden}
${text !== undefined && html`<p class="field"><label for="own-words">${words.yourWords}</label><textarea id="own-words" name="text" rows="4" dir="auto">${`\n${text}`}</textarea></p>`}
${why !== undefined && html`<p class="field"><label for="own-why">${words.acceptWhy}</label><input id="own-why" name="why" value="${why}" dir="auto"></p>`}
<p class="send"><button class="primary">${words.sendAgain}</button> <a href="${editionAddress(page, 'edit')}">${words.toLatest}</a></p></form>`
}
