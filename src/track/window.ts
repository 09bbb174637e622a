// The reports that are held while later ones are filed: those of the last weeks, and never more than some thousands. A story
// is open while one of its reports is held. What is held, and of which story it is, follows from the reports before a place.
import { comparePlaces, type Filed, type Place } from '../model/filed.ts'
import { Near } from './near.ts'
import { Queue } from './queue.ts'

/** A report that is held. */
export interface Held {
  readonly filed: Pick<Filed, 'id' | 'name' | 'published' | 'stems' | 'weights' | 'vector'>
  readonly slots: Int32Array // of its stems, in their order: where the window counts each
  readonly before: Int32Array // of its heaviest: the number of the report before it that has the stem among its own
  readonly least: number // what a stem must weigh to be among its heaviest
  readonly number: number // rises in the order of filing
  readonly near: Near // how like it is to earlier reports, where that was asked
  story: string // of which it is as far as the window has come
  inRegister: string // of which it is as far as the register tells
  shared: number // scratch: what it shares with the report that is being filed
}

export interface Limits {
  readonly days: number
  readonly reports: number
}

/** A story is closed once it has had no report for so many days, or none of the last so many reports. */
export const LIMITS: Limits = { days: 126, reports: 10_000 }

/** What one report's coming changed, so that it can be taken back. */
interface Step {
  readonly one: Held
  readonly moved: readonly (readonly [Held, string])[] // each with the story that it was of
  readonly left: readonly Held[]
  readonly day: number
}

const POSTED = 48 // of a report's stems: the heaviest, by which it is found
const STEPS = 500 // that can be taken back
const DAY = 86_400_000

export class Window {
  readonly #limits: Limits
  readonly #held = new Queue<Held>()
  readonly #steps = new Queue<Step>()
  readonly #slots = new Map<number, number>() // by stem
  readonly #counts: number[] = [] // by slot, as the next is
  readonly #last: number[] = [] // by slot: the number of the last report that has the stem among its heaviest
  readonly #byNumber = new Map<number, Held>()
  readonly #free: number[] = [] // slots
  #spread = new Float64Array(0)
  readonly #byId = new Map<string, Held>()
  readonly #byStory = new Map<string, Held[]>()
  #left: Held[] = []
  #day = Number.NEGATIVE_INFINITY
  #next = 0

  constructor(limits = LIMITS) {
    this.#limits = limits
  }

  get size(): number {
    return this.#held.size
  }

  get oldest(): Held | undefined {
    return this.#held.first
  }

  get newest(): Held | undefined {
    return this.#held.last
  }

  get held(): Iterable<Held> {
    return this.#held
  }

  /** What was let go of when the newest came. */
  get left(): readonly Held[] {
    return this.#steps.last?.left ?? []
  }

  /** Where a stem is counted; undefined where no held report has it. */
  slotOf(stem: number): number | undefined {
    return this.#slots.get(stem)
  }

  /** How many held reports have the stem of a slot. */
  countAt(slot: number): number {
    return this.#counts[slot] ?? 0
  }

  /**
   * The held reports that have a stem among their heaviest, and what it weighs there, the latest first and at most so many. Each leads
   * to the one before it: thousands of stems are in few reports, and a list for each takes more than what is in it.
   */
  eachPosted(slot: number, stem: number, most: number, look: (one: Held, weight: number) => void): void {
    let one = this.#byNumber.get(this.#last[slot] ?? NONE)
    for (let left = most; one && left > 0; left--) {
      const at = placeOf(one, stem)
      look(one, one.filed.weights[at] ?? 0)
      one = this.#byNumber.get(one.before[at] ?? NONE)
    }
  }

  /** Lays weights out by slot, until they are laid out as nothing. */
  spread(slots: Int32Array, weights: Float32Array): Float64Array {
    if (this.#spread.length < this.#counts.length) this.#spread = new Float64Array(2 * this.#counts.length)
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? -1
      if (slot >= 0) this.#spread[slot] = weights[at] ?? 0
    }
    return this.#spread
  }

  /** The held reports of a story, the first one first. */
  reportsOf(story: string): readonly Held[] {
    return this.#byStory.get(story) ?? []
  }

