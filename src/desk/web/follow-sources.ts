// The loop that asks: so many hosts at the same time, each in its turn, until nothing is due or it is told to stop.
import { nextTurn } from '../../archive/addresses.ts'
import { mendClock } from '../../archive/mend-clock.ts'
import { freeTurns } from '../../archive/turns.ts'
import { type NoIntake, stoppedIntake } from '../ops/why-no-intake.ts'
import { instantOf } from './clock.ts'
import { enterAll } from './follow-source.ts'
import type { Following } from './following.ts'
import { watchSources } from './list-sources.ts'
import { askTaken, type Taken, takeNext } from './take-one.ts'

const LOOK_MS = 1000 // between two looks for what is due
const PATIENCE_MS = 2 * 60 * 1000 // a host that wants to be left alone for longer is left for another time

/**
 * Asks for whatever is due. With `isEndless` until the signal aborts, else until nothing is due
 * that can be had in two minutes; a page that a feed leads to is due at once. Where there is no room to take in more it waits, if endless and
 * unless its own process has to make room. Rejects where the desk's own files fail. Throws INTAKE_STOPPED where it does not wait.
 */
export async function followSources(following: Following, { isEndless = false } = {}): Promise<void> {
  const { desk, clock, settings, signal, isGone, whyNot, onIntake, mayKeep } = following
  const state = await desk.store.diary()
  await enterAll({ store: desk.store, now: () => instantOf(clock) })
  if (isGone) await freeTurns(state, isGone)
  const sources = watchSources(desk)
  const atWork = new Set<Promise<void>>()
  let fault: { readonly error: unknown } | undefined
  const begin = (taken: Taken): void => {
    const work = askTaken(following, taken)
      .catch((error: unknown) => {
        if (!signal?.aborted) fault ??= { error } // told to stop in the middle: it was let go
      })
      .finally(() => atWork.delete(work))
    atWork.add(work)
  }
  const isDone = async (): Promise<boolean> => {
    if (isEndless || atWork.size > 0) return false
    const next = await nextTurn(state, instantOf(clock))
    return !next || next.at > instantOf(clock, PATIENCE_MS)
  }
  let latest = Number.POSITIVE_INFINITY
  let stopped: NoIntake | undefined
  while (!signal?.aborted && !fault) {
    const now = clock.now()
    if (now < latest) await mendClock(state, instantOf(clock)) // at the start, and where the clock was set back
    latest = now
    if ((await mayKeep?.()) === false) break
    const no = await whyNot?.()
    if (no?.words !== stopped?.words && no?.what !== 'process') onIntake?.(no)
    stopped = no
    if (no && (!isEndless || no.what === 'process')) break
    if (no) {
      await clock.sleep(LOOK_MS, signal)
      continue
    }
    if (atWork.size >= settings.inFlight) {
      await Promise.race(atWork)
      continue
    }
    const taken = await takeNext(following, sources())
    if (taken) begin(taken)
    else if (await isDone()) break
    else {
      await clock.sleep(LOOK_MS, signal)
      if (isGone) await freeTurns(state, isGone)
    }
  }
  await Promise.all(atWork)
  if (fault) throw fault.error
  if (stopped && !isEndless) throw stoppedIntake(desk.store.dir, stopped)
}
