// Every decision with what became of it: applied, undone, an orphan whose words are gone, or kept and not yet looked at.
import { listSound } from '../archive/keep-decision.ts'
import { findWalk } from '../archive/linked.ts'
import type { Bearing } from '../model/claim.ts'
import { type Decision, isOnLinking, type LookedAt, type Ruling, type Target, undoneBy } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { Desk } from './desk.ts'
import { type Grounds, openGrounds } from './find-target.ts'

/** A decision as it stands. */
export interface Decided {
  readonly number: number // in the log
  readonly decision: Decision
  readonly state: 'applied' | 'undone' | 'orphan' | 'not yet applied'
  readonly undoneBy?: number // the number of the decision that undid it
  readonly undoes?: number
  readonly gone: readonly LookedAt[] // words that it is no longer found by; an orphan has nothing else left
  readonly on: readonly DecidedOn[] // the claims and entities that it is about, as they are now
}

export interface DecidedOn {
  readonly noun: 'claim' | 'entity'
  readonly id: Id<'claim' | 'entity'>
  readonly called: string // the claim's wording, the entity's name
}

/** All decisions in log order. The numbers of those whose records were changed are named apart: they do not count. */
export async function listDecided(desk: Pick<Desk, 'store'>): Promise<{ decided: Decided[]; harmed: number[] }> {
  const { sound, harmed } = listSound(desk.store)
  if (sound.length === 0) return { decided: [], harmed }
  const linkedTo = findWalk(desk.store)?.linkedTo ?? 0
  const undone = undoneBy(sound.map(({ decision }) => decision))
  const numberOf = new Map(sound.map(({ number, decision }) => [decision.id, number]))
  const grounds = openGrounds(desk)
  const decided = sound.map(({ number, decision }) => {
    const by = undone.get(decision.id)
    const undoer = by && numberOf.get(by)
    const undoes = decision.ruling.kind === 'undo' ? numberOf.get(decision.ruling.decision) : undefined
    const known = { ...(undoer !== undefined && { undoneBy: undoer }), ...(undoes !== undefined && { undoes }) }
    return becameOf({ number, decision, ...known }, grounds, linkedTo)
  })
  return { decided, harmed }
}

/** What became of one decision, of which it is known what undid it and what it undoes. */
export function becameOf(
  { number, decision, undoneBy: by, undoes }: Pick<Decided, 'number' | 'decision' | 'undoneBy' | 'undoes'>,
  grounds: Grounds,
  linkedTo: number,
): Decided {
  const { ruling } = decision
  const { isFound, gone, on } = look(ruling, grounds)
  const isPending = number > linkedTo && isOnLinking(ruling)
  const state = isPending ? 'not yet applied' : isFound ? 'applied' : 'orphan'
  return {
    number,
    decision,
    state: by === undefined ? state : 'undone',
    ...(by !== undefined && { undoneBy: by }),
    ...(undoes !== undefined && { undoes }),
    gone: by !== undefined || isPending ? [] : gone,
    on,
  }
}

interface Looked {
  readonly isFound: boolean
  readonly gone: readonly LookedAt[]
  readonly on: readonly DecidedOn[]
}

function look(ruling: Ruling, grounds: Grounds): Looked {
  switch (ruling.kind) {
    case 'merge':
      return lookFor([ruling.keep, ...ruling.absorb], 2, grounds)
    case 'same':
    case 'different':
      return lookFor(ruling.what, 2, grounds)
    case 'split': {
      const from = lookFor([ruling.from], 1, grounds)
      const moved = ruling.move.map((words) => grounds.bearingsAt(words))
      const gone = ruling.move.filter((_, at) => moved[at]?.length === 0)
      const on = [...from.on, ...claimsOf(moved.flat(), grounds)]
      return {
        isFound: from.isFound && gone.length < ruling.move.length,
        gone: [...from.gone, ...gone],
        on: onlyOnce(on),
      }
    }
    case 'confirm':
      if (ruling.what.noun === 'claim') return lookFor([ruling.what], 1, grounds)
      return lookForSaid(ruling, grounds)
    case 'reject':
    case 're-attribute':
    case 'correct':
    case 'set kind':
      return lookForSaid(ruling, grounds)
    case 'note':
    case 'tag':
    case 'watch':
      return lookAside(ruling.what, grounds)
    case 'draft':
    case 'issue':
    case 'follow':
    case 'withdraw':
    case 'undo':
      return { isFound: true, gone: [], on: [] }
  }
}

type OnSaid = Extract<Ruling, { kind: 'confirm' | 'reject' | 're-attribute' | 'correct' | 'set kind' }>

function lookForSaid(ruling: OnSaid, grounds: Grounds): Looked {
  const found = grounds.attributionAt(ruling.what)
  const read = grounds.reports.named(ruling.what.words[0].name)
  const bearings = read && found ? grounds.bearingsOf(read.doc.id, found.id) : []
  const own = ruling.kind === 'reject' ? ruling.on.flatMap((target) => find(target, grounds) ?? []) : []
  const on = onlyOnce([...claimsOf(bearings, grounds), ...own])
  return { isFound: found !== undefined, gone: found ? [] : goneOf(ruling.what), on }
}

function lookFor(targets: readonly Target[], atLeast: number, grounds: Grounds): Looked {
  const found = targets.map((target) => ({ target, now: find(target, grounds) }))
  return {
    isFound: found.filter(({ now }) => now).length >= atLeast,
    gone: found.flatMap(({ target, now }) => (now ? [] : goneOf(target))),
    on: onlyOnce(found.flatMap(({ now }) => now ?? [])),
  }
}

function find(target: Target, grounds: Grounds): DecidedOn | undefined {
  if (target.noun === 'claim') {
    const claim = grounds.claimAt(target)
    return claim && { noun: 'claim', id: claim.id, called: claim.wording }
  }
  const entity = grounds.entityAt(target)
  return entity && { noun: 'entity', id: entity.id, called: entity.name }
}

function claimsOf(bearings: readonly Bearing[], { claim }: Grounds): DecidedOn[] {
  const ids = [...new Set(bearings.map((one) => one.claim))]
  const found = ids.flatMap((id) => claim(id) ?? [])
  return found.map(({ id, wording }) => ({ noun: 'claim', id, called: wording }))
}

// What stands beside a thing: of an attribution, a report and a story it is enough that the words are there.
function lookAside(what: Target, grounds: Grounds): Looked {
  if (what.noun === 'claim' || what.noun === 'entity') return lookFor([what], 1, grounds)
  const isFound =
    what.noun === 'attribution'
      ? grounds.attributionAt(what) !== undefined
      : what.words.some(({ name }) => grounds.reports.named(name) !== undefined)
  return { isFound, gone: isFound ? [] : goneOf(what), on: [] }
}

function onlyOnce(on: readonly DecidedOn[]): DecidedOn[] {
  return [...new Map(on.map((one) => [one.id, one])).values()]
}

// What a person would look for: of an attribution what was said, of all else the first words.
function goneOf({ noun, words: [first, second] }: Target): LookedAt[] {
  return [noun === 'attribution' ? (second ?? first) : first]
}
