// In how many of the reports that are held each stem is, and in which it is among the heaviest. Each of these leads to the one before
// it: thousands of stems are in few reports, and a list for each would take more than what is in it.
import { type Held, isPosted, placeOf } from './held.ts'

const NONE = -1 // a number that no report has

export class StemIndex {
  readonly #slots = new Map<number, number>() // by stem
  readonly #counts: number[] = [] // by slot, as the next is
  readonly #last: number[] = [] // the number of the last report that has the stem among its heaviest
  readonly #free: number[] = [] // slots
  readonly #byNumber = new Map<number, Held>()
  #spread = new Float64Array(0)

  /** Where a stem is counted; undefined where no held report has it. */
  slotOf(stem: number): number | undefined {
    return this.#slots.get(stem)
  }

  /** How many held reports have the stem of a slot. */
  countAt(slot: number): number {
    return this.#counts[slot] ?? 0
  }

  /** The held reports that have a stem among their heaviest, and what it weighs there, the latest first and at most so many. */
  eachPosted(slot: number, stem: number, most: number, look: (one: Held, weight: number) => void): void {
    let one = this.#byNumber.get(this.#last[slot] ?? NONE)
    for (let left = most; one && left > 0; left--) {
      const at = placeOf(one, stem)
      look(one, one.filed.weights[at] ?? 0)
      one = this.#byNumber.get(one.before[at] ?? NONE)
    }
  }

  /** Weights by slot. The array stays the index's own, and has them until zeros are spread over the same slots. */
  spread(slots: Int32Array, weights: Float32Array): Float64Array {
    if (this.#spread.length < this.#counts.length) this.#spread = new Float64Array(2 * this.#counts.length)
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? -1
      if (slot >= 0) this.#spread[slot] = weights[at] ?? 0
    }
    return this.#spread
  }

  /** Takes in a report after all that are held. */
  add(one: Held): void {
    this.#count(one)
    for (const [at, slot] of one.slots.entries()) {
      if (!isPosted(one, at)) continue
      one.before[at] = this.#last[slot] ?? NONE
      this.#last[slot] = one.number
    }
  }

  /** Takes the last one back. */
  takeBack(last: Held): void {
    for (const [at, slot] of last.slots.entries()) if (isPosted(last, at)) this.#last[slot] = last.before[at] ?? NONE
    this.#uncount(last)
  }

  /** Lets the first one go. Whatever leads to it leads to nothing from now on. */
  letGo(first: Held): void {
    this.#uncount(first)
  }

  /** Puts back before all others what was let go of last. */
  restore(first: Held): void {
    this.#count(first)
    for (const [at, slot] of first.slots.entries()) {
      const isLast = isPosted(first, at) && (this.#last[slot] ?? NONE) < first.number
      if (isLast) this.#last[slot] = first.number
    }
  }

  #count(one: Held): void {
    for (const [at, stem] of one.filed.stems.entries()) {
      const slot = this.#slotFor(stem)
      one.slots[at] = slot
      this.#counts[slot] = (this.#counts[slot] ?? 0) + 1
    }
    this.#byNumber.set(one.number, one)
  }

  #uncount(one: Held): void {
    for (const [at, slot] of one.slots.entries()) {
      const left = (this.#counts[slot] ?? 0) - 1
      this.#counts[slot] = left
      if (left > 0) continue
      this.#slots.delete(one.filed.stems[at] ?? 0)
      this.#free.push(slot)
    }
    this.#byNumber.delete(one.number)
  }

  #slotFor(stem: number): number {
    const known = this.#slots.get(stem)
    if (known !== undefined) return known
    const slot = this.#free.pop() ?? this.#counts.length
    this.#slots.set(stem, slot)
    this.#counts[slot] = 0
    this.#last[slot] = NONE
    return slot
  }
}
