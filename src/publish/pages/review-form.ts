// The page of a form for one ruling on one thing: what it is about, what there is to fill in, and why. A form that could not be
// kept comes back with all that was filled in.
import { attribute, type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderHidden } from '../review/render-actions.ts'
import { renderChoices } from '../review/render-choices.ts'
import { renderPassage } from '../review/render-passage.ts'
import { renderRuled } from '../review/render-ruled.ts'
import type { Problem, ReviewForm } from '../review/review-form.ts'
import { formAddress } from '../review/review-target.ts'

/** The whole page. */
export function renderReviewForm(form: ReviewForm, links: Links, shell: Shell): string {
  const { target, action, passage, problem, filled } = form
  const words = WORDS.review
  const heading = action === 'merge' && target.noun === 'entity' ? words.heading.same : words.heading[action]
  const send = action === 'merge' && target.noun === 'entity' ? words.send.same : words.send[action]
  const kind = action === 'merge' && target.noun === 'entity' ? 'same' : action
  const last = action === 'undo' ? target.now.last : undefined
  const body = html`<h1>${heading}</h1>
${problem && renderProblem(problem)}
<div class="about-what">${passage ? renderPassage(passage) : html`<p class="looked-at" dir="auto">${target.label}</p>`}
${renderRuled(target)}</div>
${renderSearch(form)}
<form class="ruling-form" method="post" action="/decide">${renderHidden(target, shell)}<input type="hidden" name="kind" value="${kind}">${last !== undefined && html`<input type="hidden" name="decision" value="${last}">`}
${renderChoices(form)}
<p class="field"><label for="why">${words.why}</label><textarea id="why" name="why" rows="2" maxlength="2000" aria-describedby="why-hint" dir="auto">${'\n'}${filled?.why ?? ''}</textarea><span class="hint" id="why-hint">${words.whyHint}</span></p>
<p class="send"><button class="primary">${problem?.kind === 'stale' ? words.allTheSame : send}</button> ${link(target.at, words.cancel)}</p>
</form>`
  return renderPage({ shell, title: `${heading} · ${WORDS.frame.product}`, here: 'review', links, body })
}

/** The page of a ruling that was not kept and has no form: why, and the way back. */
export function renderRefused(
  problem: Problem,
  { at, links, shell }: { readonly at: string; readonly links: Links; readonly shell: Shell },
): string {
  const words = WORDS.review
  const body = html`<h1>${words.refused}</h1>
${renderProblem(problem)}
<p class="back">${link(at, words.cancel)}</p>`
  return renderPage({ shell, title: `${words.refused} · ${WORDS.frame.product}`, here: 'review', links, body })
}

function renderProblem(problem: Problem): Html {
  const words = WORDS.review
  if (problem.kind === 'refused') {
    return html`<div class="problem" role="alert" id="problem" tabindex="-1"><h2>${words.refused}</h2><p dir="auto">${problem.message}</p></div>`
  }
  const items = problem.decided.map(
    ({ number, kind, by, at, why }) =>
      html`<li>${kindWords(kind)} by <bdi>${by}</bdi> on <time datetime="${at}">${dayWords(at)}, ${at.slice(11, 16)} UTC</time>, <a href="/decisions#d${number}">${words.decisionNumber(number)}</a>: <span dir="auto">${why}</span></li>`,
  )
  return html`<div class="problem" role="alert" id="problem" tabindex="-1"><h2>${words.stale}</h2><p>${words.staleTold}</p><ul class="list">${items}</ul></div>`
}

function kindWords(kind: string): string {
  return (WORDS.decisions.kinds as Readonly<Record<string, string>>)[kind] ?? kind
}

// A search of its own, above the form: what it finds can be chosen there.
function renderSearch({ target, action, people, claims, bearings, search }: ReviewForm): Html {
  if (!people && !claims && !bearings) return html``
  const words = WORDS.review
  return html`<form class="search-form" method="get" action="${formAddress(target, action).split('?')[0] ?? ''}"><input type="hidden" name="do" value="${action}"><input type="hidden" name="at" value="${target.at}">
<label for="q">${people ? words.searchPeople : claims ? words.searchClaims : words.searchBearings}</label> <input type="search" id="q" name="q"${attribute('value', search)} maxlength="200" dir="auto"> <button>${words.search}</button></form>`
}
