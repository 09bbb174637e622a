// A redirect is a request like any other: the host that it leads to is asked in its turn, and only where it lets us in.
import { giveTurnBack, type Turn, takeTurn } from '../../archive/turns.ts'
import type { FetchRequest } from '../../ingest/fetch.ts'
import { instantOf } from './clock.ts'
import { type Following, LEASE_MS } from './following.ts'
import { hostKey } from './host-key.ts'
import { askRobots, guardRefusal, knownRobots } from './robots-of.ts'

/** The turns taken on the way, to be given back when the answer is there. */
export interface HopTurns {
  /** True: the hop may be asked now. Else why not; `isLate` then says whether another time may be better. */
  enter(url: string): ReturnType<NonNullable<FetchRequest['isAllowedHop']>>
  /** The same for what leads on from a robots.txt: its host is asked in its turn, whatever its own rules are. */
  wait(url: string): Promise<true | string>
  isLate(): boolean
  giveBack(peace?: Peace): Promise<void>
}

/** A host that wants to be left alone until then. */
export interface Peace {
  readonly host: string
  readonly notBefore: string
}

const PATIENCE_MS = 2 * 60 * 1000 // for the turn at another host

/** Turns for the hops of one request, whose first turn is in hand. */
export function hopTurns(following: Following, first: Turn): HopTurns {
  const { desk, settings, clock, leaseMs = LEASE_MS, signal } = following
  const gapMs = settings.hostGapSeconds * 1000
  const held = new Map<string, Turn>([[first.host, first]])
  let late = false

  const giveBack = async ({ host, holder }: Turn, notBefore?: string): Promise<void> => {
    const now = instantOf(clock)
    const terms = { now, gapMs, ...(notBefore && { notBefore }) }
    await giveTurnBack(await desk.store.diary(), { host, holder }, terms)
  }
  const waitFor = async (host: string): Promise<Turn | undefined> => {
    const state = await desk.store.diary()
    const end = clock.now() + PATIENCE_MS
    while (!signal?.aborted && clock.now() < end) {
      const terms = { holder: first.holder, now: instantOf(clock), until: instantOf(clock, leaseMs), gapMs }
      const turn = await takeTurn(state, host, terms)
      if (turn) return turn
      await clock.sleep(500, signal)
    }
    return undefined
  }

  const wait = async (url: string): Promise<true | string> => {
    const host = hostKey(url)
    if (held.has(host)) return true
    const turn = await waitFor(host)
    if (turn) held.set(host, turn)
    return turn ? true : `${host}, where it leads, was busy`
  }

  return {
    wait,
    async enter(url) {
      const host = hostKey(url)
      const before = held.get(host)
      if (before) await giveBack(before) // the gap holds between the hops of one host as well
      for (let asked = 0; asked < 2; asked += 1) {
        const turn = await waitFor(host)
        if (!turn) break
        held.set(host, turn)
        const robots = knownRobots(turn.robots, url, instantOf(clock))
        if (robots) return guardRefusal(turn.robots) ?? robots.whyNot(url) ?? true
        const { retryAfterMs = 0 } = await askRobots(following, turn, url, wait)
        await giveBack(turn, instantOf(clock, retryAfterMs))
      }
      late = true
      return `${host}, where it leads, was busy`
    },
    isLate: () => late,
    async giveBack(peace) {
      // the first host's turn goes back with what its answer asks for
      for (const turn of held.values()) {
        if (turn.host !== first.host) await giveBack(turn, turn.host === peace?.host ? peace.notBefore : undefined)
      }
      held.clear()
    },
  }
}
