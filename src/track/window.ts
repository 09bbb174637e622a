// The reports that are held while later ones are filed: those of the last months, and never more than ten thousand. A story
// is open while one of its reports is held. What is held, and of which story it is, follows from the reports before a place.
import { comparePlaces, type Filed, type FiledPlace } from '../model/filed.ts'
import { type Held, holdReport } from './held.ts'
import type { Near } from './near.ts'
import { Queue } from './queue.ts'
import { StemIndex } from './stem-index.ts'

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

const STEPS = 500 // that can be taken back
const DAY = 86_400_000

export class Window {
  readonly #limits: Limits
  readonly #held = new Queue<Held>()
  readonly #steps = new Queue<Step>()
  readonly stems = new StemIndex() // of what is held
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

  /** The held reports of a story, the first one first. */
  reportsOf(story: string): readonly Held[] {
    return this.#byStory.get(story) ?? []
  }

  /** Lets go of what is too old beside a report printed then, and of the oldest where the window is full; says what. */
  letGo(published: string | undefined): readonly Held[] {
    const day = dayNumber(published)
    const now = Math.max(this.#day, day ?? this.#day)
    while (this.oldest) {
      const oldest = dayNumber(this.oldest.filed.published)
      const isOld = oldest !== undefined && now - oldest > this.#limits.days
      if (!isOld && this.size < this.#limits.reports) break
      const one = this.#held.shift() as Held
      this.stems.letGo(one)
      this.#forget(one)
      this.#left.push(one)
    }
    return this.#left
  }

  /** Takes in a report after all that are held, as it was filed. */
  put(filed: Filed, near?: Near): void {
    const one = holdReport(filed, this.#next++, near)
    const moved = filed.moves.flatMap(({ report, story }) => {
      const other = this.#byId.get(report)
      if (!other) return []
      const before = other.story
      this.#setStory(other, story)
      return [[other, before] as const]
    })
    this.#held.push(one)
    this.stems.add(one)
    this.#know(one)
    this.#steps.push({ one, moved, left: this.#left, day: this.#day })
    if (this.#steps.size > STEPS) this.#steps.shift()
    this.#left = []
    this.#day = Math.max(this.#day, dayNumber(filed.published) ?? this.#day)
  }

  /** What was taken in so far cannot be taken back. */
  settle(): void {
    while (this.#steps.size > 0) this.#steps.shift()
  }

  /** Takes back the reports from a place on. False where it cannot: then the window is of no more use. */
  goBackTo(place: FiledPlace): boolean {
    for (const one of this.#left.splice(0).reverse()) this.#restore(one)
    for (;;) {
      const last = this.#held.last
      if (!last || comparePlaces(last.filed, place) < 0) return true
      const step = this.#steps.pop()
      if (!step || step.one !== last) return false
      this.#held.pop()
      this.stems.takeBack(last)
      this.#forget(last)
      for (const [other, story] of step.moved.toReversed()) this.#setStory(other, story)
      for (const one of step.left.toReversed()) this.#restore(one)
      this.#day = step.day
    }
  }

  #restore(one: Held): void {
    this.#held.unshift(one)
    this.stems.restore(one)
    this.#know(one)
  }

  #know(one: Held): void {
    this.#byId.set(one.filed.id, one)
    this.#join(one)
  }

  #forget(one: Held): void {
    this.#byId.delete(one.filed.id)
    this.#leave(one)
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
export function dayNumber(published: string | undefined): number | undefined {
  const time = published === undefined ? Number.NaN : Date.parse(published)
  return Number.isNaN(time) ? undefined : time / DAY
}

/** The moment so many days after the beginning of 1970. */
export function instantOf(days: number): string {
  return new Date(days * DAY).toISOString()
}
