// All decisions of a desk in memory, by what they are about. Truth is only added to, so that the index grows with each decision
// and is never made anew while a desk is open. An issued edition is kept whole in its decision: here only its week.
import { type LoggedDecision, lastDecision, listSound } from '../../archive/keep-decision.ts'
import type { Store } from '../../archive/open-store.ts'
import { type Decision, lookedAt, targetsOf, undoneBy } from '../../model/decision.ts'
import type { Id } from '../../model/id.ts'

/** A decision as it is listed. */
export interface IndexedDecision extends LoggedDecision {
  readonly things: readonly string[] // what it is about, each as thingKey has it
  undoneBy?: number // by the last decision that undid it, where that one counts
  readonly undoes?: number
}

export interface DecidedIndex {
  /** In log order. */
  readonly all: readonly IndexedDecision[]
  readonly harmed: readonly number[]
  find(number: number): IndexedDecision | undefined
  /** On any of these things, in log order. */
  on(keys: readonly string[]): IndexedDecision[]
  /** On words of the report that answers to the name, in log order. */
  inReport(name: string): readonly IndexedDecision[]
}

/** A thing in one word. */
export function thingKey(noun: string, id: string): string {
  return `${noun} ${id}`
}

/** True where it counts: neither undone nor an undoing. */
export function isInForce({ undoneBy, decision }: IndexedDecision): boolean {
  return undoneBy === undefined && decision.ruling.kind !== 'undo'
}

/** The decisions as they are now. One cheap query where none came. */
export function openDecided({ store }: { readonly store: Store }): DecidedIndex {
  const index = known.get(store) ?? new Index()
  known.set(store, index)
  if (lastDecision(store) > index.last) index.take(listSound(store, index.last))
  return index
}

const known = new WeakMap<Store, Index>()

class Index implements DecidedIndex {
  readonly all: IndexedDecision[] = []
  readonly harmed: number[] = []
  last = 0
  readonly #byNumber = new Map<number, IndexedDecision>()
  readonly #byId = new Map<Id<'decision'>, IndexedDecision>()
  readonly #byThing = new Map<string, IndexedDecision[]>()
  readonly #byReport = new Map<string, IndexedDecision[]>()

  take({ sound, harmed }: ReturnType<typeof listSound>): void {
    for (const { number, decision } of sound) {
      const { ruling } = decision
      const undone = ruling.kind === 'undo' ? this.#byId.get(ruling.decision) : undefined
      const things = undone ? undone.things : [...new Set(targetsOf(ruling).map(({ noun, id }) => thingKey(noun, id)))]
      const one: IndexedDecision = {
        number,
        decision: slim(decision),
        things,
        ...(undone && { undoes: undone.number }),
      }
      this.all.push(one)
      this.#byNumber.set(number, one)
      this.#byId.set(decision.id, one)
      for (const thing of things) push(this.#byThing, thing, one)
      for (const name of new Set(lookedAt(ruling).map((words) => words.name))) push(this.#byReport, name, one)
    }
    this.#settle()
    this.harmed.push(...harmed)
    this.last = Math.max(this.last, sound.at(-1)?.number ?? 0, ...harmed)
  }

  find(number: number): IndexedDecision | undefined {
    return this.#byNumber.get(number)
  }

  on(keys: readonly string[]): IndexedDecision[] {
    const found = new Set(keys.flatMap((key) => this.#byThing.get(key) ?? []))
    return [...found].toSorted((a, b) => a.number - b.number)
  }

  inReport(name: string): readonly IndexedDecision[] {
    return this.#byReport.get(name) ?? []
  }

  // From the last to the first, as the model has it: an undoing can itself be undone.
  #settle(): void {
    const undone = undoneBy(this.all.map(({ decision }) => decision))
    for (const one of this.all) {
      const by = undone.get(one.decision.id)
      const number = by && this.#byId.get(by)?.number
      if (number === undefined) delete one.undoneBy
      else one.undoneBy = number
    }
  }
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

function slim(decision: Decision): Decision {
  const { ruling } = decision
  if (ruling.kind !== 'issue') return decision
  return { ...decision, ruling: { kind: 'issue', edition: { ...ruling.edition, sections: [] } } }
}
