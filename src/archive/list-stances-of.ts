// Who took which stance on some claims, without what else hangs on them. All that hangs on a claim in few reports is looked
// through at once; of one in many, only the reports in which the holder speaks on it.
import { asId, type Id } from '../model/id.ts'
import type { Stance } from '../model/timeline.ts'
import { PLACES } from './catalogue/said-lines.ts'
import { unsought } from './catalogue/walk-lines.ts'
import { listOfTheseDocs } from './linked-parts.ts'
import type { Store } from './open-store.ts'

const FEW_REPORTS = 60 // of a claim
const MOST_LOOKED_AT = 2000 // things said on one claim, or by one holder

/**
 * The stances of one holder on these claims, claim by claim. Of a claim on which thousands of things were said, those among the
 * last that came in, and among the last printed that the holder said.
 */
export function listStancesOf(
  store: Pick<Store, 'plain'>,
  holder: Id<'entity'>,
  claims: readonly Id<'claim'>[],
  few = FEW_REPORTS,
): Stance[] {
  const { plain } = store
  const large = plain.rows(
    'select claim from derived.claim_line where reports > ? and claim in (select value from json_each(?))',
    few,
    JSON.stringify(claims),
  )
  const isLarge = new Set(large.map(({ claim }) => claim))
  const rows = plain.rows(
    `select l.record from json_each(?) c cross join derived.linked l
      where l.claim = c.value and ${unsought('l.noun')} = 'stance' and json_extract(l.record, '$.holder') = ? order by cast(c.key as bigint), l.sort, l.id`,
    JSON.stringify(claims.filter((claim) => !isLarge.has(claim))),
    holder,
  )
  const small = Map.groupBy(
    rows.map(({ record }) => JSON.parse(String(record)) as Stance),
    ({ claim }) => claim,
  )
  return claims.flatMap((claim) => (isLarge.has(claim) ? listOnLarge(store, holder, claim) : (small.get(claim) ?? [])))
}

function listOnLarge(store: Pick<Store, 'plain'>, holder: Id<'entity'>, claim: Id<'claim'>): Stance[] {
  const { plain } = store
  const ofReport = `join derived.report_line r on r.first = c.n / ${PLACES}`
  const rows = plain.rows(
    `select distinct r.doc from (select n from derived.said_claim where claim = ? order by n desc limit ?) c
      cross join derived.said_who w ${ofReport} where w.n = c.n and ${unsought('w.entity')} = ?`,
    claim,
    MOST_LOOKED_AT,
    holder,
  )
  const hasMore = 'select 1 from derived.said_claim where claim = ? limit 1 offset ?'
  if (plain.rows(hasMore, claim, MOST_LOOKED_AT).length > 0) {
    const lately = 'select n from derived.said_who where entity = ? order by printed desc, n desc limit ?'
    const sql = `select distinct r.doc from (${lately}) w
      cross join derived.said_claim c ${ofReport} where c.claim = ? and c.n = w.n`
    rows.push(...plain.rows(sql, holder, MOST_LOOKED_AT, claim))
  }
  const docs = rows.map(({ doc }) => asId<'doc'>(String(doc)))
  return listOfTheseDocs(store, docs, ['stance'], claim).stance.filter((one) => one.holder === holder)
}
