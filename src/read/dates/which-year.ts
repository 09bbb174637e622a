// Which year's: "last March", "this spring", "next summer".
import { dateOf, endOf, type Period } from './calendar.ts'
import type { Look, Parsed } from './look.ts'

/** Of "last March", "this March", "next March". */
export function whichYear({ today }: Look, make: (year: number) => Period, by: number): Pick<Parsed, 'period'> {
  if (today === undefined) return {}
  const { year } = dateOf(today)
  const own = make(year)
  if (by === 0) return { period: own }
  if (by < 0) return { period: endOf(own) <= today ? own : make(year - 1) }
  return { period: own.start > today ? own : make(year + 1) }
}

/** The words that say which, with the years that they count. */
export const WHICH: ReadonlyMap<string, number> = new Map(
  Object.entries({
    last: -1,
    past: -1,
    previous: -1,
    this: 0,
    current: 0,
    next: 1,
    coming: 1,
  }),
)
