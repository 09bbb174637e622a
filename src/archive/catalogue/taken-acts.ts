// What somebody did to claims, as the catalogue has it.
import type { TakenAct } from '../../model/listing.ts'
import type { Store } from '../open-store.ts'
import { EACH } from './bulk.ts'

/** By claim: each act of this holder once a day, in the order of printing. Of claims on which none was taken, nothing. */
export function findTaken(
  { plain }: Pick<Store, 'plain'>,
  holder: string,
  claims: readonly string[],
): ReadonlyMap<string, readonly TakenAct[]> {
  const sql = `select claim, acts from derived.claim_entity where entity = ? and acts <> '[]' and claim in (${EACH})`
  const rows = plain.rows(sql, holder, JSON.stringify(claims))
  return new Map(rows.map(({ claim, acts }) => [String(claim), JSON.parse(String(acts)) as TakenAct[]]))
}
