// One due address, in its turn: robots.txt first where that is not known, then one request, its answer made durable, and
// the diary's next line. A kill between two of these steps loses nothing and asks for nothing twice.
import type { Address, Settled } from '../../archive/address.ts'
import { settle, takeDue } from '../../archive/addresses.ts'
import { giveTurnBack, knowHosts, type Turn } from '../../archive/turns.ts'
import type { Fetched } from '../../ingest/fetch.ts'
import { nextTryMs } from '../../ingest/fetching/back-off.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Followed } from '../../model/followed.ts'
import { later } from '../../model/instant.ts'
import { instantOf } from './clock.ts'
import { hopTurns, type Peace } from './enter-hop.ts'
import { sourceId } from './follow-source.ts'
import { type Following, LEASE_MS } from './following.ts'
import { hostKey } from './host-key.ts'
import { findUnsettled, finish, keepAndFinish } from './keep-and-finish.ts'
import { askRobots, guardRefusal, knownRobots, robotsUrl } from './robots-of.ts'

/** An address that is due, with the turn at its host. */
export interface Taken {
  readonly turn: Turn
  readonly address: Address
  readonly source: Followed | undefined // that led to it, or that it is
  readonly watched: Followed | undefined // the source that this page is itself
}

/** The next address that is due and whose host has its turn, held; undefined where there is none now. */
export async function takeNext(
  { desk, settings, clock, leaseMs = LEASE_MS, nextHolder }: Following,
  sources: ReadonlyMap<string, Followed>,
): Promise<Taken | undefined> {
  const terms = { holder: nextHolder(), now: instantOf(clock), until: instantOf(clock, leaseMs) }
  const gapMs = settings.hostGapSeconds * 1000
  const taken = await takeDue(await desk.store.diary(), { ...terms, gapMs })
  if (!taken) return undefined
  const own = sources.get(sourceId(taken.address.url))
  const isWatched = own?.kind === 'page' && own.state === 'followed'
  return { ...taken, source: sources.get(taken.address.source ?? ''), watched: isWatched ? own : undefined }
}

const LONGEST_PEACE = 24 * 3600 * 1000 // for a host; the address that asked for more has all of it

/** Asks for what was taken, and gives the turn back. */
export async function askTaken(following: Following, taken: Taken): Promise<void> {
  const { desk, settings, clock } = following
  const { address, turn } = taken
  const state = await desk.store.diary()
  let retryAfterMs = 0
  try {
    retryAfterMs = (await handle(following, taken)) ?? 0
  } catch (error) {
    const isOurs = !following.signal?.aborted && !isOfDesk(error)
    await settle(state, { url: address.url, holder: turn.holder }, isOurs ? putOff(following, address, error) : {})
    if (!isOurs) throw error // let go as it was: another turn takes it up
  } finally {
    const now = instantOf(clock)
    const gapMs = settings.hostGapSeconds * 1000
    await giveTurnBack(state, turn, { now, gapMs, notBefore: later(now, Math.min(retryAfterMs, LONGEST_PEACE)) })
  }
}

/** True where no other address would fare better: the desk's own files fail. */
function isOfDesk(error: unknown): boolean {
  return error instanceof ReadoutError || (error instanceof Error && 'errcode' in error) // of node:sqlite
}

// A slip of ours over one answer ends nothing but that: it is told, and the address comes again later.
function putOff({ clock, random, onAsked }: Following, { url, what, failures }: Address, error: unknown): Settled {
  const reason = `unexpected fault: ${error instanceof Error ? error.message : String(error)}`
  onAsked?.({ url, what, outcome: 'fault', reason, found: 0 })
  const wait = nextTryMs(failures + 1, random)
  return { outcome: 'fault', reason, failures: failures + 1, due: instantOf(clock, wait) }
}

// Gives back how long the host wants to be left alone, in ms.
async function handle(following: Following, taken: Taken): Promise<number | undefined> {
  const { desk, clock } = following
  const { turn, address, source, watched } = taken
  const url = address.movedTo ?? address.url
  const state = await desk.store.diary()
  if (source?.url === address.url && source.state !== 'followed') {
    // paused while it was being asked, whose answer then said when to ask again
    await settle(state, { url: address.url, holder: turn.holder }, { due: undefined })
    return undefined
  }
  const host = hostKey(url)
  if (host !== turn.host) {
    await knowHosts(state, [host], instantOf(clock)) // it moved for good: from now on it waits for its new host's turn
    await settle(state, { url: address.url, holder: turn.holder }, { host })
    return undefined
  }
  const kept = await findUnsettled(following, address, url)
  if (kept) return void (await finish(following, taken, kept))
  const letGo = async (settled: Settled): Promise<void> => {
    const { reason } = settled
    const said = reason === undefined ? {} : { outcome: 'waits' }
    await settle(state, { url: address.url, holder: turn.holder }, { ...settled, ...said })
    if (reason !== undefined) following.onAsked?.({ url, what: address.what, outcome: 'waits', reason, found: 0 })
  }
  const hops = hopTurns(following, turn)
  const robots = knownRobots(turn.robots, url, instantOf(clock))
  if (!robots) {
    const { retryAfterMs } = await askRobots(following, turn, url, hops.wait).finally(() => hops.giveBack())
    await letGo({ due: address.due ?? instantOf(clock) })
    return retryAfterMs
  }
  const why = robots.whyNot(url)
  const inner = guardRefusal(turn.robots)
  if (why !== undefined && !inner && robots.whyNot(robotsUrl(url)) !== undefined) {
    const failures = address.failures + 1 // nothing is known of what may be asked for there
    const isGivenUp = address.what === 'page' && !watched && failures >= TRIES
    await letGo({ due: isGivenUp ? undefined : instantOf(clock, HOUR), failures, reason: why })
    return undefined
  }
  if (why !== undefined) {
    const refused = { kind: 'refused', by: 'robots', reason: why } as const
    await keepAndFinish(following, taken, { hops: [], sent: [], outcome: inner ?? refused })
    return undefined
  }
  let peace: Peace | undefined
  try {
    const { etag, modified, tagsFrom } = address
    const fetched = await following.fetcher.fetch({
      url,
      what: address.what,
      ...(etag !== undefined && { etag }),
      ...(modified !== undefined && { modified }),
      ...(tagsFrom !== undefined && { from: tagsFrom }),
      isAllowedHop: (next) => hops.enter(next),
      ...(following.signal && { signal: following.signal }),
    })
    if (hops.isLate())
      await letGo({
        due: instantOf(clock, 5 * MINUTE),
        reason: 'reason' in fetched.outcome ? fetched.outcome.reason : '',
      })
    else await keepAndFinish(following, taken, fetched)
    const waitMs = isToWait(fetched) ? Math.max(fetched.retryAfterMs ?? 0, 30_000) : fetched.retryAfterMs
    const last = hostKey(fetched.hops.at(-1)?.url ?? url)
    if (last === turn.host) return waitMs
    peace = { host: last, notBefore: instantOf(clock, Math.min(waitMs ?? 0, LONGEST_PEACE)) } // of who asks for it, not of who led there
    return undefined
  } finally {
    await hops.giveBack(peace)
  }
}

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE
const TRIES = 48 // an hour apart, before a page of a host that nothing is known of is given up

function isToWait({ outcome, hops }: Fetched): boolean {
  const status = hops.at(-1)?.status ?? 0
  return outcome.kind === 'answered' && (status === 429 || status === 503)
}
