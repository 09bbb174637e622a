// What came of the pass, as it is shown: of each report that changed who is in it and which quotations it has, of each
// claim that changed all that hangs on it, and what is gone. Where people ruled, as they ruled. It is made a portion at a time,
// and what a portion needed is let go of with it, so that a pass takes no more memory than its largest claim.
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import { isReadAnew } from './apply-to-reading.ts'
import { compareAt, numberOf, readDocRow } from './doc-rows.ts'
import { type FinishedClaim, finishClaim, type Ruled } from './finish-claim.ts'
import { type FinishedCopies, finishCopies } from './finish-copies.ts'
import { type FinishedDoc, finishDoc, type Named, noteAllBearers } from './finish-doc.ts'
import { gatherGrounds } from './gather-grounds.ts'
import { listMatched, weigh } from './list-matched.ts'
import { makeTellings } from './make-tellings.ts'
import type { Pass, ReadOf } from './pass.ts'
import type { Changed } from './pass-changes.ts'
import { planOnClaims } from './plan-rulings.ts'
import { ruleParts } from './rule-parts.ts'
import { type RuledStates, spreadRulings } from './spread-rulings.ts'
import { tellClaims } from './tell-claims.ts'

export interface Finished {
  readonly docs: readonly FinishedDoc[] // that changed, in the order of printing
  readonly claims: readonly FinishedClaim[] // in the order in which they were first put
  readonly grounds: readonly FinishedDoc[] // what these rest on, with no more of it than they need; in the order of printing
  readonly copies: readonly FinishedCopies[]
  readonly gone: Gone
}

export interface Gone {
  readonly docs: readonly Id<'doc'>[]
  readonly claims: readonly Id<'claim'>[]
  readonly entities: readonly Id<'entity'>[]
}

const DOCS = 200 // that changed, in a portion
const PARTS = 2000 // that reports have of the claims of a portion, if it has more than one claim; some 10 MB

const NONE: Finished = { docs: [], claims: [], grounds: [], copies: [], gone: { docs: [], claims: [], entities: [] } }

/**
 * Finishes what changed, in portions, each of which is to be asked for when the one before is done with. `readStored` gives reports
 * as `applyToReading` leaves them; `decisions` are those in force, in log order.
 */
export function* finish(
  pass: Pass,
  changed: Pick<Changed, 'docs' | 'claims'>,
  readOf: ReadOf,
  decisions: readonly Decision[] = [],
): Generator<Finished> {
  const { memory } = pass
  const there = new Set([...changed.docs].flatMap((id) => numberOf(memory, id) ?? []))
  const goneDocs = [...changed.docs].filter((id) => numberOf(memory, id) === undefined)
  const placed = [...there].map((number) => ({ number, ...readDocRow(memory, number) })).sort(compareAt)
  const numbers = placed.map(({ number }) => number)
  const tellings = makeTellings(pass, readOf, decisions, numbers)

  const named: Named[] = []
  const grouped = new Set<number>()
  for (const part of inPortions(numbers, DOCS)) {
    const docs = part.map((number) => finishDoc(number, memory, tellings))
    for (const { read, chains } of docs) {
      named.push({ id: read.doc.id, entities: new Set(chains.map(({ entity }) => entity.id)) })
    }
    memory.letGo()
    yield { ...NONE, docs, copies: finishCopies(pass, part, { readOf, seen: grouped }) }
  }

  const plan = planOnClaims(decisions, { memory, readOf })
  const before = memory.read<RuledStates>('ruled') ?? {}
  const { redo, together, ids, now } = spreadRulings(changed.claims, plan, before)
  if (JSON.stringify(now) !== JSON.stringify(before)) memory.write('ruled', now)
  const ruled: Ruled = { claims: plan, entities: tellings.plan, now: tellings.now }
  const ruledOn = new Set(together.flat())
  const isReadOtherwise = (name: string): boolean => isReadAnew(name, decisions)
  const apart = [...redo].flatMap((id) => (ruledOn.has(id) ? [] : [[id]]))
  const weighAll = (some: readonly Id<'claim'>[]): number => some.reduce((sum, id) => sum + weigh(id, memory), 0)
  const still = new Set<Id<'claim'>>()
  for (const portion of inPortions([...together, ...apart], PARTS, weighAll)) {
    memory.letGo()
    const matched = listMatched(portion.flat(), { memory, readOf, tellings, isRuled: isReadOtherwise })
    const parted = ruleParts(matched, { plan, decisions, docOf: (id) => readOf(id).doc })
    const { claims: told, docs } = tellClaims(parted, { memory, readOf, tellings })
    const claims = told.flatMap((one) => finishClaim(one, ruled) ?? []).sort(compareAt)
    for (const { claim } of claims) still.add(claim.id)
    yield { ...NONE, claims, grounds: gatherGrounds(claims, docs, { memory, readOf }) }
  }
  const claims = [...ids].filter((id) => !still.has(id))
  yield { ...NONE, gone: { docs: goneDocs, claims, entities: noteAllBearers(memory, named, goneDocs) } }
}

// In order, each with no more than so much, but with one at least.
function* inPortions<T>(all: readonly T[], most: number, weightOf: (one: T) => number = () => 1): Generator<T[]> {
  let portion: T[] = []
  let held = 0
  for (const one of all) {
    const weight = weightOf(one)
    if (portion.length > 0 && held + weight > most) {
      yield portion
      portion = []
      held = 0
    }
    portion.push(one)
    held += weight
  }
  if (portion.length > 0) yield portion
}
