// Claims in flat lines.
import { asId } from '../../model/id.ts'
import type { ClaimLine, Listed, WantedPage } from '../../model/listing.ts'
import type { Standing } from '../../model/timeline.ts'
import type { Row } from '../statement.ts'
import type { Store } from '../store.ts'
import { findNow } from './former.ts'
import { type Condition, equal, FEW, given, isFew, type Order, tried, walkLines, within } from './walk-lines.ts'

/**
 * Which claims. `from` and `until`: the first and the last day of what the order goes by; by reach, of first printing.
 * `isTurned`: only those whose standing has changed.
 */
export interface WantedClaims extends WantedPage {
  readonly order: 'printed' | 'changed' | 'reach' | 'latest'
  readonly standing?: Standing | undefined
  readonly story?: string | undefined
  readonly entity?: string | undefined
  readonly isTurned?: boolean | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
}

const ORDERS: Readonly<Record<WantedClaims['order'], Order>> = {
  printed: { name: 'claims by first printing', key: ['first_printed', 'claim'], kinds: ['string', 'string'] },
  changed: { name: 'claims by change', key: ['standing_since', 'claim'], kinds: ['string', 'string'] },
  latest: { name: 'claims by last printing', key: ['last_printed', 'claim'], kinds: ['string', 'string'] },
  reach: { name: 'claims by reach', key: ['reports', 'claim'], kinds: ['number', 'string'] },
}

/** Claims, the newest or those of most reports first; the undated last. */
export async function listClaimLines(
  store: Pick<Store, 'plain'>,
  wanted: WantedClaims,
  few = FEW,
): Promise<Listed<ClaimLine>> {
  const { order } = wanted
  const query = { select: '*', from: 'derived.claim_line', where: conditionsOf(store, wanted, few) }
  return walkLines(store, ORDERS[order], query, wanted, asClaimLine)
}

function conditionsOf(
  store: Pick<Store, 'plain'>,
  { order, standing, story, entity, isTurned, from, until }: WantedClaims,
  few: number,
): Condition[] {
  const [column = ''] = ORDERS[order === 'reach' ? 'printed' : order].key
  const days = within(column, from, until)
  const turned: Condition[] = isTurned ? [['standing_before is not null']] : []
  const others = [...equal('standing', standing), ...equal('story', story)]
  if (entity !== undefined) {
    const own = 'select claim from derived.claim_entity where entity = ?'
    if (isFew(store, few, own, entity))
      return [[`claim in (${own})`, entity], ...tried([...others, ...days]), ...turned]
    const isOf = 'exists (select 1 from derived.claim_entity e where e.entity = ? and e.claim = claim_line.claim)'
    return [...others, ...days, ...turned, [isOf, entity]]
  }
  if (order !== 'reach' || days.length === 0 || story !== undefined) return [...others, ...days, ...turned]
  const select = `select 1 from derived.claim_line where ${days.map(([sql]) => sql).join(' and ')}`
  const isShort = isFew(store, few, select, ...days.flatMap(([, ...values]) => values))
  return [...others, ...(isShort ? days : tried(days)), ...turned]
}

/** The claim of this id, or of one that it had before. */
export async function findClaimLine(store: Pick<Store, 'plain'>, id: string): Promise<ClaimLine | undefined> {
  const find = (own: string): Row | undefined =>
    store.plain.rows('select * from derived.claim_line where claim = ?', own)[0]
  const row = find(id) ?? find(findNow(store, 'claim', id) ?? '')
  return row && asClaimLine(row)
}

/** The claims of these ids, each under the id that was asked for; what is nobody's is left out. One query where none is a former one. */
export async function findClaimLines(
  store: Pick<Store, 'plain'>,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, ClaimLine>> {
  const wanted = [...new Set(ids)]
  const rows = store.plain.rows(
    'select * from derived.claim_line where claim in (select value from json_each(?))',
    JSON.stringify(wanted),
  )
  const found = new Map<string, ClaimLine>(rows.map((row) => [String(row.claim), asClaimLine(row)]))
  for (const id of wanted) {
    const line = found.has(id) ? undefined : await findClaimLine(store, id)
    if (line) found.set(id, line)
  }
  return found
}

/** A row as a line. */
export function asClaimLine(row: Row): ClaimLine {
  const { standing_before, standing_since, first_printed, last_printed, story } = row
  return {
    claim: asId<'claim'>(String(row.claim)),
    wording: String(row.wording),
    standing: row.standing as Standing,
    ...(given(standing_before) && { standingBefore: standing_before as Standing }),
    ...(given(standing_since) && { standingSince: standing_since }),
    ...(given(first_printed) && { firstPrinted: first_printed }),
    ...(given(last_printed) && { lastPrinted: last_printed }),
    reports: Number(row.reports),
    atLeast: Number(row.at_least),
    atMost: Number(row.at_most),
    unknown: Number(row.unknown),
    denied: Number(row.denied),
    declined: Number(row.declined),
    confirmed: Number(row.confirmed),
    altered: Number(row.altered),
    ...(given(story) && { story: asId<'story'>(story) }),
  }
}
