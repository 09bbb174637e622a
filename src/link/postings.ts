// Which things have a key, latest first to go: an inverted index that holds no more than the last months of a key, so that
// looking something up costs the same however many reports there are.
import type { Memory } from './memory.ts'
import type { Numbers } from './numbers.ts'
import type { Postings } from './posting-index.ts'

/** One thing that has a key: its number, and what it weighs in all, 0 to 65. */
export interface Posted {
  readonly number: number
  readonly weight: number
}

export const WITHIN = 120 // days after which a claim that nobody put again is not joined by words any more
const MOST = 400 // a key of so many things finds none of them alone
const LATEST = 40 // of fewer, those that are looked at
const UNIT = 1000

/** When a report was printed, in days since 1970; of one without a date nobody knows how long ago it was. */
export type Day = number | 'undated'

/**
 * Visits the things of a key in the days before, and those of reports without a date; to such a report, all. False, and none is
 * visited, where they are too many to tell anything.
 */
export function visitPosted(
  memory: Memory,
  key: string,
  day: Day,
  visit: (number: number, weight: number) => void,
): boolean {
  const dated = memory.postings(key, day === 'undated')
  const undated = undatedList(memory, key)
  const from = day === 'undated' ? 0 : findFrom(dated, day - WITHIN)
  if (dated.length - from + undated.length / 2 > MOST) return false
  for (let at = Math.max(from, dated.length - LATEST); at < dated.length; at++) {
    visit(dated.numberAt(at), weightOf(dated.wordAt(at)))
  }
  for (let at = Math.max(0, undated.length - 2 * LATEST); at < undated.length; at += 2) {
    visit(undated.at(at), weightOf(undated.at(at + 1)))
  }
  return true
}

/** The things of a key as `visitPosted` visits them, or 'many'. */
export function listPosted(memory: Memory, key: string, day: Day): readonly Posted[] | 'many' {
  const posted: Posted[] = []
  return visitPosted(memory, key, day, (number, weight) => posted.push({ number, weight })) ? posted : 'many'
}

/** The list of a key that reports without a date have added to; most desks have none. */
export function undatedList(memory: Memory, key: string): Numbers {
  return memory.list(memory.read('undated') === undefined ? 'undated none' : `${key} ~`)
}

/** Posts a thing under a key; where it is among the last dozen of the month already, nothing is added. Days never go back. */
export function post(memory: Memory, key: string, day: Day, { number, weight }: Posted): void {
  const rounded = Math.min(0xffff, Math.round(weight * UNIT))
  if (day === 'undated') {
    const list = undatedList(memory, key)
    for (let at = list.length - 2; at >= Math.max(0, list.length - 2 * DOZEN); at -= 2) {
      if (list.at(at) === number) return
    }
    memory.append(`${key} ~`, number, rounded)
    return
  }
  const list = memory.postings(key, false)
  for (let at = list.length - 1; at >= Math.max(0, list.length - DOZEN); at--) {
    if (list.numberAt(at) === number && dayOf(list.wordAt(at)) >= day - RENEWED) return
  }
  memory.post(key, number, wordOf(day, rounded))
}

const RENEWED = 30 // days after which a thing that comes again is posted again, so that it is found for another WITHIN
const DOZEN = 12

/** A day and a weight in one number of 32 bits. */
export function wordOf(day: number, weight: number): number {
  return ((day << 16) | weight) >>> 0
}

/** The day of a posting. */
export function dayOf(word: number): number {
  return word >>> 16
}

function weightOf(word: number): number {
  return (word & 0xffff) / UNIT
}

// The place of the first posting of the day or later.
function findFrom(list: Postings, day: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (dayOf(list.wordAt(middle)) < day) low = middle + 1
    else high = middle
  }
  return low
}
