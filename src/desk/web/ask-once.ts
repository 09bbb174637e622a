// One address asked for at once, for a person who waits: to follow what stands there, or to take it in.
import type { Kept } from '../../archive/keep-capture.ts'
import { giveTurnBack, takeTurn } from '../../archive/turns.ts'
import type { Fetched } from '../../ingest/fetch.ts'
import { ReadoutError } from '../../model/errors.ts'
import { instantOf } from './clock.ts'
import { hopTurns } from './enter-hop.ts'
import type { Following } from './following.ts'
import { hostKey } from './host-key.ts'
import { keepAnswer, type Question } from './keep-answer.ts'
import { askRobots, knownRobots } from './robots-of.ts'
import { isHad, tellOutcome } from './settle-page.ts'

const LEASE_MS = 15 * 60 * 1000

/** One request for a person who waits, in its turn, as robots.txt allows; kept. Throws FETCH_FAILED with the reason. */
export async function askOnce(following: Following, question: Question): Promise<Fetched & { readonly kept: Kept }> {
  const { url, what } = question
  const { desk, clock, settings, leaseMs = LEASE_MS, fetcher, signal } = following
  const state = await desk.store.state()
  const gapMs = settings.hostGapSeconds * 1000
  const fail = (reason: string): ReadoutError => new ReadoutError('FETCH_FAILED', `${url}: ${reason}`)
  for (;;) {
    signal?.throwIfAborted()
    const terms = { holder: following.nextHolder(), now: instantOf(clock), until: instantOf(clock, leaseMs), gapMs }
    const turn = await takeTurn(state, hostKey(url), terms)
    if (!turn) {
      await clock.sleep(250, signal)
      continue
    }
    const hops = hopTurns(following, turn)
    try {
      const robots = knownRobots(turn.robots, url, instantOf(clock))
      if (!robots) {
        await askRobots(following, turn, url, hops.wait)
        continue
      }
      const why = robots.whyNot(url)
      if (why !== undefined) throw fail(why)
      const fetched = await fetcher.fetch({
        url,
        what,
        isAllowedHop: (next) => hops.enter(next),
        ...(signal && { signal }),
      })
      const kept = await keepAnswer(desk, question, fetched, instantOf(clock))
      if (isHad(fetched)) return { ...fetched, kept }
      throw fail(`${tellOutcome(fetched).reason ?? 'it brought nothing'}; look at the address in a browser`)
    } finally {
      await hops.giveBack()
      await giveTurnBack(state, turn, { now: instantOf(clock), gapMs })
    }
  }
}