  /** Lets go of what is too old beside a report printed then; says what. */
  letGo(published: string | undefined): readonly Held[] {
    const day = dayOf(published)
    const now = Math.max(this.#day, day ?? this.#day)
    while (this.oldest) {
      const oldest = dayOf(this.oldest.filed.published)
      const isOld = oldest !== undefined && now - oldest > this.#limits.days
      if (!isOld && this.size < this.#limits.reports) break
      const one = this.#held.shift() as Held
      this.#take(one)
      this.#left.push(one)
    }
    return this.#left
  }

  /** Takes in a report after all that are held, as it was filed. */
  put(filed: Filed, near = new Near()): void {
    const one = this.#hold(filed, near)
    const moved = filed.moves.flatMap(({ report, story }) => {
      const other = this.#byId.get(report)
      if (!other) return []
      const before = other.story
      this.#setStory(other, story)
      return [[other, before] as const]
    })
    this.#held.push(one)
    this.#post(one)
    this.#steps.push({ one, moved, left: this.#left, day: this.#day })
    if (this.#steps.size > STEPS) this.#steps.shift()
    this.#left = []
    this.#day = Math.max(this.#day, dayOf(filed.published) ?? this.#day)
  }

  /** What was taken in so far cannot be taken back. */
  settle(): void {
    while (this.#steps.size > 0) this.#steps.shift()
  }

  /** Takes back the reports from a place on. False where it cannot: then the window is of no more use. */
  goBackTo(place: Place): boolean {
    for (const one of this.#left.splice(0).reverse()) this.#restore(one)
    for (;;) {
      const last = this.#held.last
      if (!last || comparePlaces(last.filed, place) < 0) return true
      const step = this.#steps.pop()
      if (!step || step.one !== last) return false
      this.#held.pop()
      this.#unpost(last)
      this.#take(last)
      for (const [other, story] of step.moved.toReversed()) this.#setStory(other, story)
      for (const one of step.left.toReversed()) this.#restore(one)
      this.#day = step.day
    }
  }

  #restore(one: Held): void {
    this.#held.unshift(one)
    this.#give(one)
    for (const [at, slot] of one.slots.entries()) {
      const isLast = isPosted(one, at) && (this.#last[slot] ?? NONE) < one.number
      if (isLast) this.#last[slot] = one.number
    }
  }

  #post(one: Held): void {
    this.#give(one)
    for (const [at, slot] of one.slots.entries()) {
      if (!isPosted(one, at)) continue
      one.before[at] = this.#last[slot] ?? NONE
      this.#last[slot] = one.number
    }
  }

  #unpost(last: Held): void {
    for (const [at, slot] of last.slots.entries()) if (isPosted(last, at)) this.#last[slot] = last.before[at] ?? NONE
  }

  #hold({ id, name, published, stems, weights, vector, joined, story }: Filed, near: Near): Held {
    const { slots, before, ...own } = inOnePiece(stems, weights)
    return {
      filed: { id, name, published, ...own, vector },
      slots,
      before,
      least: leastPosted(weights),
      near,
      number: this.#next++,
      story: joined,
      inRegister: story,
      shared: 0,
    }
  }

  #give(one: Held): void {
    const { stems, id } = one.filed
    for (let at = 0; at < stems.length; at++) {
      const slot = this.#slotFor(stems[at] ?? 0)
      one.slots[at] = slot
      this.#counts[slot] = (this.#counts[slot] ?? 0) + 1
    }
    this.#byId.set(id, one)
    this.#byNumber.set(one.number, one)
    this.#join(one)
  }

  #take(one: Held): void {
    const { stems } = one.filed
    for (let at = 0; at < one.slots.length; at++) {
      const slot = one.slots[at] ?? 0
      const left = (this.#counts[slot] ?? 0) - 1
      this.#counts[slot] = left
      if (left > 0) continue
      this.#slots.delete(stems[at] ?? 0)
      this.#free.push(slot)
    }
    this.#byId.delete(one.filed.id)
    this.#byNumber.delete(one.number)
    this.#leave(one)
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

  #setStory(one: Held, story: string): void {
    this.#leave(one)
    one.story = story
    this.#join(one)
  }

  #leave(one: Held): void {
    const others = this.#byStory.get(one.story)?.filter((other) => other !== one) ?? []
    if (others.length > 0) this.#byStory.set(one.story, others)
    else this.#byStory.delete(one.story)
  }

  #join(one: Held): void {
    const group = this.#byStory.get(one.story) ?? []
    const isLast = group.length === 0 || (group.at(-1)?.number ?? 0) < one.number
    if (isLast) group.push(one)
    else
      group.splice(
        group.findIndex(({ number }) => number > one.number),
        0,
        one,
      )
    this.#byStory.set(one.story, group)
  }
}

/** Days since 1970; undefined where there is no day. */
export function dayOf(published: string | undefined): number | undefined {
  const time = published === undefined ? Number.NaN : Date.parse(published)
  return Number.isNaN(time) ? undefined : time / DAY
}

/** The moment so many days after the beginning of 1970. */
export function instantOf(days: number): string {
  return new Date(days * DAY).toISOString()
}

/** What a stem must weigh to be among a report's heaviest. */
export function leastPosted(weights: Float32Array): number {
  const least = weights.length > POSTED ? (weights.toSorted().at(-POSTED) ?? 0) : 0
  return Math.max(least, Number.MIN_VALUE)
}

const NONE = -1 // a number that no report has

function isPosted({ filed: { weights }, least }: Held, at: number): boolean {
  return (weights[at] ?? 0) >= least
}

// Where a stem stands in a report that has it.
function placeOf({ filed: { stems } }: Held, stem: number): number {
  let [low, high] = [0, stems.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((stems[middle] ?? 0) < stem) low = middle + 1
    else high = middle
  }
  return low
}

// Ten thousand are held, and an array of its own takes more than what is in it.
function inOnePiece(
  stems: Uint32Array,
  weights: Float32Array,
): Pick<Filed, 'stems' | 'weights'> & Pick<Held, 'slots' | 'before'> {
  const { length, byteLength } = stems
  const piece = new ArrayBuffer(4 * byteLength)
  const own = {
    stems: new Uint32Array(piece, 0, length),
    weights: new Float32Array(piece, byteLength, length),
    slots: new Int32Array(piece, 2 * byteLength, length),
    before: new Int32Array(piece, 3 * byteLength, length),
  }
  own.stems.set(stems)
  own.weights.set(weights)
  return own
}
