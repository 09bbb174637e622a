// Of the reading of a report an edition asks who said what, and who that is; of the few that it prints, the rest too. That rest is not
// held: of ten thousand readings some hundred lines are printed.
import type { Reading } from '../model/reading.ts'

/** The reading with who said what in it at hand; `again` gives the whole of it. */
export function heldReading({ doc, madeBy, chains, attributions, wire }: Reading, again: () => Reading): Reading {
  return {
    doc,
    madeBy,
    chains,
    attributions,
    ...(wire && { wire }),
    get sentences() {
      return again().sentences
    },
    get quotations() {
      return again().quotations
    },
    get names() {
      return again().names
    },
    get notes() {
      return again().notes
    },
  }
}
