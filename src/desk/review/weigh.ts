// What is worth a person's look, and how much: a score that is the sum of its reasons, each a weight times a share of 0 to 1.
// The weights are our judgement of where a look changes most, not learnt from anything; all of them stand here.
import type { ClaimLine, SaidLine } from '../../model/listing.ts'

/** How many points each reason is worth where it holds whole. */
export const WEIGHTS = {
  doubt: 4, // the reader is not sure: what is wrong most often stands here
  reach: 3, // a claim in many reports: one slip is seen by many
  conflict: 3, // confirmed and denied, or half: denied by one and put forward by another
  unresolved: 2, // somebody named of whom it is not known who it is
  wide: 2, // the origins may be few or many
  altered: 2, // a quotation that a later print changed
  twoClaims: 1, // words that were held to be about two claims
} as const

export type Reason = keyof typeof WEIGHTS

/** A score, and what of it each reason gives; reasons that give nothing are left out, the heaviest stands first. */
export interface Weighed {
  readonly score: number
  readonly parts: readonly { readonly reason: Reason; readonly points: number }[]
}

const MANY_REPORTS = 64 // from here on a claim's reach counts whole

/** What was said, with the claims that it bears on. */
export function weighSaid(line: SaidLine, claims: readonly ClaimLine[]): Weighed {
  const isNamed = line.kind !== 'anonymous' && line.kind !== 'unstated'
  return weigh({
    doubt: 1 - line.confidence,
    reach: Math.max(0, ...claims.map(reachOf)),
    conflict: Math.max(0, ...claims.map(conflictOf)),
    unresolved: isNamed && line.who.length === 0 ? 1 : 0,
    twoClaims: line.claims.length > 1 ? 1 : 0,
  })
}

/** A claim. */
export function weighClaim(line: ClaimLine): Weighed {
  const { atLeast, atMost, unknown } = line
  const most = Math.max(1, atMost + unknown)
  return weigh({
    reach: reachOf(line),
    conflict: conflictOf(line),
    wide: (most - Math.min(atLeast, most)) / most,
    altered: line.altered > 0 ? 1 : 0,
  })
}

// By doublings: from one report to two is as much as from 32 to 64.
function reachOf({ reports }: ClaimLine): number {
  return Math.min(1, Math.log2(Math.max(1, reports)) / Math.log2(MANY_REPORTS))
}

function conflictOf({ confirmed, denied, standing }: ClaimLine): number {
  return confirmed > 0 && denied > 0 ? 1 : standing === 'contested' ? 0.5 : 0
}

function weigh(shares: Readonly<Partial<Record<Reason, number>>>): Weighed {
  const parts = (Object.keys(WEIGHTS) as Reason[])
    .map((reason) => ({ reason, points: round(WEIGHTS[reason] * Math.min(1, Math.max(0, shares[reason] ?? 0))) }))
    .filter(({ points }) => points > 0)
    .toSorted((a, b) => b.points - a.points)
  return { score: round(parts.reduce((sum, { points }) => sum + points, 0)), parts }
}

function round(points: number): number {
  return Math.round(points * 100) / 100
}
