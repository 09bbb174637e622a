// Of the reading of a report an edition asks who said what; of the few that it prints, the rest too. That rest is not held: a week of
// ten thousand readings is more than a machine should need to print some hundred lines.
import type { Reading } from '../model/reading.ts'

/** The reading with who said what in it at hand; `again` gives the whole of it. */
export function heldReading({ doc, madeBy, attributions, wire }: Reading, again: () => Reading): Reading {
  return {
    doc,
    madeBy,
    attributions,
    ...(wire && { wire }),
    get sentences() {
      return again().sentences
    },
    get quotations() {
      return again().quotations
    },
    get chains() {
      return again().chains
    },
    get names() {
      return again().names
    },
    get notes() {
      return again().notes
    },
  }
}
