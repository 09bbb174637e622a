// Sends what is due of a mailing, one message after the other. Each is marked `sending` on the disk before the server hears of it, so
// that nobody is sent two: what a process leaves behind like that is not known to have been taken, and is never sent again in silence.
import { type Became, markBecame, markSending } from '../../archive/mail/deliveries.ts'
import { findMailing, type Lease, leaveMailing, takeMailing, tallyOf } from '../../archive/mail/mailings.ts'
import { digestOfParts } from '../../model/digest.ts'
import { ReadoutError } from '../../model/errors.ts'
import { later } from '../../model/instant.ts'
import type { Delivery, Mailing, Tally } from '../../model/mailing.ts'
import type { Desk } from '../desk.ts'
import { isGone, nameHolder } from '../web/holder.ts'
import { buildMessage, type Envelope } from './build-message.ts'
import type { LeaveLinks } from './leave-links.ts'
import { TEST_LEAVE } from './leave-links.ts'
import type { Sender } from './mail-setup.ts'
import type { WriteLetter } from './mailed-edition.ts'
import type { Post, PostOutcome } from './post.ts'

const MINUTE = 60_000
const LEASE_MS = 10 * MINUTE // longer than one message may take (smtp.ts), so that it ends only with its process
const GAPS_MS = [1, 5, 15, 60, 240].map((minutes) => minutes * MINUTE) // after the first try that was put off, the second, and so on
const MOST_DOWN = 3 // times in a row that the server answers nobody: then the run ends, and nothing is lost

export interface SendTerms {
  readonly sender: Sender
  readonly post: Post
  readonly write: WriteLetter
  readonly leave: LeaveLinks
  readonly list: string // the name that mail programs show
  readonly perMinute: number
  readonly gapsMs?: readonly number[]
  readonly isWaiting?: boolean // stay until those that were put off are through
  readonly signal?: AbortSignal
  onBecame?(delivery: Delivery, became: Became): void
}

/** What a run came to. */
export interface SentRun {
  readonly tally: Tally
  readonly found: number // that an earlier process had left as `sending`: unknown now
  readonly waiting?: string // the next try of one that was put off
}

/**
 * Sends what is due. Throws MAIL_REFUSED where another process is at this mailing, MAIL_FAILED where the server cannot be reached or will
 * take nothing of ours: what was not sent is still due then.
 */
export async function sendMailing(desk: Pick<Desk, 'store' | 'now'>, id: string, terms: SendTerms): Promise<SentRun> {
  const state = await desk.store.state()
  const mailing = await findMailing(state, id)
  if (!mailing) throw new ReadoutError('MAIL_REFUSED', `there is no mailing ${id}; "readout mail status" lists them`)
  const { now } = desk
  const taken = await takeMailing(state, id, {
    holder: nameHolder(),
    now: now(),
    until: later(now(), LEASE_MS),
    isGone,
  })
  if (!taken) {
    throw new ReadoutError('MAIL_REFUSED', 'another process is at this mailing; wait for it, or end it and try again')
  }
  const { lease, found } = taken
  try {
    const waiting = await sendDue(desk, mailing, lease, terms)
    return { tally: await tallyOf(state, id), found, ...(waiting !== undefined && { waiting }) }
  } finally {
    await leaveMailing(state, lease)
    terms.post.close()
  }
}

async function sendDue(
  { store, now }: Pick<Desk, 'store' | 'now'>,
  mailing: Mailing,
  lease: Lease,
  terms: SendTerms,
): Promise<string | undefined> {
  const { post, signal, perMinute, sender } = terms
  const state = await store.state()
  const gap = MINUTE / perMinute
  let down = 0
  for (let next = 0; !signal?.aborted; ) {
    const early = Math.min(next - Date.parse(now()), gap) // the clock may have been set back
    if (early > 0) await post.pause(early, signal)
    if (signal?.aborted) break
    const step = await markSending(state, lease, { now: now(), until: later(now(), LEASE_MS) })
    if (step.kind === 'lost') throw lost()
    if (step.kind === 'done') return undefined
    if (step.kind === 'wait') {
      if (!terms.isWaiting) return step.until
      // in pieces shorter than the lease, which each look holds on to
      await post.pause(Math.min(Date.parse(step.until) - Date.parse(now()), LEASE_MS / 2), signal)
      continue
    }
    next = Date.parse(now()) + gap
    const { delivery } = step
    const outcome = await hand(mailing, delivery, terms, now())
    down = outcome.kind === 'put off' && outcome.isDown ? down + 1 : 0
    const became = becameOf(outcome, delivery, { now: now(), gapsMs: terms.gapsMs ?? GAPS_MS })
    if (!(await markBecame(state, lease, delivery, { now: now(), until: later(now(), LEASE_MS), became }))) throw lost()
    terms.onBecame?.(delivery, became)
    if (outcome.kind === 'hopeless' || down >= MOST_DOWN) throw failed(outcome.reply, sender)
  }
  return undefined
}

async function hand(mailing: Mailing, delivery: Delivery, terms: SendTerms, at: string): Promise<PostOutcome> {
  const { sender, post, write, list } = terms
  const token = delivery.subscriber === undefined ? TEST_LEAVE : terms.leave.of(delivery.subscriber)
  const envelope: Envelope = {
    to: delivery.address,
    id: delivery.id,
    at,
    list: { id: mailing.watch, name: list, leave: `${sender.origin}/unsubscribe/${token}` },
    ...(mailing.kind === 'correction' && { answers: editionDelivery(mailing, delivery) }),
  }
  const bytes = await buildMessage(write(token), envelope, sender)
  return post.send({ from: sender.from.address, to: delivery.address, bytes })
}

// the same address in the mailing of the edition itself, whose message a correction follows up
function editionDelivery({ watch, week }: Mailing, { address }: Delivery): string {
  return digestOfParts(digestOfParts('edition', watch, week), address.toLowerCase())
}

function becameOf(
  outcome: PostOutcome,
  { attempts }: Delivery,
  { now, gapsMs }: { readonly now: string; readonly gapsMs: readonly number[] },
): Became {
  const { reply } = outcome
  switch (outcome.kind) {
    case 'taken':
      return { state: 'sent', reply }
    case 'refused':
      return { state: 'refused', reply, isBounced: outcome.isAddress }
    case 'unknown':
      return { state: 'unknown', reply }
    case 'hopeless':
      return { state: 'due', reply, due: now, isNoTry: true }
    case 'put off': {
      if (!outcome.isTried) return { state: 'due', reply, due: later(now, gapsMs[0] ?? MINUTE), isNoTry: true }
      const gap = gapsMs[attempts - 1]
      return gap === undefined ? { state: 'failed', reply } : { state: 'due', reply, due: later(now, gap) }
    }
  }
}

function lost(): ReadoutError {
  return new ReadoutError('MAIL_REFUSED', 'another process took this mailing up meanwhile; this one stopped')
}

function failed(reply: string, { from }: Sender): ReadoutError {
  const cure = 'see to the settings of mail or wait, then send again: what was not sent is still due'
  return new ReadoutError('MAIL_FAILED', `the mail server takes nothing from ${from.address} now (${reply}); ${cure}`)
}
