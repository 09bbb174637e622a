// The decisions that count for the ledger, and the reports as people ruled on them.

import { findWalk } from '../archive/linked.ts'
import { type DocPage, listReadDocs } from '../archive/list-reads.ts'
import type { Store } from '../archive/store.ts'
import { applyToReading } from '../link/apply-to-reading.ts'
import { type Decision, inForce, isOnLinking } from '../model/decision.ts'
import { listKnown } from './decisions-on.ts'

/** Those up to a log number that change what is linked, in log order. What was confirmed, printed or followed changes nothing. */
export function listRulings(store: Pick<Store, 'plain'>, upTo: number): Decision[] {
  const known = listKnown(store).filter(({ number }) => number <= upTo)
  return inForce(known.map(({ decision }) => decision)).filter(({ ruling }) => isOnLinking(ruling))
}

/** Reports in log order, each with its reading as people had ruled on it when the ledger was made. */
export async function listRuledDocs(store: Store, page: DocPage): ReturnType<typeof listReadDocs> {
  const rulings = listRulings(store, findWalk(store)?.linkedTo ?? 0)
  const listed = await listReadDocs(store, page)
  return listed.map((one) => ({ ...one, readDoc: applyToReading(one.readDoc, rulings) }))
}
