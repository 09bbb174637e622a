// When to try again what failed: one to two minutes at first, twice as long each time, half a day at most. Half of it is fixed
// and half by chance, so that sources that failed together do not come back together.

const FIRST_MS = 2 * 60 * 1000
const MOST_MS = 12 * 60 * 60 * 1000

/** Milliseconds until the next try after so many failures in a row. `random` gives numbers from 0 up to 1. */
export function nextTryMs(failures: number, random: () => number): number {
  const doubled = FIRST_MS * 2 ** Math.min(Math.max(failures, 1) - 1, 20)
  const wait = Math.min(doubled, MOST_MS)
  return Math.round(wait / 2 + (wait / 2) * random())
}
