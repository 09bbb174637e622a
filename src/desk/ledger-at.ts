// The ledger as it was known at the end of a day: only what had been printed by then, counted and explained from that alone.
import type { Day } from '../model/id.ts'
import type { LedgerRow } from '../model/ledger.ts'
import type { Desk } from './desk.ts'
import { holdingsAt } from './holdings-at.ts'
import { claimsByAttribution, type LedgerJson, ledgerDocument, ledgerEntry } from './ledger-json.ts'

/** The rows as they were known at the end of the day, by first printing. Loads the whole desk. */
export async function listRowsAt(desk: Pick<Desk, 'store'>, day: Day): Promise<readonly LedgerRow[]> {
  return (await holdingsAt(desk, day)).tracked.rows
}

/** The same object as `writeLedgerJson` gives, as it was known at the end of the day. */
export async function ledgerJsonAt(
  desk: Pick<Desk, 'store'>,
  day: Day,
  isWanted: (wording: string) => boolean = () => true,
): Promise<LedgerJson> {
  const { docs, linked, tracked } = await holdingsAt(desk, day)
  const claimsOf = claimsByAttribution(linked.bearings)
  const claimById = new Map(linked.claims.map((claim) => [claim.id, claim]))
  return {
    documents: docs.flatMap((read) => (read.doc.published ? [ledgerDocument(read, claimsOf)] : [])),
    ledger: tracked.rows
      .filter(({ wording }) => isWanted(wording))
      .map((row) => ledgerEntry(row, claimById.get(row.claim))),
  }
}
