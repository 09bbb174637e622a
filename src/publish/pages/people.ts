// People and bodies: those who said something last first, or by name.
import type { PersonLine } from '../../model/listing.ts'
import type { Kind } from '../../model/reading.ts'
import { html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { capital, counted } from '../origin-words.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderField, renderFilterForm } from './filter-form.ts'
import { renderPersonItem } from './items.ts'
import { type Asked, renderChoices, renderItems, renderNarrowed } from './list-frame.ts'

const KINDS: readonly Kind[] = ['person', 'organisation', 'government', 'outlet', 'group']

export interface PeopleView {
  readonly asked: Asked
  readonly items: readonly PersonLine[]
  readonly next?: string
  readonly total: number // on the desk
}

/** The page of people and bodies. */
export function renderPeople({ asked, items, next, total }: PeopleView, links: Links, shell?: Shell): string {
  const words = WORDS.people
  const { begins } = asked.query
  const orders = [{ words: words.said }, { value: 'name', words: words.name }]
  const kinds = [{ words: WORDS.lists.any }, ...KINDS.map((value) => ({ value, words: WORDS.lists.kinds[value] }))]
  const body = html`<header class="masthead"><h1>${words.title}</h1>
<p class="meta">${total > 0 ? words.count(capital(counted(total, words.one, words.many))) : ''}</p></header>
${
  total > 0 &&
  html`${renderChoices(words.kind, 'kind', kinds, asked)}
${renderChoices(WORDS.lists.order, 'order', orders, asked)}
${renderFilterForm(asked, ['kind', 'order'], [renderField({ name: 'begins', label: words.begins, value: begins })])}
${renderNarrowed(begins ? [{ name: 'begins', words: words.beginsSo(begins) }] : [], asked)}`
}
${renderItems(
  items.map((line) => renderPersonItem(line, links)),
  { empty: total === 0 ? words.empty : WORDS.lists.noneSo, next, asked },
)}`
  return renderPage({ title: `${words.title} · Readout`, here: 'people', links, body, ...(shell && { shell }) })
}
