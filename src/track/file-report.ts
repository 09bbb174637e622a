// Which story a report is of: the one whose held reports it is most like on average, or a new one. Then that story alone is looked
// at: whether its coming shows that it is two, or one with another. What is like is weighed by the reports that are held.
import type { Filed, FiledPlace, Move } from '../model/filed.ts'
import type { Vector } from '../model/vector.ts'
import { compareReports, compareSpread, type Weighed, weighStems } from './compare-reports.ts'
import { areApart, between, fallApart, type Likeness } from './fall-apart.ts'
import { findSharing, NOWHERE } from './find-sharing.ts'
import type { Held } from './held.ts'
import { countImagined, IMAGINED } from './imagine-reports.ts'
import { Near } from './near.ts'
import type { Bag } from './pack-words.ts'
import type { Window } from './window.ts'

/** A report that is to be filed. */
export interface Fileable extends FiledPlace, Bag {
  readonly vector?: Vector | undefined // all reports have one, or none has
}

// Mean likeness to the reports of a story. What is chosen here and beside was chosen on topics 1 to 20 of the corpus of stories, where
// the sample's stories come out too; see test/corpus/stories.test.ts.
const NEAR = 0.35
const NEAR_BY_WORDS = 0.26 // where there are no vectors
const COMPARED = 20 // reports of a story that a new one is held against: the latest
const MOVED = 40 // a story of more reports than these is never two, nor one with an older
const KIN = 12 // reports of each of two stories that are compared to see whether they are one
const OTHERS = 3 // stories that a story may turn out to be one with

/** A report that is held, or, where undefined, the one that is being filed. */
type One = Held | undefined

interface Tried {
  readonly story: string
  readonly reports: readonly Held[]
  readonly like: number
}

/** Files a report after all that the window holds. The window takes it in. */
export function fileReport(window: Window, report: Fileable): Filed {
  window.letGo(report.published)
  const slots = Int32Array.from(report.stems, (stem) => window.stems.slotOf(stem) ?? NOWHERE)
  const seen = window.size + 1 + IMAGINED
  const countAt = (at: number): number =>
    window.stems.countAt(slots[at] ?? NOWHERE) + countImagined(report.stems[at] ?? 0) + 2
  const weights = weighStems(report, (at) => Math.log(seen / countAt(at)))
  const near = new Map<number, number>()
  const likeness = makeLikeness({ ...report, weights }, slots, window.stems.spread(slots, weights), near)
  const tried = findSharing(window, slots, { stems: report.stems, weights }).map((story): Tried => {
    const reports = window.reportsOf(story)
    return { story, reports, like: between<One>([undefined], reports.slice(-COMPARED), likeness) }
  })
  const { joined, moves } = choose(
    report,
    tried.toSorted((a, b) => b.like - a.like),
    likeness,
  )
  window.stems.spread(slots, new Float32Array(slots.length))
  const { id, name, published, stems, counts, vector } = report
  const filed: Filed = {
    ...{ id, name, stems, counts, weights, joined, moves, story: joined },
    ...(published !== undefined && { published }),
    ...(vector && { vector }),
  }
  const own = new Set(
    window
      .reportsOf(joined)
      .slice(-MOVED)
      .map(({ number }) => number),
  )
  window.put(filed, new Near([...near].filter(([number]) => own.has(number))))
  return filed
}

function choose(report: Fileable, tried: readonly Tried[], likeness: Likeness<One>): Pick<Filed, 'joined' | 'moves'> {
  const threshold = report.vector ? NEAR : NEAR_BY_WORDS
  const joins = tried[0] && tried[0].like >= threshold ? tried[0] : undefined
  const story = joins?.story ?? report.id
  const members: One[] = [...(joins?.reports ?? []), undefined]
  const idOf = (part: readonly One[]): string => part[0]?.filed.id ?? report.id
  const isMovable = (part: readonly One[], of: string): boolean => part.length <= MOVED && idOf(part) === of

  let joined = story
  const moves = new Map<string, Move>()
  const move = (part: readonly One[], to: string): void => {
    for (const one of part) {
      if (one) moves.set(one.filed.id, { report: one.filed.id, story: to })
      else joined = to
    }
  }
  const [first = members, second] = (isMovable(members, story) && fallApart(members, likeness)) || [members]
  if (second) move(second, idOf(second))
  const others = tried.filter((one) => one !== joins && one.like >= threshold / 2).slice(0, OTHERS)
  for (const [part, of] of [[first, story] as const, ...(second ? [[second, idOf(second)] as const] : [])]) {
    const kin = findKin(part, others, threshold, likeness)
    if (!kin) continue
    const isKinOlder = (kin.reports[0]?.number ?? 0) < (part[0]?.number ?? Number.POSITIVE_INFINITY)
    if (isKinOlder && isMovable(part, of)) move(part, kin.story)
    else if (!isKinOlder && isMovable(kin.reports, kin.story)) move(kin.reports, of)
  }
  return { joined, moves: [...moves.values()] }
}

// The story that a story turns out to be one with.
function findKin(
  part: readonly One[],
  others: readonly Tried[],
  threshold: number,
  likeness: Likeness<One>,
): Tried | undefined {
  let best = threshold
  let kin: Tried | undefined
  for (const other of others) {
    const [few, many]: [readonly One[], readonly One[]] = [part.slice(-KIN), other.reports.slice(-KIN)]
    const like = between(few, many, likeness)
    if (like < best || (few.length > 1 && many.length > 1 && areApart(few, many, likeness))) continue
    best = like
    kin = other
  }
  return kin
}

// Remembers how like the new report is to others, and of the others how like those of one story are.
function makeLikeness(
  report: Weighed,
  slots: Int32Array,
  spread: Float64Array,
  near: Map<number, number>,
): Likeness<One> {
  const compare = (early: One, late: One): number => {
    if (early && late) return compareReports(early.filed, late.filed)
    return early
      ? compareSpread(spread, report, early.filed, early.slots)
      : compareSpread(spread, report, report, slots)
  }
  return (a, b) => {
    const [early, late] = b === undefined || (a && a.number < b.number) ? [a, b] : [b, a]
    const known = late?.near ?? near
    const number = early?.number ?? -1
    const before = known.get(number)
    if (before !== undefined) return before
    const like = compare(early, late)
    if (!late || early?.story === late.story) known.set(number, like)
    return like
  }
}
