// Which reports are of a week, and what there was before it: read off the catalogue.
import type { Doc } from '../model/doc.ts'
import { type Edge, isBefore } from '../model/edge.ts'
import { asId, type Day, type Id, type Instant } from '../model/id.ts'
import type { Store } from './store.ts'

type Print = Pick<Doc, 'published' | 'title'>

export interface FoundWeek {
  readonly docs: readonly Id<'doc'>[] // printed from the first day on and before the last, in log order
  readonly undated: readonly Id<'doc'>[]
  readonly later: ReadonlySet<Id<'doc'>> // of both, those that are later versions of a page
  readonly hadEarlier: boolean // reports were printed before
  readonly knewClaims: boolean // claims, too
}

/** The reports printed between the edges, and what was known before. Quick questions, however many reports there are. */
export function findWeek(store: Pick<Store, 'plain'>, { from, until }: { from: Edge; until: Edge }): FoundWeek {
  const { plain } = store
  const dated = listBetween(store, { from, until })
  const undated = plain.rows("select doc, is_later from derived.report_line where printed = '' order by first")
  const isThere = (table: string, printed: string): boolean => {
    const sql = `select 1 from derived.${table} where ${printed} > '' and ${printed} < ? and ${printed} <> ? limit 1`
    return plain.rows(sql, from.at, midnightOf(from)).length > 0
  }
  const idOf = ({ doc }: Record<string, unknown>): Id<'doc'> => asId<'doc'>(String(doc))
  return {
    docs: dated.map(idOf),
    undated: undated.map(idOf),
    later: new Set([...dated, ...undated].filter((row) => row.is_later === 1).map(idOf)),
    hadEarlier: isThere('report_line', 'printed'),
    knewClaims: isThere('claim_line', 'first_printed'),
  }
}

// In log order. A day alone stands at its midnight in UTC, which may lie beyond an edge elsewhere.
function listBetween(
  { plain }: Pick<Store, 'plain'>,
  { from, until }: { from: Edge; until: Edge },
): Record<string, unknown>[] {
  const [first, end] = [from.at < from.day ? from.at : from.day, until.at > until.day ? until.at : until.day]
  const sql = 'select doc, is_later, printed from derived.report_line where printed >= ? and printed < ? order by first'
  return plain.rows(sql, first, end).filter((row) => {
    const printed = String(row.printed)
    return !isBefore(printed, from) && isBefore(printed, until)
  })
}

function midnightOf({ day }: Edge): Instant {
  return `${day}T00:00:00.000Z`
}

/** The reports printed from the edge on. */
export function listPrintedFrom({ plain }: Pick<Store, 'plain'>, from: Edge): Set<Id<'doc'>> {
  const first = from.at < from.day ? from.at : from.day
  const rows = plain.rows('select doc, printed from derived.report_line where printed >= ?', first)
  const late = rows.filter(({ printed }) => !isBefore(String(printed), from))
  return new Set(late.map(({ doc }) => asId<'doc'>(String(doc))))
}

/** How many reports were printed between the edges. */
export function countBetween(store: Pick<Store, 'plain'>, edges: { from: Edge; until: Edge }): number {
  return listBetween(store, edges).length
}

/** The stories that these reports stand in, and when and under which headline all reports of them were printed. */
export function listStoryPrints(
  { plain }: Pick<Store, 'plain'>,
  docs: readonly Id<'doc'>[],
): { stories: Id<'story'>[]; prints: ReadonlyMap<Id<'doc'>, Print> } {
  const rows = plain.rows(
    `select o.story from json_each(?) d join derived.story_of o on o.doc = d.value order by cast(d.key as bigint)`,
    JSON.stringify(docs),
  )
  const stories = [...new Set(rows.map(({ story }) => asId<'story'>(String(story))))]
  const prints = plain.rows(
    `select o.doc, r.printed, r.title from json_each(?) s join derived.story_of o on o.story = s.value
      join derived.report_line r on r.doc = o.doc`,
    JSON.stringify(stories),
  )
  return { stories, prints: new Map(prints.map((row) => [asId<'doc'>(String(row.doc)), asPrint(row)])) }
}

/** How many reports were printed on each day that has any, the undated apart. */
export function listDays({ plain }: Pick<Store, 'plain'>): { day: Day; reports: number }[] {
  const day = 'substr(printed, 1, 10)'
  const rows = plain.rows(
    `select ${day} as day, count(*) as reports from derived.report_line where printed > '' group by ${day} order by ${day}`,
  )
  return rows.map((row) => ({ day: String(row.day), reports: Number(row.reports) }))
}

/** When the last dated report was printed; undefined where none bears a date. */
export function findLatestPrinted({ plain }: Pick<Store, 'plain'>, now: Instant): Instant | undefined {
  const sql = 'select max(printed) as last from derived.report_line'
  const tomorrow = new Date(Date.parse(now) + DAY_MS).toISOString()
  const [current] = plain.rows(`${sql} where printed <= ?`, tomorrow)
  const last = current?.last || plain.rows(sql)[0]?.last
  return last ? String(last) : undefined
}

const DAY_MS = 86_400_000

function asPrint({ printed, title }: Record<string, unknown>): Print {
  return { ...(printed !== '' && { published: String(printed) }), ...(title !== null && { title: String(title) }) }
}
