// What people decided about a thing, kept at hand by what it was decided about: decisions are few, and only those that came
// since are read anew; a removal rewrites older ones, and then all are. A thing is found by its id and by its former ones, and by its words where all its ids are new.
import { type LoggedDecision, lastDecision, listSound } from '../archive/keep-decision.ts'
import { findWalk } from '../archive/linked.ts'
import { lastRemoval } from '../archive/removals.ts'
import type { Store } from '../archive/store.ts'
import { isOnLinking, type LookedAt, type Target, targetsOf, undoneBy } from '../model/decision.ts'

/** A thing that decisions may be about. */
export interface Thing {
  readonly noun: Target['noun']
  readonly ids: readonly string[] // the one that it has, and those that it had
  readonly words?: readonly Pick<LookedAt, 'name' | 'quote'>[] // of an attribution what was said, without the cue
}

/** A decision as it stands. */
export interface Standing extends LoggedDecision {
  readonly undoneBy?: LoggedDecision
  /** It, or its undoing, is kept and has not yet changed what is linked. */
  readonly isBeingApplied: boolean
}

type Quick = Pick<Store, 'plain'>

/** The decisions about any of these things, in log order. */
export function decisionsOn(store: Quick, things: readonly Thing[]): Standing[] {
  const { byKey, undone, byId } = openIndex(store)
  const found = new Set(things.flatMap(keysOf).flatMap((key) => byKey.get(key) ?? []))
  const linkedTo = findWalk(store)?.linkedTo ?? 0
  return [...found]
    .toSorted((a, b) => a.number - b.number)
    .map((one): Standing => {
      const undoer = undone.get(one.decision.id)
      const by = undoer && byId.get(undoer)
      const last = by?.number ?? one.number
      return {
        ...one,
        ...(by && { undoneBy: by }),
        isBeingApplied: last > linkedTo && isOnLinking(one.decision.ruling),
      }
    })
}

/** All decisions that are as they were written, in log order: the same list, longer where some came, until a removal. */
export function listKnown(store: Quick): readonly LoggedDecision[] {
  return openIndex(store).all
}

/** The ids of things of this noun that decisions are about. */
export function decidedIds(store: Quick, noun: Target['noun']): ReadonlySet<string> {
  return openIndex(store).idsOf.get(noun) ?? NOTHING
}

const NOTHING: ReadonlySet<string> = new Set()

/** The numbers of those whose records were changed since: they do not count. */
export function listHarmed(store: Quick): readonly number[] {
  return openIndex(store).harmed
}

/** A thing by what a ruling was made on. */
export function thingOf({ noun, id, words }: Target): Thing {
  return { noun, ids: [id], words: noun === 'attribution' ? words.slice(1) : words }
}

interface Index {
  readonly removal: number // the last one before any was read
  readonly all: LoggedDecision[]
  readonly harmed: number[]
  readonly byId: Map<string, LoggedDecision>
  readonly byKey: Map<string, LoggedDecision[]>
  readonly idsOf: Map<Target['noun'], Set<string>>
  undone: ReturnType<typeof undoneBy>
}

const opened = new WeakMap<Quick['plain'], Index>()

function openIndex(store: Quick): Index {
  const removal = lastRemoval(store)
  const before = opened.get(store.plain)
  const index = before?.removal === removal ? before : makeIndex(removal)
  opened.set(store.plain, index)
  const known = Math.max(index.all.at(-1)?.number ?? 0, index.harmed.at(-1) ?? 0)
  if (lastDecision(store) === known) return index
  const { sound, harmed } = listSound(store, known)
  index.harmed.push(...harmed)
  for (const one of sound) {
    index.all.push(one)
    index.byId.set(one.decision.id, one)
    const things = targetsOf(one.decision.ruling).map(thingOf)
    for (const { noun, ids } of things) {
      const known = index.idsOf.get(noun) ?? new Set()
      index.idsOf.set(noun, known)
      for (const id of ids) known.add(id)
    }
    for (const key of new Set(things.flatMap(keysOf))) {
      const own = index.byKey.get(key)
      if (own) own.push(one)
      else index.byKey.set(key, [one])
    }
  }
  index.undone = undoneBy(index.all.map(({ decision }) => decision))
  return index
}

function makeIndex(removal: number): Index {
  return { removal, all: [], harmed: [], byId: new Map(), byKey: new Map(), idsOf: new Map(), undone: new Map() }
}

function keysOf({ noun, ids, words = [] }: Thing): string[] {
  const byWords = words.map(({ name, quote }) => `${noun} in ${name}: ${quote.replace(/\s+/g, ' ').trim()}`)
  return [...ids.map((id) => `${noun} ${id}`), ...byWords]
}
