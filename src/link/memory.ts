// What the pass remembers, over a shelf: values by key, kept at hand as they were last read, and lists of numbers that only
// grow. Each step writes down what it changes, so that the last steps can be taken back in turn.
import type { Shelf } from '../model/shelf.ts'
import { fromBytes, type Hash } from './bucket.ts'
import { Numbers } from './numbers.ts'
import { PostingIndex, type Postings } from './posting-index.ts'

/** Plain data, never changed in place: a new value is written instead. */
export type Plain = object | string | number

type Value = Plain | Numbers | undefined

interface Kept {
  value: Value
}

/** What a key held before a step: a value, nothing, or a list of so many numbers. */
type Before = readonly [key: string, was: Plain | null | undefined, length?: number]

const KEPT_MOST = 20_000 // values looked at before those not looked at since are let go of

const KEPT_BETWEEN = 8000 // between two portions of what is finished

const NO_NUMBERS = new Numbers()

export class Memory {
  readonly #shelf: Shelf
  #kept = new Map<string, Kept>()
  #older = new Map<string, Kept>()
  readonly #changed = new Set<string>()
  readonly #index: PostingIndex
  #before: Map<string, Before> | undefined // of the step that is being taken; absent: nothing is written down
  #posted: Hash[] = [] // in the step that is being taken

  constructor(shelf: Shelf) {
    this.#shelf = shelf
    this.#index = new PostingIndex(shelf)
  }

  /** The value of a key, or undefined. */
  read<T extends Plain>(key: string): T | undefined {
    return this.#find(key).value as T | undefined
  }

  /** Puts a value in the place of that of a key; undefined takes it away. */
  write(key: string, value: Plain | undefined): void {
    const kept = this.#find(key)
    if (this.#before && !this.#before.has(key)) this.#before.set(key, [key, (kept.value as Plain | undefined) ?? null])
    kept.value = value
    this.#changed.add(key)
  }

  /** Puts a value under a key that has none yet: what is there need not be looked up. */
  add(key: string, value: Plain): void {
    this.#kept.set(key, { value })
    if (this.#before && !this.#before.has(key)) this.#before.set(key, [key, null])
    this.#changed.add(key)
  }

  /** The list of a key, empty where there is none. Changed by `append` and `replace` only. */
  list(key: string): Numbers {
    return (this.#find(key).value as Numbers | undefined) ?? NO_NUMBERS
  }

  /** Adds numbers at the end of a list. */
  append(key: string, ...numbers: readonly number[]): void {
    const kept = this.#find(key)
    const list = (kept.value as Numbers | undefined) ?? new Numbers()
    if (this.#before && !this.#before.has(key)) this.#before.set(key, [key, undefined, list.length])
    list.push(numbers)
    kept.value = list
    this.#changed.add(key)
  }

  /** Puts other numbers in the place of a list. */
  replace(key: string, numbers: readonly number[]): void {
    const list = this.list(key)
    const known = this.#before?.get(key)
    if (this.#before && (known === undefined || known[2] !== undefined)) {
      this.#before.set(key, [key, { list: list.toArray().slice(0, known?.[2]) }])
    }
    const kept = this.#find(key)
    kept.value = new Numbers(numbers)
    this.#changed.add(key)
  }

  /** What is posted under a key, in the order in which it came; `isAll`: however long ago. */
  postings(key: string, isAll: boolean): Postings {
    return this.#index.find(key, isAll)
  }

  /** Posts a thing under a key, with a word of 32 bits whose upper half is the day; days never go back. */
  post(key: string, number: number, word: number): void {
    const hash = this.#index.add(key, number, word)
    if (this.#before) this.#posted.push(hash)
  }

  /** The keys that the step under way has changed so far, each with what it held before. */
  *listChanged(): Generator<readonly [key: string, was: Plain | undefined]> {
    for (const [key, was] of this.#before?.values() ?? []) yield [key, was ?? undefined]
  }

  /** The keys that a step changed. */
  listKeys(step: string): string[] {
    const kept = this.#shelf.get(step)
    return typeof kept === 'string' ? (JSON.parse(kept) as Before[]).map(([key]) => key) : []
  }

  /** Begins a step: what it changes is written down. */
  begin(): void {
    this.#before = new Map()
    this.#posted = []
  }

  /** Ends the step and puts what it changed under a key, by which it can be taken back. */
  end(key: string): void {
    const before = [...(this.#before?.values() ?? [])]
    this.#before = undefined
    this.#shelf.set(key, JSON.stringify(before))
    const hashes = Uint32Array.from(this.#posted.flatMap(({ high, low }) => [high, low]))
    this.#posted = []
    this.#shelf.set(`${key} posted`, hashes.length > 0 ? new Uint8Array(hashes.buffer) : undefined)
  }

  /** Takes back the step under the key: the last that was not taken back yet. */
  takeBack(key: string): void {
    const step = this.#shelf.get(key)
    const before = typeof step === 'string' ? (JSON.parse(step) as Before[]) : []
    for (const [changed, was, length] of before) {
      const kept = this.#find(changed)
      this.#changed.add(changed)
      if (length !== undefined) (kept.value as Numbers | undefined)?.cut(length)
      else if (isList(was)) kept.value = new Numbers(was.list)
      else kept.value = was ?? undefined
    }
    const posted = this.#shelf.get(`${key} posted`)
    const hashes = typeof posted === 'object' ? fromBytes(posted) : []
    for (let at = hashes.length - 2; at >= 0; at -= 2) {
      this.#index.takeBack({ high: hashes[at] ?? 0, low: hashes[at + 1] ?? 0 })
    }
    this.forgetStep(key)
  }

  /** True where the step under the key can be taken back. */
  canTakeBack(key: string): boolean {
    return this.#shelf.get(key) !== undefined
  }

  /** Forgets how to take back the step under the key. */
  forgetStep(key: string): void {
    this.#shelf.set(key, undefined)
    this.#shelf.set(`${key} posted`, undefined)
  }

  /**
   * Puts what was changed on the shelf, and lets go of what was not looked at for long. `oldest`: the day before which only
   * reports without a date look.
   */
  flush(oldest: number): void {
    this.#index.flush(oldest)
    for (const key of this.#changed) this.#shelf.set(key, onShelf(this.#find(key).value))
    this.#changed.clear()
    if (this.#kept.size < KEPT_MOST) return
    this.#older = this.#kept
    this.#kept = new Map()
  }

  /** Lets go of what was looked at long ago, in the middle of things: what was changed stays. */
  letGo(): void {
    if (this.#kept.size - this.#changed.size < KEPT_BETWEEN) return
    const changed = [...this.#changed].map((key) => [key, this.#find(key)] as const)
    this.#older = this.#kept
    this.#kept = new Map(changed)
  }

  #find(key: string): Kept {
    const known = this.#kept.get(key)
    if (known) return known
    const kept = this.#older.get(key) ?? { value: fromShelf(this.#shelf.get(key)) }
    this.#kept.set(key, kept)
    return kept
  }
}

function isList(was: Plain | null | undefined): was is { list: number[] } {
  return typeof was === 'object' && was !== null && 'list' in was
}

function onShelf(value: Value): string | Uint8Array | undefined {
  if (value === undefined || (value instanceof Numbers && value.length === 0)) return undefined
  return value instanceof Numbers ? value.toBytes() : JSON.stringify(value)
}

function fromShelf(value: string | Uint8Array | undefined): Value {
  if (value === undefined) return undefined
  return typeof value === 'string' ? (JSON.parse(value) as Plain) : Numbers.from(value)
}
