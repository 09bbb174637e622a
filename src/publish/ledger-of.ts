// A ledger whose rows are all made: what is told of a few rows, and of the many of a week, is told in one way.
import type { Ledger, LedgerRow } from '../model/ledger.ts'

/** The ledger of these rows. */
export function ledgerOf(rows: readonly LedgerRow[]): Ledger {
  const rowByClaim = new Map(rows.map((row) => [row.claim, row]))
  return {
    claims: [...rowByClaim.keys()],
    rowOf: (claim) => rowByClaim.get(claim),
    headOf(claim) {
      const row = rowByClaim.get(claim)
      if (!row) return undefined
      const { assertedIn, confirmedBy, deniedBy, declinedToComment, atLeast, atMost, unknownLineage } = row
      const { wording, story } = row
      return {
        wording,
        ...(story && { story }),
        reports: new Set(assertedIn).size,
        confirmed: confirmedBy.length,
        denied: deniedBy.length,
        declined: declinedToComment.length,
        atLeast,
        atMost,
        unknownLineage,
      }
    },
  }
}
