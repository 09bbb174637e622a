// The decisions of a desk as pages tell them: each with what it is about, what undid it and what it undoes.
import type { LoggedDecision } from '../../archive/keep-decision.ts'
import type { Store } from '../../archive/store.ts'
import { isOnLinking, lookedAt, type Target, targetsOf, undoneBy } from '../../model/decision.ts'
import { listHarmed, listKnown } from '../decisions-on.ts'

/** A decision as it is listed. */
export interface IndexedDecision extends LoggedDecision {
  readonly about: readonly Target[] // of an undoing: what the undone one is about
  readonly undoneBy?: number // by the last decision that undid it, where that one counts
  readonly undoes?: number
  readonly isOnLinking: boolean // it, or what it undoes, changes what is linked
}

export interface DecidedIndex {
  /** In log order. */
  readonly all: readonly IndexedDecision[]
  /** Those whose records were changed: they do not count. */
  readonly harmed: readonly number[]
  find(number: number): IndexedDecision | undefined
  /** On any thing of this noun that has, or had, one of the ids; in log order. */
  on(noun: Target['noun'], ids: readonly string[]): readonly IndexedDecision[]
  /** On words of the report that answers to the name, in log order. */
  inReport(name: string): readonly IndexedDecision[]
}

/** True where it counts: neither undone nor an undoing. */
export function isInForce({ undoneBy: by, decision }: IndexedDecision): boolean {
  return by === undefined && decision.ruling.kind !== 'undo'
}

/** The decisions as they are now; sorted out anew only where one came or a removal rewrote some. */
export function openDecided({ store }: { readonly store: Store }): DecidedIndex {
  const known = listKnown(store)
  const before = opened.get(store)
  if (before?.of === known && before.index.all.length === known.length) return before.index
  const index = makeIndex(known, listHarmed(store))
  opened.set(store, { of: known, index })
  return index
}

const opened = new WeakMap<Store, { readonly of: readonly LoggedDecision[]; readonly index: DecidedIndex }>()

function makeIndex(known: readonly LoggedDecision[], harmed: readonly number[]): DecidedIndex {
  const byId = new Map(known.map((one) => [one.decision.id, one]))
  const undone = undoneBy(known.map(({ decision }) => decision))
  const all = known.map(({ number, decision }): IndexedDecision => {
    const { ruling } = decision
    const by = byId.get(undone.get(decision.id) ?? NONE)?.number
    const undoes = ruling.kind === 'undo' ? byId.get(ruling.decision) : undefined
    const of = undoes?.decision.ruling ?? ruling
    return {
      number,
      decision,
      about: targetsOf(of),
      isOnLinking: isOnLinking(of),
      ...(by !== undefined && { undoneBy: by }),
      ...(undoes && { undoes: undoes.number }),
    }
  })
  const byNumber = new Map(all.map((one) => [one.number, one]))
  const byThing = gather(all, ({ about }) => about.map(({ noun, id }) => keyOf(noun, id)))
  const byReport = gather(all, ({ decision }) => lookedAt(decision.ruling).map(({ name }) => name))
  return {
    all,
    harmed,
    find: (number) => byNumber.get(number),
    on(noun, ids) {
      const [own, ...others] = ids.flatMap((id) => byThing.get(keyOf(noun, id)) ?? NOTHING)
      if (!own) return NOTHING
      return [...new Set([own, ...others])].toSorted((a, b) => a.number - b.number)
    },
    inReport: (name) => byReport.get(name) ?? NOTHING,
  }
}

const NONE = '' as LoggedDecision['decision']['id']
const NOTHING: readonly IndexedDecision[] = []

function gather(
  all: readonly IndexedDecision[],
  keysOf: (one: IndexedDecision) => readonly string[],
): Map<string, IndexedDecision[]> {
  const lists = new Map<string, IndexedDecision[]>()
  for (const one of all) {
    for (const key of new Set(keysOf(one))) {
      const list = lists.get(key)
      if (list) list.push(one)
      else lists.set(key, [one])
    }
  }
  return lists
}

function keyOf(noun: string, id: string): string {
  return `${noun} ${id}`
}
