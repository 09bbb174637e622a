// Who took which stance on some claims, without what else hangs on them.
import type { Id } from '../model/id.ts'
import type { Stance } from '../model/timeline.ts'
import type { Store } from './open-store.ts'

/** The stances of one holder on these claims, claim by claim. One query, which parses no row but theirs. */
export function listStancesOf(
  { plain }: Pick<Store, 'plain'>,
  holder: Id<'entity'>,
  claims: readonly Id<'claim'>[],
): Stance[] {
  const rows = plain.rows(
    `select l.record from json_each(?) c cross join derived.linked l indexed by linked_claim on l.claim = c.value
      where l.noun = 'stance' and json_extract(l.record, '$.holder') = ? order by c.key, l.sort, l.id`,
    JSON.stringify(claims),
    holder,
  )
  return rows.map(({ record }) => JSON.parse(String(record)) as Stance)
}
