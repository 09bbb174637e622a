// The pass over reports in the order of printing: each is held against what was printed before, and remembered. A report
// that comes late is put in its place: the steps after it are taken back, and taken again. So what is linked does not
// depend on the order in which reports arrived.
import type { Id } from '../model/id.ts'
import { keepLast } from '../model/keep-last.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Shelf } from '../model/shelf.ts'
import type { VectorOf } from '../model/vector.ts'
import {
  compareAt,
  draftsOf,
  type FoundRows,
  listVersions,
  numberOf,
  readCopies,
  readDocRow,
  readFound,
} from './doc-rows.ts'
import { Memory } from './memory.ts'
import { type Meeting, MetNames } from './met-names.ts'
import { forgetUnnamed } from './name-chains.ts'
import type { OutletNames } from './name-outlets.ts'
import { type Changed, PassChanges } from './pass-changes.ts'
import { WITHIN } from './postings.ts'
import { makeText, type Text } from './shingle-text.ts'
import { DAY, takeDoc } from './take-doc.ts'

/** Where reports are read from, by their ids, each as the reader left it. Throws where one is not there. */
export type ReadOf = (doc: Id<'doc'>) => ReadDoc

/** A report to take: its place in the order of printing, which sorts as text, and what it tells of the names of others. */
export interface Placed extends Meeting {
  readonly id: Id<'doc'>
  readonly at: string
}

/** Thrown where a report belongs before all steps that can be taken back. */
export class TooFarBack extends Error {
  constructor() {
    super('a report belongs before all that can be taken back')
  }
}

const STEPS_KEPT = 20_000 // how many steps can be taken back
const TEXTS_KEPT = 4000 // as numbers, some 20 MB

interface PassOptions {
  readonly mayTakeBack?: boolean
  readonly vectorOf?: VectorOf | undefined
}

const noVector: VectorOf = () => undefined

export class Pass {
  readonly memory: Memory
  readonly #readOf: ReadOf
  readonly #mayTakeBack: boolean
  readonly #vectorOf: VectorOf
  readonly #texts = new Map<number, Text>()
  readonly #changed: PassChanges
  readonly #names: MetNames

  /** `mayTakeBack`: false for a batch that is taken once. Without `vectorOf` claims are joined by words alone. */
  constructor(shelf: Shelf, readOf: ReadOf, { mayTakeBack = true, vectorOf = noVector }: PassOptions = {}) {
    this.memory = new Memory(shelf)
    this.#changed = new PassChanges(this.memory)
    this.#names = new MetNames(this.memory)
    this.#readOf = readOf
    this.#mayTakeBack = mayTakeBack
    this.#vectorOf = vectorOf
  }

  get outlets(): OutletNames {
    return this.#names.outlets
  }

  get agencies(): ReadonlySet<string> {
    return this.#names.agencies
  }

  /** True where steps were taken back and not all taken again: a process ended in the middle. */
  get isBegun(): boolean {
    return (this.memory.read<Placed[]>('begun') ?? []).length > 0
  }

  /** True where the report was taken. */
  has(id: Id<'doc'>): boolean {
    return numberOf(this.memory, id) !== undefined
  }

