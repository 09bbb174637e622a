// What an answer leads to, in this order: the capture, then the diary's line. A kill between the two is found by the next turn,
// which goes on from the capture.
import type { Address } from '../../archive/address.ts'
import { settle } from '../../archive/addresses.ts'
import { findLatestCapture } from '../../archive/captures.ts'
import { findPayload } from '../../archive/payload.ts'
import type { Fetched } from '../../ingest/fetch.ts'
import { decodeContent } from '../../ingest/fetching/decode-content.ts'
import type { Id } from '../../model/id.ts'
import { instantOf } from './clock.ts'
import type { Asked, Following } from './following.ts'
import { keepAnswer } from './keep-answer.ts'
import { settleFeed } from './settle-feed.ts'
import { type Answer, settlePage, tellOutcome } from './settle-page.ts'
import type { Taken } from './take-one.ts'

/** An answer, and what it became. */
export interface KeptAnswer extends Answer {
  readonly body?: Uint8Array
  readonly capture?: Id<'capture'>
  readonly report?: string
}

/** Keeps the answer first. A feed that says again what it said is no evidence of anything: it is noted in the diary alone. */
export async function keepAndFinish(following: Following, taken: Taken, fetched: Fetched): Promise<void> {
  const { desk, clock, mayKeep } = following
  if ((await mayKeep?.()) === false) return // its turn is another's
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

/** The diary's next line. */
export async function finish(
  following: Following,
  { turn, address, source, watched }: Taken,
  answer: KeptAnswer,
): Promise<void> {
  const { desk, settings, random, onAsked } = following
  const isFeed = address.what !== 'page'
  const { settled, found } = isFeed
    ? await settleFeed(following, { address, source }, answer, random)
    : { settled: settlePage({ address, watched }, answer, settings, random), found: 0 }
  await settle(await desk.store.diary(), { url: address.url, holder: turn.holder }, settled)
  const { outcome, reason } = tellOutcome(answer)
  const why = settled.reason ?? reason
  const asked: Asked = { url: address.url, what: address.what, outcome, found }
  onAsked?.({ ...asked, ...(why !== undefined && { reason: why }), ...(answer.report && { report: answer.report }) })
}

/** A capture that the diary does not know of: the process that made it was killed before it could write that down. */
export async function findUnsettled(
  { desk, clock }: Following,
  address: Address,
  url: string,
): Promise<KeptAnswer | undefined> {
  const latest = findLatestCapture(desk.store, url)
  if (!latest || latest.capture.at <= (address.asked ?? '')) return undefined
  const { capture } = latest
  if (capture.what !== address.what || capture.at > instantOf(clock)) return undefined // or of a clock that was ahead
  const { id, at, hops, outcome } = capture
  const bytes = 'payload' in outcome ? await findPayload(desk.store, outcome.payload) : undefined
  const decoded = bytes && (await decodeContent(bytes, hops.at(-1)?.headers ?? []))
  const body = decoded?.kind === 'decoded' ? decoded.body : undefined
  return { hops, outcome, at, capture: id, ...(body && { body }) }
}
