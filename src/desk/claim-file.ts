// All that the page of one claim shows.
import type { Evidence } from '../model/evidence.ts'
import type { ClaimFile } from '../publish/render-claim.ts'
import type { Holdings } from './holdings.ts'

/** The file of a claim or of one that it is an alias of; undefined where the ledger has none. */
export function makeClaimFile({ linked, tracked }: Holdings, id: string): ClaimFile | undefined {
  const claim = linked.claims.find((each) => each.id === id || each.aliases.some((alias) => alias === id))
  const row = claim && tracked.rows.find((each) => each.claim === claim.id)
  if (!row) return undefined
  const bearings = linked.bearings.filter((bearing) => bearing.claim === claim.id)
  const own = new Set(bearings.map(({ evidence }) => placeOf(evidence)))
  return {
    row,
    assertions: linked.appearances
      .filter((appearance) => appearance.claim === claim.id)
      .map(({ evidence }) => evidence),
    bearings,
    quoteMatches: linked.quoteMatches.filter(
      ({ earlier, later }) => own.has(placeOf(earlier)) || own.has(placeOf(later)),
    ),
  }
}

/** Every piece of evidence that the claim's page links to. */
export function evidenceOfClaim({ row, assertions, bearings = [], quoteMatches = [] }: ClaimFile): Evidence[] {
  const holders = [row.confirmedBy, row.deniedBy, row.correctedBy, row.declinedToComment].flat()
  return [
    ...assertions,
    ...[...bearings, ...holders].map(({ evidence }) => evidence),
    ...quoteMatches.flatMap(({ earlier, later }) => [earlier, later]),
  ]
}

function placeOf({ doc, span }: Evidence): string {
  return `${doc} ${span.start} ${span.end}`
}
