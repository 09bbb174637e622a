// The page before an edition is issued, or issued anew as a correction: what stops it, what readers will see otherwise, and why.
import { editionDays } from '../edition-title.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import {
  type EditionPlace,
  editionAddress,
  type KeptVersion,
  renderKeptBy,
  renderState,
  seenFields,
} from './edition-address.ts'
import type { LineChange, Stop } from './edition-edit-view.ts'
import { renderStops } from './edition-stops.ts'
import { renderLineChanges } from './edition-versions.ts'

const words = WORDS.editing

export interface IssueView extends EditionPlace {
  readonly kept: KeptVersion
  readonly printed?: KeptVersion // that readers see: then this is a correction
  readonly stops: readonly Stop[]
  readonly changes: readonly LineChange[] // of the printed version
  readonly why?: string // that was typed before it was refused
  readonly refused?: string
}

/** The page. */
export function renderIssuePage(view: IssueView, links: Links, shell: Shell): string {
  const { watch, kept, printed, stops, changes, refused } = view
  const title = printed ? words.correctIt(editionDays(view)) : words.issueIt(editionDays(view))
  const isSame = printed !== undefined && changes.length === 0
  const body = html`<header class="masthead"><p class="kicker">${watch ? watch.name : WORDS.frame.edition}</p><h1>${title}</h1>
<p class="meta">${renderState(kept.state)} ${renderKeptBy(kept)}</p></header>
${refused !== undefined && html`<div class="problem" role="alert" id="problem" tabindex="-1"><h2>${words.refused}</h2><p dir="auto">${refused}</p></div>`}
<p>${printed ? words.correctAbout : words.issueAbout}</p>
${renderStops({ stops }, editionAddress(view, 'edit'))}
${printed && html`<section aria-labelledby="s-changes"><h2 id="s-changes">${words.compared(kept.number, printed.number)}</h2>${isSame ? html`<p class="note">${words.nothingToCorrect}</p>` : renderLineChanges(changes)}</section>`}
${stops.length === 0 && !isSame && renderForm(view, shell)}
<p class="back"><a href="${editionAddress(view, 'edit')}">${words.backToEditing}</a></p>`
  return renderPage({ shell, title: `${title} · ${WORDS.frame.product}`, here: 'edition', links, body })
}

function renderForm(view: IssueView, shell: Shell): Html {
  const { kept, printed, why = '' } = view
  return html`<form class="ruling-form" method="post" action="${editionAddress(view, 'issue')}">${seenFields(kept.number, shell)}
<p class="field"><label for="why">${printed ? words.correctWhy : words.issueWhy}</label><textarea id="why" name="why" rows="2" maxlength="2000" required aria-describedby="why-hint" dir="auto">${`\n${why}`}</textarea><span class="hint" id="why-hint">${words.whyHint}</span></p>
<p class="send"><button class="primary">${printed ? words.correctNow : words.issueNow}</button></p></form>`
}
