// A claim with all that hangs on it, from what its reports have of it: its bearings, its appearances, and its origins.
import type { Appearance, Bearing, Claim } from '../model/claim.ts'
import { asId, type Id } from '../model/id.ts'
import type { Independence } from '../model/origin.ts'
import type { NonEmpty } from '../model/span.ts'
import { countOrigins, type Told } from './count-origins.ts'
import type { PutVerb } from './deny-verb.ts'
import { keepTellers } from './keep-tellers.ts'
import { markAppearances, markBearings } from './mark-versions.ts'
import type { ClaimPlan } from './plan-claims.ts'
import type { EntityPlan } from './plan-entities.ts'
import { type CitedRow, puts, type ToldPart } from './tell-part.ts'
import { withRulings } from './with-rulings.ts'
import { chooseWorded, isInOtherTerms } from './word-claim.ts'

/** A claim of a known id with what its reports have of it, in the order of printing. */
export interface ToldClaim {
  readonly id: Id<'claim'>
  readonly about: readonly string[] // ids of entities, as they were matched
  readonly parts: readonly ToldPart[]
}

export interface FinishedClaim {
  readonly claim: Claim
  readonly at: string // where it was first put; sorts as text
  readonly bearings: readonly Bearing[]
  readonly appearances: readonly Appearance[]
  readonly independence: Independence
}

/** What people ruled, as a plan. */
export interface Ruled {
  readonly claims: ClaimPlan
  readonly entities: EntityPlan
  readonly now: (entity: Id<'entity'>) => Id<'entity'> // who somebody is now
}

/** Finishes a claim. Undefined where no part puts it any more. */
export function finishClaim(
  { id, about, parts }: ToldClaim,
  { claims, entities, now }: Ruled,
): FinishedClaim | undefined {
  const put = parts.flatMap(({ rows }) => rows.filter(puts))
  const [first, ...others] = put.length > 0 ? put : parts.flatMap(({ rows }) => rows).slice(0, 1) // a denial that people split off
  if (!first) return undefined
  const { row: worded, verb } = chooseWorded(datedFirst([first, ...others]))
  const evidence = [first, ...others].filter((row) => row !== worded).flatMap(({ evidence: [own] }) => own)
  const claim: Claim = {
    id,
    aliases: claims.aliasesOf(id),
    wording: worded.wording ?? worded.evidence[0].quote,
    about: [...new Set(about.map((entity) => now(asId<'entity'>(entity))))],
    evidence: [...worded.evidence, ...evidence],
  }
  const isJoined = claim.aliases.length > 0 // by a person, for whom other terms are the claim as well
  const bare = parts.flatMap((part) => (isJoined ? part.told : markTerms(part, verb)))
  const marked = markAppearances(
    bare.map(({ appearance }) => appearance),
    parts,
  )
  const told = bare.map((one, at) => ({ ...one, appearance: marked[at] ?? one.appearance }))
  return {
    claim,
    at: `${first.at} ${String(first.evidence[0].span.start).padStart(9, '0')}`,
    bearings: markBearings(
      parts.flatMap(({ bearings }) => bearings),
      parts,
    ),
    appearances: keepTellers(told),
    independence: withRulings(countOrigins(claim, told), told, { claims, entities }),
  }
}

// "is ready to leave the dam" beside "has offered to leave the dam"
function markTerms({ rows, told }: ToldPart, verb: PutVerb | undefined): readonly Told[] {
  const others = new Set(rows.filter((row) => isInOtherTerms(row, verb)).map(({ attribution }) => attribution))
  if (others.size === 0) return told
  return told.map((one) => {
    const { attribution } = one.appearance
    const isOther = attribution !== undefined && others.has(attribution)
    return isOther ? { ...one, appearance: { ...one.appearance, inOtherTerms: true } } : one
  })
}

// A report without a date may stand anywhere: its words put a claim only where no other report does.
function datedFirst(rows: NonEmpty<CitedRow>): [CitedRow, ...CitedRow[]] {
  const [first, ...others] = [...rows].sort((a, b) => Number(b.isDated) - Number(a.isDated))
  return [first ?? rows[0], ...others]
}
