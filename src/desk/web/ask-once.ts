// One address asked for at once, for a person who waits: to follow what stands there, or to take it in.
import type { Kept } from '../../archive/keep-capture.ts'
import { freeTurns, giveTurnBack, takeTurn } from '../../archive/turns.ts'
import type { Fetched } from '../../ingest/fetch.ts'
import { ReadoutError } from '../../model/errors.ts'
import { stoppedIntake } from '../ops/why-no-intake.ts'
import { instantOf } from './clock.ts'
import { hopTurns, type Peace } from './enter-hop.ts'
import { type Following, LEASE_MS } from './following.ts'
import { hostKey } from './host-key.ts'
import { keepAnswer, type Question } from './keep-answer.ts'
import { askRobots, knownRobots } from './robots-of.ts'
import { isHad, tellOutcome } from './settle-page.ts'

const PATIENCE_MS = 2 * 60 * 1000 // for the turn at the host

/** One request for a person who waits, in its turn, as robots.txt allows; kept. Throws FETCH_FAILED with the reason. */
export async function askOnce(following: Following, question: Question): Promise<Fetched & { readonly kept: Kept }> {
  const { url, what } = question
  const { desk, clock, settings, leaseMs = LEASE_MS, fetcher, signal, isGone } = following
  const no = await following.whyNot?.()
  if (no) throw stoppedIntake(desk.store.dir, no)
  const state = await desk.store.diary()
  const gapMs = settings.hostGapSeconds * 1000
  const fail = (reason: string): ReadoutError => new ReadoutError('FETCH_FAILED', `${url}: ${reason}`)
  if (isGone) await freeTurns(state, isGone)
  const end = clock.now() + PATIENCE_MS
  for (let hasAsked = false; ; ) {
    signal?.throwIfAborted()
    const terms = { holder: following.nextHolder(), now: instantOf(clock), until: instantOf(clock, leaseMs), gapMs }
    const turn = await takeTurn(state, hostKey(url), terms)
    if (!turn) {
      if (clock.now() > end) throw fail('its host is busy or wants to be left alone; try again in an hour')
      await clock.sleep(250, signal)
      continue
    }
    const hops = hopTurns(following, turn)
    let peace: Peace | undefined
    try {
      const isTold = turn.robots && (turn.robots.status !== 0 || hasAsked) // a fault of an hour ago may be over
      const known = isTold ? knownRobots(turn.robots, url, instantOf(clock)) : undefined
      const robots = known ?? (await askRobots(following, turn, url, hops.wait)).rules
      hasAsked = true
      const why = robots?.whyNot(url)
      if (why !== undefined) throw fail(why)
      if (!known) continue
      const fetched = await fetcher.fetch({
        url,
        what,
        isAllowedHop: (next) => hops.enter(next),
        ...(signal && { signal }),
      })
      peace = { host: hostKey(fetched.hops.at(-1)?.url ?? url), notBefore: instantOf(clock, fetched.retryAfterMs) }
      const kept = await keepAnswer(desk, question, fetched, instantOf(clock))
      if (isHad(fetched)) return { ...fetched, kept }
      throw fail(`${tellOutcome(fetched).reason ?? 'it brought nothing'}; look at the address in a browser`)
    } finally {
      await hops.giveBack(peace)
      const notBefore = peace?.host === turn.host ? peace.notBefore : ''
      await giveTurnBack(state, turn, { now: instantOf(clock), gapMs, notBefore })
    }
  }
}
