// The reports of a desk, a page of them at a time.
import { countOf } from '../../archive/catalogue/count-of.ts'
import { listOutlets } from '../../archive/catalogue/list-outlets.ts'
import { listReportLines } from '../../archive/catalogue/report-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import type { ReportsView } from '../../publish/pages/reports.ts'
import type { Desk } from '../desk.ts'
import { PAGE_LINES, queryOf } from './page-lines.ts'

export interface ReportsQuery {
  readonly order?: 'came' | undefined
  readonly outlet?: string | undefined
  readonly story?: string | undefined
  readonly since?: string | undefined // the first day
  readonly until?: string | undefined // the last day
  readonly after?: string | undefined
}

/** The page that was asked for. Throws CURSOR_UNKNOWN. */
export async function makeReports({ store }: Pick<Desk, 'store'>, query: ReportsQuery): Promise<ReportsView> {
  const { order = 'printed', since: from, until, outlet, after } = query
  const story = query.story === undefined ? undefined : await findStoryLine(store, query.story)
  const wanted = { order, outlet, story: story?.story ?? query.story, from, until, limit: PAGE_LINES } as const
  const { items, next } = await listReportLines(store, { ...wanted, ...(after && { after }) })
  const { reports: total } = await countOf(store)
  return {
    asked: { path: '/reports', query: queryOf(query) },
    items,
    ...(next && { next }),
    total,
    outlets: listOutlets(store),
    ...(story && { storyTitle: story.title }),
  }
}
