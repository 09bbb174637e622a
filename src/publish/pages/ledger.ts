// The ledger: every claim with where it stands and the number of its origins as an interval, by printing, by what changed
// last, or by how many reports put it forward.
import type { ClaimLine } from '../../model/listing.ts'
import { STANDINGS } from '../../model/timeline.ts'
import { type Html, html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { capital, counted } from '../origin-words.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderField, renderFilterForm } from './filter-form.ts'
import { renderClaimItem } from './items.ts'
import { type Asked, renderChoices, renderItems, renderNarrowed } from './list-frame.ts'
import { renderDay } from './time.ts'

export interface LedgerView {
  readonly asked: Asked
  readonly items: readonly ClaimLine[]
  readonly next?: string
  readonly total: number // on the desk
  readonly storyTitle?: string // of the story that the list is narrowed to
  readonly entityName?: string // of the person or body that it is narrowed to
}

/** The page of claims. */
export function renderLedgerPage(view: LedgerView, links: Links, shell?: Shell): string {
  const { asked, items, next, total } = view
  const { order, since, until } = asked.query
  const words = WORDS.ledger
  const narrowed = listNarrowed(view)
  const orders = [
    { words: words.printed },
    { value: 'changed', words: words.changed },
    { value: 'reach', words: words.reach },
  ]
  const standings = [{ words: WORDS.lists.any }, ...STANDINGS.map((value) => ({ value, words: value }))]
  const body = html`<header class="masthead"><h1>${words.title}</h1>
<p class="meta">${total > 0 ? `${capital(counted(total, 'claim'))}. ${words.about}` : ''}</p></header>
${
  total > 0 &&
  html`${renderChoices(words.standing, 'standing', standings, asked)}
${renderChoices(WORDS.lists.order, 'order', orders, asked)}
${renderFilterForm(
  asked,
  ['standing', 'order', 'story', 'entity'],
  [
    renderField({ name: 'since', label: WORDS.lists.fromDay, value: since, type: 'date' }),
    renderField({ name: 'until', label: WORDS.lists.untilDay, value: until, type: 'date' }),
  ],
)}
${renderNarrowed(narrowed, asked)}`
}
${renderItems(
  items.map((line) => renderClaimItem(line, links, order === 'changed' ? { more: renderChange(line) } : {})),
  { empty: total === 0 ? words.empty : WORDS.lists.noneSo, next, asked },
)}`
  return renderPage({ title: `${words.title} · Readout`, here: 'ledger', links, body, ...(shell && { shell }) })
}

function listNarrowed({ asked: { query }, storyTitle, entityName }: LedgerView): { name: string; words: string }[] {
  const { story, entity, since, until } = query
  return [
    ...(story ? [{ name: 'story', words: storyTitle ?? story }] : []),
    ...(entity ? [{ name: 'entity', words: entityName ?? entity }] : []),
    ...(since ? [{ name: 'since', words: `${WORDS.lists.fromDay} ${since}` }] : []),
    ...(until ? [{ name: 'until', words: `${WORDS.lists.untilDay} ${until}` }] : []),
  ]
}

/** "reported before; contested since 5 March 2031" */
function renderChange({ standing, standingBefore, standingSince }: ClaimLine): Html {
  if (standingSince === undefined) return html``
  return html`<p class="change">${standingBefore && html`${WORDS.ledger.before(standingBefore)} `}${WORDS.ledger.since(standing)} ${renderDay(standingSince)}</p>`
}
