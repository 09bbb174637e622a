// What was said, in flat lines.
import type { Act } from '../../model/act.ts'
import type { SourceKind } from '../../model/attribution.ts'
import { asId } from '../../model/id.ts'
import type { Listed, SaidLine, WantedPage } from '../../model/listing.ts'
import type { Row } from '../connection.ts'
import type { Store } from '../open-store.ts'
import { type Condition, equal, given, type Order, walkLines, within } from './walk-lines.ts'

/** Which of what was said; `from` and `until`: the first and the last day of printing. */
export interface WantedSaid extends WantedPage, SaidFilters {
  readonly order: 'printed' | 'doubt'
}

export interface SaidFilters {
  readonly entity?: string | undefined
  readonly kind?: SourceKind | undefined
  readonly act?: Act | undefined
  readonly outlet?: string | undefined
  readonly story?: string | undefined
  readonly claim?: string | undefined
  readonly doc?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly confidenceBelow?: number | undefined
}

const PRINTED: Order = { name: 'said by printing', key: ['s.printed', 's.n'], kinds: ['string', 'number'] }
const DOUBT: Order = { name: 'said by doubt', key: ['s.confidence', 's.n'], kinds: ['number', 'number'], isUp: true }
const BY_WHO: Order = { ...PRINTED, key: ['w.printed', 'w.n'] }

export const PLACES = 2 ** 20 // in one reading
const OF_REPORT = `join derived.report_line r on r.first = s.n / ${PLACES}`

/** What was said, newest printing first, or what is most in doubt first. */
export async function listSaid(store: Pick<Store, 'plain'>, wanted: WantedSaid): Promise<Listed<SaidLine>> {
  const isByWho = wanted.entity !== undefined && wanted.order === 'printed'
  const order = wanted.order === 'doubt' ? DOUBT : isByWho ? BY_WHO : PRINTED
  const from = isByWho
    ? `derived.said_who w cross join derived.said s on s.n = w.n ${OF_REPORT}`
    : `derived.said s ${OF_REPORT}`
  const where = conditionsOf(wanted, isByWho)
  const page = walkLines(store, order, { select: SELECT, from, where }, wanted, (row) => row)
  return { ...page, items: asSaidLines(store, page.items) }
}

/** What was said by the id of its attribution. */
export async function findSaid(store: Pick<Store, 'plain'>, attribution: string): Promise<SaidLine | undefined> {
  const sql = `select ${SELECT} from derived.said s ${OF_REPORT} where s.attribution = ? limit 1`
  return asSaidLines(store, store.plain.rows(sql, attribution))[0]
}

const SELECT = 's.*, r.doc, r.name'

function conditionsOf(
  { entity, kind, act, outlet, story, claim, doc, from, until, confidenceBelow }: SaidFilters,
  isByWho: boolean,
): Condition[] {
  return [
    ...equal('s.kind', kind),
    ...equal('s.act', act),
    ...equal('s.outlet', outlet),
    ...within(isByWho ? 'w.printed' : 's.printed', from, until),
    ...(confidenceBelow === undefined ? [] : [['s.confidence < ?', confidenceBelow] as const]),
    ...(isByWho ? equal('w.entity', entity) : among('select n from derived.said_who where entity = ?', entity)),
    ...among('select n from derived.said_claim where claim = ?', claim),
    ...among(inReports('story = ?'), story),
    ...among(inReports('doc = ?'), doc),
  ]
}

function inReports(condition: string): string {
  return `select x.n from derived.report_line o cross join derived.said x
    on x.n >= o.first * ${PLACES} and x.n < (o.first + 1) * ${PLACES} where o.${condition}`
}

function among(select: string, value: string | undefined): Condition[] {
  return value === undefined ? [] : [[`s.n in (${select})`, value]]
}

/** Rows of `said` with doc and name of their reports as lines. */
export function asSaidLines({ plain }: Pick<Store, 'plain'>, rows: readonly Row[]): SaidLine[] {
  const list = JSON.stringify(rows.map(({ n }) => n))
  const those = 'n in (select value from json_each(?))'
  const whoOf = groupByNumber(
    plain.rows(`select n, entity as id from derived.said_who where ${those} order by entity`, list),
  )
  const claimsOf = groupByNumber(
    plain.rows(`select n, claim as id from derived.said_claim where ${those} order by claim`, list),
  )
  return rows.map(
    ({ n, outlet, printed, ...row }): SaidLine => ({
      doc: asId<'doc'>(String(row.doc)),
      name: String(row.name),
      attribution: asId<'attribution'>(String(row.attribution)),
      who: (whoOf.get(n) ?? []).map(asId<'entity'>),
      source: String(row.source),
      kind: row.kind as SourceKind,
      act: row.act as Act,
      form: row.form as SaidLine['form'],
      ...(given(outlet) && { outlet }),
      ...(given(printed) && { published: printed }),
      confidence: Number(row.confidence),
      words: String(row.words),
      start: Number(row.start_at),
      end: Number(row.end_at),
      claims: (claimsOf.get(n) ?? []).map(asId<'claim'>),
    }),
  )
}

function groupByNumber(rows: readonly Row[]): ReadonlyMap<unknown, string[]> {
  const groups = new Map<unknown, string[]>()
  for (const { n, id } of rows) {
    const group = groups.get(n)
    if (group) group.push(String(id))
    else groups.set(n, [String(id)])
  }
  return groups
}
