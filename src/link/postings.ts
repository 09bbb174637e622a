// Which things have a key, latest first to go: an inverted index that holds no more than the last months of a key, so that
// looking something up costs the same however many reports there are.
import type { Memory } from './memory.ts'
import type { Numbers } from './numbers.ts'

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
 * The things of a key in the days before, and those of reports without a date; to such a report, all. 'many' where they
 * are too many to tell anything.
 */
export function listPosted(memory: Memory, key: string, day: Day): readonly Posted[] | 'many' {
  const dated = memory.list(key)
  const undated = undatedList(memory, key)
  const from = day === 'undated' ? 0 : findFrom(dated, day - WITHIN)
  if ((dated.length - from + undated.length) / 2 > MOST) return 'many'
  return [
    ...listFrom(dated, Math.max(from, dated.length - 2 * LATEST)),
    ...listFrom(undated, undated.length - 2 * LATEST),
  ]
}

/** The list of a key that reports without a date have added to; most desks have none. */
export function undatedList(memory: Memory, key: string): Numbers {
  return memory.list(memory.read('undated') === undefined ? 'undated none' : `${key} ~`)
}

function listFrom(list: Numbers, from: number): Posted[] {
  const posted: Posted[] = []
  for (let at = Math.max(0, from); at < list.length; at += 2) {
    posted.push({ number: list.at(at), weight: (list.at(at + 1) & 0xffff) / UNIT })
  }
  return posted
}

/** Posts a thing under a key; where it is among the last dozen of the month already, nothing is added. Days never go back. */
export function post(memory: Memory, bare: string, day: Day, { number, weight }: Posted): void {
  const key = day === 'undated' ? `${bare} ~` : bare
  const list = memory.list(key)
  const days = day === 'undated' ? 0 : day
  for (let at = list.length - 2; at >= Math.max(0, list.length - 24); at -= 2) {
    if (list.at(at) === number && list.at(at + 1) >>> 16 >= days - RENEWED) return
  }
  if (list.length >= 6 * MOST)
    memory.replace(
      key,
      list
        .toArray()
        .slice(findFrom(list, days - WITHIN))
        .slice(-3 * MOST),
    )
  memory.append(key, number, ((days << 16) | Math.min(0xffff, Math.round(weight * UNIT))) >>> 0)
}

const RENEWED = 30 // days after which a thing that comes again is posted again, so that it is found for another WITHIN

// The place of the first entry of the day or later.
function findFrom(list: Numbers, day: number): number {
  let [low, high] = [0, list.length / 2]
  while (low < high) {
    const middle = (low + high) >> 1
    if (list.at(2 * middle + 1) >>> 16 < day) low = middle + 1
    else high = middle
  }
  return 2 * low
}