  /**
   * Takes reports, and drops others, each in its place; yields the number taken after every so many, when all that is
   * remembered can be kept. Throws TooFarBack where a place lies further back than steps can be taken back: then all must be
   * taken anew, on an empty shelf. What was begun and not ended is ended the next time.
   */
  *take(
    added: readonly Placed[],
    dropped: readonly Id<'doc'>[] = [],
    every = Number.POSITIVE_INFINITY,
  ): Generator<number> {
    const { memory } = this
    const gone = dropped.flatMap((id) => numberOf(memory, id) ?? [])
    const places = [
      ...added.map(({ at }) => at),
      ...gone.map((number) => readDocRow(memory, number).at),
      ...this.#names.meet(added),
    ]
    const from = places.reduce<string | undefined>((a, b) => (a !== undefined && a < b ? a : b), undefined)
    const begun = memory.read<Placed[]>('begun') ?? []
    const again = [...begun, ...(from === undefined ? [] : this.#takeBackTo(from))]
    for (const { id } of added) this.#changed.again.delete(id) // it may have another date than before
    const all = new Map([...again.filter(({ id }) => !dropped.includes(id)), ...added].map((one) => [one.id, one]))
    const isAgain = new Set(again.map(({ id }) => id))
    const ordered = [...all.values()].filter(({ id }) => !this.has(id)).sort(compareAt)
    for (const [taken, one] of ordered.entries()) {
      this.#takeOne(one)
      if ((taken + 1) % every !== 0 && taken + 1 < ordered.length) continue
      memory.write(
        'begun',
        ordered.slice(taken + 1).filter(({ id }) => isAgain.has(id)),
      )
      yield taken + 1
    }
    if (ordered.length === 0) yield 0
  }

  /** What changed, which is then forgotten. */
  takeChanged(): Changed {
    return this.#changed.take()
  }

  /** Puts on the shelf what must be remembered. */
  flush(): void {
    const { memory } = this
    const today = memory.read<number>('day') ?? 0
    const steps = memory.read<number>('steps') ?? 0
    const place = this.#mayTakeBack ? memory.read<Placed>(`step of ${Math.max(0, steps - STEPS_KEPT)}`) : undefined
    const [printed = ''] = place?.at.split(' ') ?? []
    const first = this.#mayTakeBack ? Math.floor(Date.parse(printed) / DAY) : today
    memory.flush(Number.isNaN(first) ? 0 : Math.min(first, today) - WITHIN)
  }

  /** Says that a report changed, and the claims that it bears on. */
  touch(id: Id<'doc'>): void {
    const number = numberOf(this.memory, id)
    if (number !== undefined) this.#changed.note(number)
  }

  /** Says that a report is read otherwise since, by a person: what it was the first to call its unnamed groups is forgotten. */
  forget(id: Id<'doc'>): void {
    forgetUnnamed(this.memory, id)
    this.touch(id)
  }

  /** Says that a claim has to be made out anew. */
  touchClaim(id: Id<'claim'>): void {
    this.#changed.claims.add(id)
  }

  #takeOne(placed: Placed): void {
    const { memory } = this
    const { id, at } = placed
    const read = this.#readOf(id)
    this.#names.note(read, at)
    const steps = memory.read<number>('steps') ?? 0
    if (this.#mayTakeBack) memory.begin()
    const numbers = takeDoc(read, at, {
      memory,
      outlets: this.outlets,
      vectorOf: this.#vectorOf,
      readOf: this.#readOf,
      outletOf: (number) => readDocRow(memory, number).outlet,
      textOf: (number) => this.#textOf(number),
    })
    if (this.#mayTakeBack) {
      for (const [key, was] of memory.listChanged()) {
        // an answer may have left the claim that it had been about
        if (key.startsWith('found ') && was !== undefined) this.#changed.noteClaims(draftsOf(was as FoundRows))
      }
      memory.end(`step ${steps}`)
      memory.write(`step of ${steps}`, placed)
      memory.write('steps', steps + 1)
      if (steps >= STEPS_KEPT) memory.forgetStep(`step ${steps - STEPS_KEPT}`)
    }
    this.#changed.isNew.add(id)
    for (const number of numbers) this.#changed.note(number)
  }

  // The steps from a place on, taken back.
  #takeBackTo(from: string): Placed[] {
    const { memory } = this
    const steps = memory.read<number>('steps') ?? 0
    const placeOf = (step: number): Placed | undefined => memory.read<Placed>(`step of ${step}`)
    let first = steps
    for (let place = placeOf(first - 1); place && place.at >= from; place = placeOf(first - 1)) first--
    if (first < steps && !memory.canTakeBack(`step ${first}`)) throw new TooFarBack()
    const again: Placed[] = []
    for (let step = steps - 1; step >= first; step--) {
      const place = placeOf(step)
      if (!place) continue
      again.push(place)
      this.#changed.again.add(place.id)
      const number = numberOf(memory, place.id)
      if (number !== undefined) {
        this.#changed.note(number)
        for (const { earlier } of readCopies(memory, number)) this.#changed.note(earlier)
        for (const other of listVersions(memory, readDocRow(memory, number))) this.#changed.note(other)
      }
      forgetUnnamed(memory, place.id)
      this.#takeBack(`step ${step}`)
      memory.write(`step of ${step}`, undefined)
    }
    memory.write('steps', first)
    this.#texts.clear()
    return again
  }

  // What a step had changed of other reports, and of those who are named in them, is as it was before it.
  #takeBack(step: string): void {
    const { memory } = this
    const keys = memory.listKeys(step)
    const found = keys.flatMap((key) => (key.startsWith('found ') ? [Number(key.slice('found '.length))] : []))
    const entities = keys.filter((key) => key.startsWith('entity '))
    for (const number of found) this.#changed.noteClaims(draftsOf(readFound(memory, number)))
    memory.takeBack(step)
    const known = memory.read<number>('docs') ?? 0
    for (const number of found) if (number < known) this.#changed.note(number)
    for (const key of entities) {
      for (const number of memory.list(key.replace('entity', 'naming')).toArray()) {
        if (number < known) this.#changed.note(number)
      }
    }
  }

  #textOf(number: number): Text {
    const text = this.#texts.get(number) ?? makeText(this.#readOf(readDocRow(this.memory, number).id))
    return keepLast(this.#texts, { key: number, value: text, most: TEXTS_KEPT })
  }
}
