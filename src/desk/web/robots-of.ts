// Whether a host lets us in: its robots.txt, asked for once a day, in a turn of its own.
import { findLatestCapture } from '../../archive/captures.ts'
import { type KnownRobots, keepRobots, type Turn } from '../../archive/turns.ts'
import { judgeRobots } from '../../ingest/fetching/judge-robots.ts'
import { ALLOW_ALL, disallowAll, parseRobots, type Robots } from '../../ingest/fetching/robots.ts'
import type { Outcome } from '../../model/capture.ts'
import { later } from '../../model/instant.ts'
import { instantOf } from './clock.ts'
import type { Following } from './following.ts'
import { keepAnswer } from './keep-answer.ts'

const HOUR = 3600 * 1000
const FRESH = 24 * HOUR // RFC 9309, 2.4: no longer than a day
const FRESH_FAULT = HOUR // of an answer that told nothing
const FRESH_GUARD = 5000 // of the guard's: settings let a network in, and whoever changed them asks again at once
const LONGEST_DELAY = HOUR
const BY_GUARD = -1 // in place of a status

type Refused = Extract<Outcome, { kind: 'refused' }>

/** The rules of a host as last had; undefined where they have to be asked for first. */
export function knownRobots(known: KnownRobots | undefined, url: string, now: string): Robots | undefined {
  if (!known) return undefined
  const isTold = known.status > 0
  const fresh = isTold ? FRESH : known.status === BY_GUARD ? FRESH_GUARD : FRESH_FAULT
  if (later(known.at, fresh) <= now) return undefined
  if (!isTold) return disallowAll(known.text)
  return known.status < 300 ? parseRobots(robotsUrl(url), new TextEncoder().encode(known.text)) : ALLOW_ALL
}

/** The refusal of a host that the guard did not let us ask for its robots.txt: nothing else is asked there either. */
export function guardRefusal(known: KnownRobots | undefined): Refused | undefined {
  return known?.status === BY_GUARD ? { kind: 'refused', by: 'guard', reason: known.text } : undefined
}

/**
 * Asks for the robots.txt of the address's host, with its turn in hand, and keeps what it said. `wait` takes the turn of
 * another host that it leads to: else a hundred hosts could send us to one at the same time.
 */
export async function askRobots(
  { desk, clock, fetcher, signal }: Following,
  { host }: Turn,
  url: string,
  wait: (url: string) => Promise<true | string>,
): Promise<{ rules?: Robots; retryAfterMs?: number }> {
  const asked = robotsUrl(url)
  const fetched = await fetcher.fetch({ url: asked, what: 'robots', isAllowedHop: wait, ...(signal && { signal }) })
  const at = instantOf(clock)
  const { outcome, hops, body, retryAfterMs } = fetched
  const before = findLatestCapture(desk.store, asked)?.capture.outcome
  const isSame = before && JSON.stringify(before) === JSON.stringify(outcome)
  if (!isSame) await keepAnswer(desk, { url: asked, what: 'robots' }, fetched, at)
  const rules = judgeRobots(asked, fetched)
  if (rules) {
    const why = rules.whyNot(asked) // of its own address only where nothing may be asked for
    const isText = outcome.kind === 'answered' && (hops.at(-1)?.status ?? 0) < 300
    const isInner = outcome.kind === 'refused' && outcome.by === 'guard' && hops.length === 0
    const text = isInner ? outcome.reason : (why ?? (isText && body ? new TextDecoder().decode(body) : ''))
    const known = { text, status: isInner ? BY_GUARD : why ? 0 : isText ? 200 : 404, at }
    const delay = rules.crawlDelayMs
    const longest = delay === undefined ? undefined : Math.min(delay, LONGEST_DELAY)
    await keepRobots(await desk.store.diary(), host, known, longest)
  }
  return { ...(rules && { rules }), ...(retryAfterMs !== undefined && { retryAfterMs }) }
}

/** https://courier.example/world/dam.html -> https://courier.example/robots.txt */
export function robotsUrl(url: string): string {
  return new URL('/robots.txt', url).href
}
