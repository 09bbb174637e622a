// Mails an edition or its correction: what is to go, to whom, by which server, from where it was left.
import { addAudited } from '../../archive/audit.ts'
import type { Became } from '../../archive/mail/deliveries.ts'
import { beginMailing as beginRows, findMailing } from '../../archive/mail/mailings.ts'
import { digestOfParts } from '../../model/digest.ts'
import { ReadoutError } from '../../model/errors.ts'
import { parseMailAddress } from '../../model/mail-address.ts'
import type { Delivery, Mailing } from '../../model/mailing.ts'
import type { Letter } from '../../publish/mail/letter.ts'
import { sourceOf } from '../../publish/mail/subject-of.ts'
import { entry } from '../accounts/keep-accounts.ts'
import { makeId } from '../accounts/secrets.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import {
  beginMailing,
  correctionsOf,
  issuedVersion,
  type PlannedMailing,
  planMailing,
  type WantedMailing,
} from './begin-mailing.ts'
import { buildMessage } from './build-message.ts'
import { openLeaveLinks, TEST_LEAVE } from './leave-links.ts'
import { mailServerOf, senderOf } from './mail-setup.ts'
import { openLetters, versionOf } from './mailed-edition.ts'
import { type SentRun, sendMailing } from './send-mailing.ts'
import { openPost } from './smtp.ts'

type Kept = Pick<Desk, 'store' | 'now' | 'dir'>

export interface MailOptions {
  readonly by: string
  readonly isWaiting?: boolean
  readonly signal?: AbortSignal
  onBegun?(planned: PlannedMailing): Promise<void>
  onBecame?(delivery: Delivery, became: Became): void
}

/** What would be mailed, and to whom; nothing is sent or written. Throws MAIL_REFUSED, MAIL_NOT_SET. */
export async function previewMailing(
  desk: Kept,
  wanted: WantedMailing,
  by: string,
): Promise<PlannedMailing & { readonly letter: Letter }> {
  const { origin } = senderOf(await loadSettings(desk.dir), desk)
  const planned = await planMailing(desk, wanted, by)
  const { mailing } = planned
  const corrections = mailing.kind === 'correction' ? await correctionsOf(desk, mailing) : undefined
  const write = await openLetters(desk, versionOf(desk, mailing.version), {
    kind: mailing.kind,
    origin,
    ...(corrections && { corrections }),
  })
  return { ...planned, letter: write(TEST_LEAVE) }
}

/** The message of an issued edition as a file of its own, as it would go to that address. */
export async function buildEml(desk: Kept, wanted: WantedMailing, to: string): Promise<Buffer> {
  const sender = senderOf(await loadSettings(desk.dir), desk)
  const { letter, mailing } = await previewMailing(desk, wanted, '')
  const source = sourceOf(versionOf(desk, mailing.version).edition)
  const { address, sign } = addressOf(to)
  const list = { id: mailing.watch, name: source, leave: `${sender.origin}/unsubscribe/${TEST_LEAVE}` }
  return buildMessage(letter, { to: address, id: digestOfParts(mailing.id, sign), at: mailing.begun, list }, sender)
}

/** Mails what is wanted, or goes on with it. Throws MAIL_REFUSED, MAIL_NOT_SET, MAIL_FAILED. */
export async function mailEdition(desk: Kept, wanted: WantedMailing, options: MailOptions): Promise<SentRun> {
  const planned = await planMailing(desk, wanted, options.by)
  await prepare(desk, planned.mailing) // nothing is begun that cannot be sent
  await beginMailing(desk, planned)
  await options.onBegun?.(planned)
  return run(desk, planned.mailing, options)
}

/** Mails an issued edition to one address, to be looked at. */
export async function mailTest(
  desk: Kept,
  wanted: Omit<WantedMailing, 'kind'>,
  to: string,
  options: MailOptions,
): Promise<SentRun> {
  const { address, sign } = addressOf(to)
  const ref = issuedVersion(desk, wanted)
  const { by } = options
  const mailing: Mailing = {
    id: makeId(),
    kind: 'test',
    watch: wanted.watch ?? '',
    week: wanted.week,
    version: ref.digest,
    number: ref.number,
    begun: desk.now(),
    by,
  }
  await prepare(desk, mailing)
  await (await desk.store.state()).transaction().execute(async (trx) => {
    await beginRows(trx, mailing, [{ id: digestOfParts(mailing.id, sign), address, sign }])
    await addAudited(trx, { ...entry(desk, 'test mailed', { who: by }), whom: address, detail: mailing.week })
  })
  return run(desk, mailing, options)
}

/** Goes on with a mailing that was begun. Throws MAIL_REFUSED, MAIL_NOT_SET, MAIL_FAILED. */
export async function goOnMailing(desk: Kept, id: string, options: MailOptions): Promise<SentRun> {
  const mailing = await findMailing(await desk.store.state(), id)
  if (!mailing) throw new ReadoutError('MAIL_REFUSED', `there is no mailing ${id}; "readout mail status" lists them`)
  return run(desk, mailing, options)
}

async function run(desk: Kept, mailing: Mailing, { isWaiting, signal, onBecame }: MailOptions): Promise<SentRun> {
  const terms = await prepare(desk, mailing)
  return sendMailing(desk, mailing.id, {
    ...terms,
    post: openPost(terms.server),
    leave: await openLeaveLinks(desk),
    perMinute: terms.server.perMinute,
    ...(isWaiting && { isWaiting }),
    ...(signal && { signal }),
    ...(onBecame && { onBecame }),
  })
}

async function prepare(desk: Kept, mailing: Mailing) {
  const settings = await loadSettings(desk.dir)
  const [sender, server] = [senderOf(settings, desk), mailServerOf(settings)]
  const version = versionOf(desk, mailing.version)
  const corrections = mailing.kind === 'correction' ? await correctionsOf(desk, mailing) : undefined
  const { origin } = sender
  const write = await openLetters(desk, version, { kind: mailing.kind, origin, ...(corrections && { corrections }) })
  return { sender, server, write, list: sourceOf(version.edition) }
}

function addressOf(to: string): { address: string; sign: string } {
  const found = parseMailAddress(to)
  if (typeof found !== 'string') return found
  throw new ReadoutError('USAGE', `"${to}" is no address that mail can go to: ${found}`)
}
