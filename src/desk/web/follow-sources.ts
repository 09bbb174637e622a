// The loop that asks: so many hosts at the same time, each in its turn, until nothing is due or it is told to stop.
import { nextTurn } from '../../archive/addresses.ts'
import { instantOf } from './clock.ts'
import { enterAll } from './follow-source.ts'
import type { Following } from './following.ts'
import { allSources } from './list-sources.ts'
import { askTaken, takeNext } from './take-one.ts'

const LOOK_MS = 1000 // between two looks for what is due
const PATIENCE_MS = 2 * 60 * 1000 // a host that wants to be left alone for longer is left for another time

/**
 * Asks for whatever is due. With `isEndless` until the signal aborts, else until nothing is due
 * that can be had in two minutes; a page that a feed leads to is due at once. Rejects where the desk's own files fail.
 */
export async function followSources(following: Following, { isEndless = false } = {}): Promise<void> {
  const { desk, clock, settings, signal } = following
  const state = await desk.store.state()
  await enterAll({ store: desk.store, now: () => instantOf(clock) })
  let busy = 0
  const isDone = async (): Promise<boolean> => {
    if (signal?.aborted) return true
    if (isEndless || busy > 0) return false
    const next = await nextTurn(state, instantOf(clock))
    return !next || next.at > instantOf(clock, PATIENCE_MS)
  }
  const lane = async (): Promise<void> => {
    for (;;) {
      const taken = signal?.aborted ? undefined : await takeNext(following, allSources(desk))
      if (!taken) {
        if (await isDone()) return
        await clock.sleep(LOOK_MS, signal)
        continue
      }
      busy += 1
      try {
        await askTaken(following, taken)
      } catch (error) {
        if (!signal?.aborted) throw error // told to stop in the middle: it was let go
      } finally {
        busy -= 1
      }
    }
  }
  await Promise.all(Array.from({ length: settings.inFlight }, lane))
}
