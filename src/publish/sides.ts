// Which side of a claim a saying takes. An assertion may speak against a claim without a word like "denied": "no offer
// was made" does, of the claim that one was. The stance that was judged says so.
import type { Act } from '../model/act.ts'
import type { Id } from '../model/id.ts'
import type { Saying } from './find-sayings.ts'

/** `turned down`: an offer or a charge is rejected, which does not deny that it was made. */
export type Side = 'for' | 'against' | 'turned down' | 'silent' | 'revised'

const SIDES: Readonly<Record<Act, Side>> = {
  asserts: 'for',
  announces: 'for',
  confirms: 'for',
  denies: 'against',
  rejects: 'turned down',
  doubts: 'against',
  'declines to comment': 'silent',
  'did not respond': 'silent',
  promises: 'for',
  demands: 'for',
  threatens: 'for',
  corrects: 'revised',
  retracts: 'revised',
}

/** What the saying does to the claim; without a claim, what its own verb does. */
export function actOn({ attribution, acts }: Saying, claim?: Id<'claim'>): Act {
  return (claim !== undefined && acts?.get(claim)) || attribution.act
}

/** The side that the saying takes towards the claim; without a claim, by its own verb. */
export function sideOf(saying: Saying, claim?: Id<'claim'>): Side {
  return SIDES[actOn(saying, claim)]
}

/** The side that the saying takes in all: for what it puts forward, else what it does to the first claim it bears on. */
export function mainSideOf(saying: Saying): Side {
  const sides = saying.claims.map((claim) => sideOf(saying, claim))
  return sides.includes('for') ? 'for' : (sides[0] ?? sideOf(saying))
}

/** The claims towards which the saying takes one of the sides. */
export function claimsOn(saying: Saying, ...sides: readonly Side[]): Id<'claim'>[] {
  return saying.claims.filter((claim) => sides.includes(sideOf(saying, claim)))
}
