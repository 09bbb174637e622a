// One due address, in its turn: robots.txt first where that is not known, then one request, its answer made durable, and
// the diary's next line. A kill between two of these steps loses nothing and asks for nothing twice.
import { type Address, type Settled, settle, takeDue } from '../../archive/addresses.ts'
import { findLatest } from '../../archive/captures.ts'
import { findPayload } from '../../archive/payload.ts'
import { giveTurnBack, knowHosts, type Turn } from '../../archive/turns.ts'
import { nextTryMs } from '../../ingest/back-off.ts'
import { decodeContent } from '../../ingest/decode-content.ts'
import type { Fetched } from '../../ingest/fetch.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Followed } from '../../model/followed.ts'
import type { Id } from '../../model/id.ts'
import { instantOf } from './clock.ts'
import { hopTurns, type Peace } from './enter-hop.ts'
import type { Asked, Following } from './following.ts'
import { hostKey } from './host-key.ts'
import { keepAnswer } from './keep-answer.ts'
import { askRobots, knownRobots, robotsUrl } from './robots-of.ts'
import { settleFeed } from './settle-feed.ts'
import { type Answer, later, settlePage, tellOutcome } from './settle-page.ts'

const LEASE_MS = 15 * 60 * 1000

/** An address that is due, with the turn at its host. */
export interface Taken {
  readonly turn: Turn
  readonly address: Address
  readonly source: Followed | undefined
}

/** The next address that is due and whose host has its turn, held; undefined where there is none now. */
export async function takeNext(
  { desk, settings, clock, leaseMs = LEASE_MS, nextHolder }: Following,
  sources: ReadonlyMap<string, Followed>,
): Promise<Taken | undefined> {
  const terms = { holder: nextHolder(), now: instantOf(clock), until: instantOf(clock, leaseMs) }
  const gapMs = settings.hostGapSeconds * 1000
  const taken = await takeDue(await desk.store.state(), { ...terms, gapMs })
  return taken && { ...taken, source: sources.get(taken.address.source ?? '') }
}

/** Asks for what was taken, and gives the turn back. */
export async function askTaken(following: Following, taken: Taken): Promise<void> {
  const { desk, settings, clock } = following
  const { address, turn } = taken
  const state = await desk.store.state()
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
    await giveTurnBack(state, turn, { now, gapMs, notBefore: later(now, retryAfterMs) })
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
  const { turn, address } = taken
  const url = address.movedTo ?? address.url
  const state = await desk.store.state()
  const host = hostKey(url)
  if (host !== turn.host) {
    await knowHosts(state, [host], instantOf(clock)) // it moved for good: from now on it waits for its new host's turn
    await settle(state, { url: address.url, holder: turn.holder }, { host })
    return undefined
  }
  const kept = await findUnsettled(following, address, url)
  if (kept) return void (await finish(following, taken, kept))
  const letGo = async (due: string, reason?: string): Promise<void> => {
    const said = reason === undefined ? {} : { outcome: 'waits', reason }
    await settle(state, { url: address.url, holder: turn.holder }, { due, ...said })
  }
  const hops = hopTurns(following, turn)
  const robots = knownRobots(turn.robots, url, instantOf(clock))
  if (!robots) {
    const { retryAfterMs } = await askRobots(following, turn, url, hops.wait).finally(() => hops.giveBack())
    await letGo(address.due ?? instantOf(clock))
    return retryAfterMs
  }
  const why = robots.whyNot(url)
  if (why !== undefined && robots.whyNot(robotsUrl(url)) !== undefined) {
    await letGo(instantOf(clock, HOUR), why) // nothing is known of what may be asked for there
    return undefined
  }
  if (why !== undefined) {
    const refused = { kind: 'refused', by: 'robots', reason: why } as const
    await keepAndFinish(following, taken, { hops: [], sent: [], outcome: refused })
    return undefined
  }
  let peace: Peace | undefined
  try {
    const { etag, modified } = address
    const fetched = await following.fetcher.fetch({
      url,
      what: address.what,
      ...(etag !== undefined && { etag }),
      ...(modified !== undefined && { modified }),
      isAllowedHop: (next) => hops.enter(next),
      ...(following.signal && { signal: following.signal }),
    })
    if (hops.isLate())
      await letGo(instantOf(clock, 5 * MINUTE), 'reason' in fetched.outcome ? fetched.outcome.reason : '')
    else await keepAndFinish(following, taken, fetched)
    const waitMs = isToWait(fetched) ? Math.max(fetched.retryAfterMs ?? 0, 30_000) : fetched.retryAfterMs
    const last = hostKey(fetched.hops.at(-1)?.url ?? url)
    if (last === turn.host) return waitMs
    peace = { host: last, notBefore: instantOf(clock, waitMs) } // of who asks for it, not of who led there
    return undefined
  } finally {
    await hops.giveBack(peace)
  }
}

