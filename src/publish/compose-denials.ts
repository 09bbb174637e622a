// Denials and non-comments: under the wording of each claim, who denied it, turned it down or would not speak of it,
// in the words of the reports. The register is whole, whatever stands in the lead.
import type { Item, Line } from '../model/edition.ts'
import type { Id } from '../model/id.ts'
import type { NonEmpty } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { leaveOutTold } from './rank-sayings.ts'
import { claimsOn, sideOf } from './sides.ts'
import { claimHeading } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'
import { writeLine } from './write-line.ts'

/** One item a claim, in the order in which the claims were first answered; what bears on no known claim comes last. */
export function composeDenials(view: WeekView): Told<readonly Item[]> & { note?: string } {
  const answers = view.sayings
    .filter(isAnswer)
    .toSorted((a, b) => ((a.doc.published ?? '') < (b.doc.published ?? '') ? -1 : 1))
  const told = leaveOutTold(answers, [])
  const claims = [...new Set(told.map(claimOf))]
  const used: Saying[] = []
  const items = claims.flatMap((claim): Item[] => {
    const lines = told
      .filter((saying) => claimOf(saying) === claim)
      .flatMap((saying): Line[] => {
        const line = writeLine(saying)
        if (line) used.push(saying)
        return line ? [line] : []
      })
    return claim === undefined ? lines.map((line) => ({ lines: [line] })) : itemOf(claim, lines, view)
  })
  return {
    items,
    used,
    ...(items.length === 0 && { note: 'No report of the week carries a denial or a refusal to comment.' }),
  }
}

// By its own verb: that somebody else's assertion cannot stand beside a claim is for the ledger to say, not a denial.
function isAnswer(saying: Saying): boolean {
  return sideOf(saying) === 'against' || sideOf(saying) === 'silent'
}

function claimOf(saying: Saying): Id<'claim'> | undefined {
  return claimsOn(saying, 'against', 'silent')[0]
}

function itemOf(claim: Id<'claim'>, lines: readonly Line[], view: WeekView): Item[] {
  const [first, ...rest] = lines
  if (!first) return []
  const heading = claimHeading(claim, view)
  const story = view.rowByClaim.get(claim)?.story
  return [{ ...(story && { story }), ...(heading && { heading }), lines: [first, ...rest] satisfies NonEmpty<Line> }]
}
