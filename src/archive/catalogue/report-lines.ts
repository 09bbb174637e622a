// Reports in flat lines.
import { asId } from '../../model/id.ts'
import type { Listed, ReportLine, WantedPage } from '../../model/listing.ts'
import type { Row } from '../statement.ts'
import type { Store } from '../store.ts'
import { equal, given, type Order, walkLines, within } from './walk-lines.ts'

/** Which reports; `from` and `until`: the first and the last day of printing, or of coming in where that is the order. */
export interface WantedReports extends WantedPage {
  readonly order: 'printed' | 'came'
  readonly outlet?: string | undefined
  readonly story?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const ORDERS: Readonly<Record<WantedReports['order'], Order>> = {
  printed: { name: 'reports by printing', key: ['printed', 'first'], kinds: ['string', 'number'] },
  came: { name: 'reports by coming', key: ['first_at', 'first'], kinds: ['string', 'number'] },
}

/** Reports, the newest first; the undated last of those by printing. */
export async function listReportLines(store: Pick<Store, 'plain'>, wanted: WantedReports): Promise<Listed<ReportLine>> {
  const { order, outlet, story, from, until } = wanted
  const where = [
    ...equal('outlet', outlet),
    ...equal('story', story),
    ...within(order === 'came' ? 'first_at' : 'printed', from, until),
  ]
  return walkLines(store, ORDERS[order], { select: '*', from: 'derived.report_line', where }, wanted, asReportLine)
}

/** The report of this name or doc. */
export async function findReportLine(
  { plain }: Pick<Store, 'plain'>,
  nameOrDoc: string,
): Promise<ReportLine | undefined> {
  const [row] = plain.rows(
    `select * from derived.report_line where doc = ? union all select * from derived.report_line where name = ? limit 1`,
    nameOrDoc,
    nameOrDoc,
  )
  return row && asReportLine(row)
}

/** A row as a line. */
export function asReportLine(row: Row): ReportLine {
  const { doc, name, first, first_at, title, outlet, printed, language, url, said, story, is_later } = row
  return {
    doc: asId<'doc'>(String(doc)),
    name: String(name),
    first: Number(first),
    firstAt: String(first_at),
    ...(given(title) && { title }),
    ...(given(outlet) && { outlet }),
    ...(given(printed) && { published: printed }),
    language: String(language),
    ...(given(url) && { url }),
    said: Number(said),
    ...(given(story) && { story: asId<'story'>(story) }),
    ...(is_later === 1 && { isLater: true }),
  }
}
