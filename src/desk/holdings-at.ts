// What the desk knew when a day ended: the same as an edition whose week ended with it.
import type { Day } from '../model/id.ts'
import type { Desk } from './desk.ts'
import { type Holdings, loadHoldings } from './holdings.ts'
import { knownBy } from './known-by.ts'

/** The holdings as a reader at the end of the day could have made them. */
export async function holdingsAt(desk: Pick<Desk, 'store'>, day: Day): Promise<Holdings> {
  return knownBy(await loadHoldings(desk), dayAfter(day))
}

/** The day after it, as text that sorts. */
export function dayAfter(day: Day): Day {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString()
  return next.startsWith('+') ? '~' : next.slice(0, 10) // past the year 9999: after every day that can be written
}
