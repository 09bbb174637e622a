// What was said, in flat lines.
import type { Act } from '../../model/act.ts'
import type { SourceKind } from '../../model/attribution.ts'
import { asId } from '../../model/id.ts'
import type { Listed, SaidLine, WantedPage } from '../../model/listing.ts'
import type { Row } from '../statement.ts'
import type { Store } from '../store.ts'
import { EACH_NUMBER } from './bulk.ts'
import {
  type Condition,
  equal,
  FEW,
  given,
  isFew,
  type Order,
  tried,
  unsought,
  walkLines,
  within,
} from './walk-lines.ts'

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

/** A thing said is numbered by its report in the log and its place in the reading: so many places has one. */
export const PLACES = 2 ** 20
const SELECT = 's.*, r.doc, r.name'
const OF_REPORT = `join derived.report_line r on r.first = s.n / ${PLACES}`

const PRINTED: Order = { name: 'said by printing', key: ['s.printed', 's.n'], kinds: ['string', 'number'] }
const DOUBT: Order = { name: 'said by doubt', key: ['s.confidence', 's.n'], kinds: ['number', 'number'], isUp: true }
// The same of few: they are found otherwise and sorted, so that no store walks the index of doubts for them.
const FEW_BY_DOUBT: Order = { ...DOUBT, key: [unsought('s.confidence'), 's.n'] }

/** What was said, newest printing first, or what is most in doubt first. */
export async function listSaid(store: Pick<Store, 'plain'>, wanted: WantedSaid, few = FEW): Promise<Listed<SaidLine>> {
  const { order, from, where } = planOf(store, wanted, few)
  const page = walkLines(store, order, { select: SELECT, from, where }, wanted, (row) => row)
  return { ...page, items: asSaidLines(store, page.items) }
}

interface Plan {
  readonly order: Order
  readonly from: string
  readonly where: readonly Condition[]
}

// By what narrows most: a report or story, a claim, somebody; else by the index of what is asked for.
function planOf(store: Pick<Store, 'plain'>, wanted: WantedSaid, few: number): Plan {
  const { order, entity, story, claim, doc } = wanted
  const isPrinted = order === 'printed'
  const own = conditionsOf(wanted)
  const speaks: Condition[] = entity === undefined ? [] : [[SPEAKS, entity]]
  const bears: Condition[] = claim === undefined ? [] : [[BEARS, claim]]
  if (doc !== undefined || story !== undefined) {
    const where = [...equal('o.doc', doc), ...equal('o.story', story), IN_REPORT, ...tried(own), ...speaks, ...bears]
    return {
      order: isPrinted ? { ...PRINTED, key: ['o.printed', 's.n'] } : FEW_BY_DOUBT,
      from: `derived.report_line o cross join derived.said s ${OF_REPORT}`,
      where,
    }
  }
  if (claim !== undefined) {
    const among: Condition = ['s.n in (select n from derived.said_claim where claim = ?)', claim]
    return {
      order: isPrinted ? PRINTED : FEW_BY_DOUBT,
      from: `derived.said s ${OF_REPORT}`,
      where: [among, ...tried(own), ...speaks],
    }
  }
  if (entity !== undefined && isRareBeside(store, wanted, few)) {
    return {
      order: isPrinted ? PRINTED : FEW_BY_DOUBT,
      from: `derived.said s ${OF_REPORT}`,
      where: [...own, ...speaks],
    }
  }
  if (
    entity !== undefined &&
    (isPrinted || isFew(store, few, 'select n from derived.said_who where entity = ?', entity))
  ) {
    const days = within('w.printed', wanted.from, wanted.until)
    return {
      order: isPrinted ? { ...PRINTED, key: ['w.printed', 'w.n'] } : FEW_BY_DOUBT,
      from: `derived.said_who w cross join derived.said s ${OF_REPORT}`,
      where: [['w.entity = ?', entity], ['s.n = w.n'], ...days, ...tried(own)],
    }
  }
  const from = `derived.said s ${OF_REPORT}`
  const below = wanted.confidenceBelow
  if (!isPrinted) {
    const days = within('printed', wanted.from, wanted.until)
    const inDays = `select 1 from derived.report_line where ${days.map(([sql]) => sql).join(' and ')}`
    const isShort = days.length > 0 && isFew(store, few, inDays, ...days.flatMap(([, ...values]) => values))
    const doubted: Condition[] = below === undefined ? [] : [['s.confidence < ?', below]]
    return { order: DOUBT, from, where: [...(isShort ? own : tried(own)), ...doubted, ...speaks] }
  }
  const isRare = below !== undefined && isFew(store, few, 'select 1 from derived.said where confidence < ?', below)
  if (!isRare) return { order: PRINTED, from, where: own }
  // few: they are found by their doubt and sorted, however many were printed
  const sorted: Order = { ...PRINTED, key: [unsought('s.printed'), 's.n'] }
  return { order: sorted, from, where: [...tried(own), ['s.confidence < ?', below]] }
}

// True where somebody says more than is said of this kind, with this act, or in this outlet by all together.
function isRareBeside(store: Pick<Store, 'plain'>, { entity, kind, act, outlet }: WantedSaid, few: number): boolean {
  const others = [...equal('kind', kind), ...equal('act', act), ...equal('outlet', outlet)]
  if (others.length === 0 || isFew(store, few, 'select 1 from derived.said_who where entity = ?', entity)) return false
  return others.some(([sql, ...values]) => isFew(store, few, `select 1 from derived.said where ${sql}`, ...values))
}

const IN_REPORT: Condition = [`s.n >= o.first * ${PLACES} and s.n < (o.first + 1) * ${PLACES}`]
const SPEAKS = 'exists (select 1 from derived.said_who w where w.entity = ? and w.printed = s.printed and w.n = s.n)'
const BEARS = 'exists (select 1 from derived.said_claim c where c.claim = ? and c.n = s.n)'

/** What was said by the id of its attribution. */
export async function findSaid(store: Pick<Store, 'plain'>, attribution: string): Promise<SaidLine | undefined> {
  const sql = `select ${SELECT} from derived.said s ${OF_REPORT} where s.attribution = ? limit 1`
  return asSaidLines(store, store.plain.rows(sql, attribution))[0]
}

function conditionsOf({ kind, act, outlet, from, until, confidenceBelow }: SaidFilters): Condition[] {
  return [
    ...equal('s.kind', kind),
    ...equal('s.act', act),
    ...equal('s.outlet', outlet),
    ...within('s.printed', from, until),
    ...(confidenceBelow === undefined ? [] : [[`${unsought('s.confidence')} < ?`, confidenceBelow] as const]),
  ]
}

/** Rows of `said` with doc and name of their reports as lines. */
export function asSaidLines({ plain }: Pick<Store, 'plain'>, rows: readonly Row[]): SaidLine[] {
  const list = JSON.stringify(rows.map(({ n }) => n))
  const those = `n in (${EACH_NUMBER})`
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