const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

function isToWait({ outcome, hops }: Fetched): boolean {
  const status = hops.at(-1)?.status ?? 0
  return outcome.kind === 'answered' && (status === 429 || status === 503)
}

interface KeptAnswer extends Answer {
  readonly body?: Uint8Array
  readonly capture?: Id<'capture'>
  readonly report?: string
}

// A feed that says again what it said is no evidence of anything: it is noted in the diary alone.
async function keepAndFinish(following: Following, taken: Taken, fetched: Fetched): Promise<void> {
  const { desk, clock } = following
  const { address } = taken
  const { outcome, body } = fetched
  const at = instantOf(clock)
  const isSame = 'payload' in outcome ? outcome.payload === address.digest : outcome.kind === 'unchanged'
  if (address.what !== 'page' && isSame) return finish(following, taken, { ...fetched, at })
  const { told, foundIn } = address
  const question = {
    url: address.movedTo ?? address.url,
    what: address.what,
    ...(told && { told }),
    ...(foundIn && { foundIn: foundIn as Id<'capture'> }),
  }
  const kept = await keepAnswer(desk, question, fetched, at)
  const report = kept.name
  await finish(following, taken, {
    ...fetched,
    at,
    capture: kept.id,
    ...(body && { body }),
    ...(report !== undefined && { report }),
  })
}

async function finish(following: Following, { turn, address, source }: Taken, answer: KeptAnswer): Promise<void> {
  const { desk, settings, random, onAsked } = following
  const isFeed = address.what !== 'page'
  const { settled, found } = isFeed
    ? await settleFeed(following, { address, source }, answer, random)
    : { settled: settlePage(address, answer, settings, random), found: 0 }
  await settle(await desk.store.state(), { url: address.url, holder: turn.holder }, settled)
  const { outcome, reason } = tellOutcome(answer)
  const why = settled.reason ?? reason
  const asked: Asked = { url: address.url, what: address.what, outcome, found }
  onAsked?.({ ...asked, ...(why !== undefined && { reason: why }), ...(answer.report && { report: answer.report }) })
}

// A capture that the diary does not know of: the process that made it was killed before it could write that down.
async function findUnsettled(
  { desk, clock }: Following,
  address: Address,
  url: string,
): Promise<KeptAnswer | undefined> {
  const latest = findLatest(desk.store, url)
  if (!latest || latest.capture.at <= (address.asked ?? '')) return undefined
  const { capture } = latest
  if (capture.what !== address.what || capture.at > instantOf(clock)) return undefined // or of a clock that was ahead
  const { id, at, hops, outcome } = capture
  const bytes = 'payload' in outcome ? await findPayload(desk.store, outcome.payload) : undefined
  const decoded = bytes && (await decodeContent(bytes, hops.at(-1)?.headers ?? []))
  const body = decoded?.kind === 'decoded' ? decoded.body : undefined
  return { hops, outcome, at, capture: id, ...(body && { body }) }
}
