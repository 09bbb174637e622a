// The page of all that was decided, the last first: by whom, of which kind, on which thing, and what became of it.
import type { Ruling } from '../../model/decision.ts'
import { attribute, type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { renderPage, type Shell } from '../page.ts'
import { DECIDED_STATES, type DecidedItem, type DecidedState, renderDecided } from '../review/render-decided.ts'

/** What the list is narrowed to. */
export interface DecisionFilters {
  readonly by?: string
  readonly kind?: Ruling['kind']
  readonly state?: DecidedState
  readonly noun?: string // with `thing`
  readonly thing?: string // its id
}

export interface DecisionsView {
  readonly items: readonly DecidedItem[]
  readonly next?: string
  readonly asked: DecisionFilters & { readonly after?: string }
  readonly thing?: { readonly called: string; readonly href: string }
  readonly people: readonly string[] // who decided anything
  readonly kinds: readonly Ruling['kind'][] // that there are
  readonly total: number
  readonly harmed: readonly number[] // records that were changed: they do not count
  readonly isCut: boolean // there may be more that fits, further on
}

/** The whole page. */
export function renderDecisions(view: DecisionsView, links: Links, shell: Shell): string {
  const { items, total, harmed, thing, asked, isCut } = view
  const words = WORDS.decisions
  const at = decisionsAddress(asked)
  const empty = isCut ? words.goOn : total === 0 ? words.none : words.noneSo
  const body = html`<h1>${words.title}</h1>
${total > 0 && html`<p class="note">${words.told(total)}</p>`}
${harmed.length > 0 && html`<p class="note" role="alert">${words.harmed(harmed.join(', '))}</p>`}
${thing && html`<p class="meta">${words.onThing} ${link(thing.href, html`<span dir="auto">${thing.called}</span>`)}. ${link(decisionsAddress({ ...asked, noun: '', thing: '', after: '' }), words.lift)}</p>`}
${total > 0 && renderFilters(view)}
${items.length > 0 ? html`<ol class="decided-list">${items.map((item) => renderDecided(item, shell, at))}</ol>` : html`<p class="note">${empty}</p>`}
${renderNext(view)}`
  return renderPage({ shell, title: `${words.title} · ${WORDS.frame.product}`, here: 'decisions', links, body })
}

/** The address of the list, narrowed; what is empty is left out. */
export function decisionsAddress(asked: DecisionsView['asked']): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ''))
  return query.size === 0 ? '/decisions' : `/decisions?${query}`
}

function renderFilters({ asked, people, kinds }: DecisionsView): Html {
  const words = WORDS.decisions
  const select = (name: string, label: string, options: readonly (readonly [value: string, called: string])[]) => {
    const chosen = asked[name as keyof DecisionFilters] ?? ''
    const choices = options.map(
      ([value, called]) => html`<option value="${value}"${value === chosen && html` selected`}>${called}</option>`,
    )
    return html`<p><label for="f-${name}">${label}</label> <select id="f-${name}" name="${name}"><option value="">${words.any}</option>${choices}</select></p>`
  }
  return html`<form class="filters" method="get" action="/decisions">
${asked.thing && html`<input type="hidden" name="noun"${attribute('value', asked.noun)}><input type="hidden" name="thing" value="${asked.thing}">`}
${select(
  'by',
  words.by,
  people.map((name) => [name, name] as const),
)}
${select(
  'kind',
  words.kind,
  kinds.map((kind) => [kind, words.kinds[kind]] as const),
)}
${select(
  'state',
  words.state,
  DECIDED_STATES.map((state) => [state, words.states[state]] as const),
)}
<p><button>${words.show}</button></p></form>`
}

function renderNext({ next, asked }: DecisionsView): Html {
  const words = WORDS.review
  const first = asked.after ? link(decisionsAddress({ ...asked, after: '' }), words.first) : undefined
  if (next === undefined && !first) return html``
  return html`<nav class="pages" aria-label="${words.pages}">${first} ${next !== undefined && html`<a rel="next" href="${decisionsAddress({ ...asked, after: next })}">${words.next}</a>`}</nav>`
}
