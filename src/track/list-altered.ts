// The printings of a claim that changed the words inside the marks.
import type { Appearance } from '../model/claim.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Alteration } from '../model/ledger.ts'
import { isAltered, type QuoteMatch } from '../model/quote-match.ts'
import { overlaps } from '../model/span.ts'
import type { Names } from './ledger-names.ts'

/** Gives, for a claim's appearances, the printings that changed a quotation, by what quotations were found to match. */
export function openAltered(
  matches: readonly QuoteMatch[],
  { docs }: Pick<Names, 'docs'>,
): (appearances: readonly Appearance[]) => Alteration[] {
  const alterations = Map.groupBy(matches.filter(isAltered), ({ later }) => later.doc)
  const trimmed = matches.filter(({ verdict }) => verdict === 'trimmed')
  const cutFrom = new Map(trimmed.map((match) => [placeOf(match.later), match]))
  // What was altered is the whole remark, even where the nearest printing before had cut it.
  const fullestOf = (printed: Evidence): string => cutFrom.get(placeOf(printed))?.earlier.quote ?? printed.quote
  return (appearances) => {
    const own = appearances.flatMap(({ doc, evidence }) =>
      (alterations.get(doc) ?? []).filter(({ later }) => overlaps(later.span, evidence.span)),
    )
    return [...new Set(own)].map(({ earlier, later, betweenVersions }) => ({
      doc: docs.get(later.doc) ?? later.doc,
      was: fullestOf(earlier),
      became: later.quote,
      ...(betweenVersions && { betweenVersions }),
    }))
  }
}

function placeOf({ doc, span }: Evidence): string {
  return `${doc} ${span.start}`
}
