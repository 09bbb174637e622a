// What somebody did to claims, as the catalogue has it; where it is not written there yet, as it follows from the stances.
import { listTaken } from '../../model/list-taken.ts'
import type { TakenAct } from '../../model/listing.ts'
import type { Stance } from '../../model/timeline.ts'
import type { Store } from '../store.ts'
import { EACH } from './bulk.ts'

/** By claim: each act of this holder once a day, in the order of printing. Of claims on which none was taken, nothing. */
export function findTaken(
  store: Pick<Store, 'plain'>,
  holder: string,
  claims: readonly string[],
): ReadonlyMap<string, readonly TakenAct[]> {
  const sql = `select claim, acts from derived.claim_entity where entity = ? and claim in (${EACH})`
  const rows = store.plain.rows(sql, holder, JSON.stringify(claims))
  return new Map(
    rows.flatMap(({ claim, acts }): [string, readonly TakenAct[]][] => {
      const taken = acts === null ? readStances(store, holder, String(claim)) : (JSON.parse(String(acts)) as TakenAct[])
      return taken.length > 0 ? [[String(claim), taken]] : []
    }),
  )
}

function readStances({ plain }: Pick<Store, 'plain'>, holder: string, claim: string): readonly TakenAct[] {
  const sql = `select record from derived.linked where claim = ? and noun = 'stance'
    and json_extract(record, '$.holder') = ? order by sort, id`
  const stances = plain.rows(sql, claim, holder).map(({ record }) => JSON.parse(String(record)) as Stance)
  const [taken = []] = listTaken(stances).values() // of this holder alone
  return taken
}
