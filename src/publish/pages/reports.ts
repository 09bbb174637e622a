// The reports of the desk, by printing or as they came in, narrowed to an outlet, a story or days.
import type { ReportLine } from '../../model/listing.ts'
import { html } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import { capital, counted } from '../origin-words.ts'
import { renderPage, type Shell } from '../page.ts'
import { renderField, renderFilterForm } from './filter-form.ts'
import { renderReportItem } from './items.ts'
import { type Asked, renderChoices, renderItems, renderNarrowed } from './list-frame.ts'

export interface ReportsView {
  readonly asked: Asked
  readonly items: readonly ReportLine[]
  readonly next?: string
  readonly total: number // on the desk
  readonly outlets: readonly string[] // known ones, to choose from
  readonly storyTitle?: string // of the story that the list is narrowed to
}

/** The page of reports. */
export function renderReports(view: ReportsView, links: Links, shell?: Shell): string {
  const { asked, items, next, total, outlets, storyTitle } = view
  const { outlet, story, since, until } = asked.query
  const words = WORDS.reports
  const isNarrowed = Boolean(outlet ?? story ?? since ?? until)
  const narrowed = [
    ...(outlet ? [{ name: 'outlet', words: outlet }] : []),
    ...(story ? [{ name: 'story', words: storyTitle ?? story }] : []),
    ...(since ? [{ name: 'since', words: `${WORDS.lists.fromDay} ${since}` }] : []),
    ...(until ? [{ name: 'until', words: `${WORDS.lists.untilDay} ${until}` }] : []),
  ]
  const orders = [{ words: words.printed }, { value: 'came', words: words.came }]
  const body = html`<header class="masthead"><h1>${words.title}</h1>
<p class="meta">${total > 0 ? words.count(capital(counted(total, 'report'))) : ''}</p></header>
${
  total > 0 &&
  html`${renderChoices(WORDS.lists.order, 'order', orders, asked)}
${renderFilterForm(
  asked,
  ['order', 'story'],
  [
    renderField({ name: 'outlet', label: WORDS.lists.outlet, value: outlet, options: outlets }),
    renderField({ name: 'since', label: WORDS.lists.fromDay, value: since, type: 'date' }),
    renderField({ name: 'until', label: WORDS.lists.untilDay, value: until, type: 'date' }),
  ],
)}
${renderNarrowed(narrowed, asked)}`
}
${renderItems(
  items.map((line) => renderReportItem(line, links)),
  { empty: total === 0 || !isNarrowed ? words.empty : WORDS.lists.noneSo, next, asked },
)}`
  return renderPage({ title: `${words.title} · Readout`, here: 'reports', links, body, ...(shell && { shell }) })
}
