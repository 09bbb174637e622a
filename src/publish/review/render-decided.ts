// One decision as it is listed: who, when, what, on which thing, why, what became of it, and a button that undoes it.
import { mayDo } from '../../model/account.ts'
import type { Ruling } from '../../model/decision.ts'
import type { Instant } from '../../model/id.ts'
import { attribute, type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import { csrfField, type Shell } from '../page.ts'

export const DECIDED_STATES = ['applied', 'not yet applied', 'undone', 'orphan'] as const

export type DecidedState = (typeof DECIDED_STATES)[number]

/** A decision with what became of it. */
export interface DecidedItem {
  readonly number: number
  readonly kind: Ruling['kind']
  readonly by: string
  readonly at: Instant
  readonly why: string
  readonly state: DecidedState
  readonly undoneBy?: number
  readonly undoes?: { readonly number: number; readonly kind: Ruling['kind'] }
  readonly to?: string // what it was made: a name, a kind, the words of a note, a tag, a week, an address
  readonly about: readonly LookedAtItem[] // what was looked at
  readonly on: readonly { readonly called: string; readonly href: string }[] // what it is about now
  readonly gone: readonly LookedAtItem[]
}

export interface LookedAtItem {
  readonly words: string
  readonly report?: string
  readonly href?: string
}

/** Its entry in a list. `at`: the address of the list, to come back to. */
export function renderDecided(item: DecidedItem, shell: Shell | undefined, at: string): Html {
  const { number, kind, by, at: when, why, state, to, undoes } = item
  const words = WORDS.decisions
  return html`<li class="decided ${state.replaceAll(' ', '-')}" id="d${number}" data-item tabindex="-1">
<p><span class="number">${number}</span> <b>${words.kinds[kind]}</b>${undoes && html` <a href="#d${undoes.number}">${words.undoneWhat(undoes.number, words.kinds[undoes.kind])}</a>`}${to !== undefined && html`: <span class="to" dir="auto">${to}</span>`}</p>
<p class="meta"><bdi>${by}</bdi>, <time datetime="${when}">${dayWords(when)}, ${when.slice(11, 16)} UTC</time>. <span class="state">${stateWords(item)}</span></p>
${why !== '' && html`<p class="why"><span class="label">${words.why}:</span> <span dir="auto">${why}</span></p>`}
${item.about.length > 0 && html`<ul class="about">${item.about.map((one) => html`<li>${renderLookedAt(one)}</li>`)}</ul>`}
${item.on.length > 0 && html`<p class="meta">${words.now} ${item.on.map(({ called, href }, i) => html`${i > 0 ? '; ' : ''}${link(href, html`<span dir="auto">${called}</span>`)}`)}</p>`}
${item.gone.length > 0 && html`<p class="meta">${words.gone} ${item.gone.map((one, i) => html`${i > 0 ? '; ' : ''}${renderLookedAt(one)}`)}</p>`}
${renderUndo(item, shell, at)}
</li>`
}

/** The block of a thing's own history; nothing where nothing was decided. `more`: where all of it is listed. */
export function renderHistoryOf(
  items: readonly DecidedItem[],
  shell: Shell | undefined,
  { at, more }: { readonly at: string; readonly more?: string },
): Html {
  if (items.length === 0) return html``
  return html`<section class="history" aria-labelledby="history"><h2 id="history">${WORDS.decisions.history}</h2>
<ol class="decided-list">${items.map((item) => renderDecided(item, shell, at))}</ol>
${more !== undefined && html`<p>${link(more, WORDS.decisions.all)}</p>`}</section>`
}

function stateWords({ state, undoneBy }: DecidedItem): Html {
  const words = WORDS.decisions
  if (state === 'undone' && undoneBy !== undefined) return html`<a href="#d${undoneBy}">${words.undoneBy(undoneBy)}</a>`
  return html`${words.states[state]}`
}

function renderLookedAt({ words, report, href }: LookedAtItem): Html {
  return html`<q dir="auto">${words}</q>${report !== undefined && html` <span class="meta">${WORDS.decisions.in} ${link(href, html`<span dir="auto">${report}</span>`)}</span>`}`
}

// An undoing is undone like any other; what is undone already has nothing left to undo.
function renderUndo({ number, kind, state }: DecidedItem, shell: Shell | undefined, at: string): Html {
  if (!shell || !mayDo(shell.viewer.role, 'reviewer') || state === 'undone' || NOT_HERE.has(kind)) return html``
  const label = WORDS.review.undoes(number, WORDS.decisions.kinds[kind], '')
  return html`<form class="inline" method="post" action="/decide">${csrfField(shell)}<input type="hidden" name="at" value="${at}"><input type="hidden" name="decision" value="${number}"><button class="quiet" name="kind" value="undo" data-key="u" aria-keyshortcuts="u"${attribute('aria-label', label)}>${WORDS.review.action.undo}</button></form>`
}

// A source is paused or removed on its own page; what was kept of an edition is kept; what was removed for good is gone.
const NOT_HERE: ReadonlySet<Ruling['kind']> = new Set(['follow', 'draft', 'issue', 'withdraw'])
