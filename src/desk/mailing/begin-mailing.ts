// A mailing is begun once: of an edition, one in all; of a corrected version, one; each to whom it concerns at that moment. Asked again,
// it goes on. Only what was issued is mailed.
import { addAudited } from '../../archive/audit.ts'
import { listEditionVersions, listVersionsOf } from '../../archive/edition-versions.ts'
import { listDeliveries } from '../../archive/mail/deliveries.ts'
import {
  beginMailing as beginRows,
  findMailing,
  listMailings,
  type Recipient,
  tallyOf,
} from '../../archive/mail/mailings.ts'
import { listSubscribers } from '../../archive/mail/subscribers.ts'
import { digestOfParts } from '../../model/digest.ts'
import type { Correction, EditionRef } from '../../model/edition-version.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Mailing, MailingKind } from '../../model/mailing.ts'
import { entry } from '../accounts/keep-accounts.ts'
import type { Desk } from '../desk.ts'
import { versionOf } from './mailed-edition.ts'

/** What is to be mailed. */
export interface WantedMailing {
  readonly watch?: string
  readonly week: string
  readonly kind: Exclude<MailingKind, 'test'>
}

/** A mailing as it would begin, or as it was begun. */
export interface PlannedMailing {
  readonly mailing: Mailing
  readonly recipients: readonly Recipient[] // of one not begun yet
  readonly left?: number // of one that was begun: how many are still due
  readonly isBegun: boolean
}

type Kept = Pick<Desk, 'store' | 'now'>

/** What is mailed, and to whom. Throws MAIL_REFUSED where nothing was issued, or nothing corrected since. Nothing is written. */
export async function planMailing(desk: Kept, wanted: WantedMailing, by: string): Promise<PlannedMailing> {
  const { week, kind } = wanted
  const watch = wanted.watch ?? ''
  const ref = issuedOf(desk, wanted)
  const state = await desk.store.state()
  const id =
    kind === 'edition' ? digestOfParts('edition', watch, week) : digestOfParts('correction', watch, week, ref.digest)
  const begun = await findMailing(state, id)
  if (begun) {
    const { due, sending } = await tallyOf(state, begun.id)
    return { mailing: begun, recipients: [], isBegun: true, left: due + sending }
  }
  const mailing = { id, kind, watch, week, version: ref.digest, number: ref.number, begun: desk.now(), by }
  if (kind === 'correction') {
    const edition = await findMailing(state, digestOfParts('edition', watch, week))
    if (!edition)
      throw refuse(
        `the edition of ${week} was mailed to nobody, so there is nobody to correct it for`,
        'mail the edition itself',
      )
    if (correctionsSince(desk, ref.digest, edition).length === 0) {
      throw refuse(
        `the edition of ${week} was not corrected since it was mailed`,
        'correct it first ("readout edition correct")',
      )
    }
    return { mailing, recipients: await hadIt(state, edition, id), isBegun: false }
  }
  const confirmed = await listSubscribers(state, { watch, state: 'confirmed' })
  return { mailing, recipients: confirmed.map((one) => recipientOf(id, one)), isBegun: false }
}

/** Begins the mailing that was planned, unless it was begun meanwhile. */
export async function beginMailing(desk: Kept, { mailing, recipients, isBegun }: PlannedMailing): Promise<void> {
  if (isBegun) return
  const state = await desk.store.state()
  await state.transaction().execute(async (trx) => {
    if (!(await beginRows(trx, mailing, recipients))) return
    const detail = `${mailing.kind} of ${mailing.watch === '' ? '' : `${mailing.watch}, `}${mailing.week}, to ${recipients.length}`
    await addAudited(trx, { ...entry(desk, 'mailing begun', { who: mailing.by }), detail })
  })
}

/** The corrections that a mailing tells of: those that were not printed in what was mailed before. */
export async function correctionsOf(desk: Kept, mailing: Mailing): Promise<readonly Correction[]> {
  const state = await desk.store.state()
  const before = (await listMailings(state, { watch: mailing.watch, week: mailing.week }))
    .filter(({ kind, number, id }) => kind !== 'test' && number < mailing.number && id !== mailing.id)
    .toSorted((a, b) => b.number - a.number)[0]
  return before ? correctionsSince(desk, mailing.version, before) : versionOf(desk, mailing.version).corrections
}

function correctionsSince(desk: Kept, version: string, before: Mailing): readonly Correction[] {
  return versionOf(desk, version).corrections.slice(versionOf(desk, before.version).corrections.length)
}

function issuedOf({ store }: Kept, { week, watch }: WantedMailing): EditionRef {
  const issued = listVersionsOf(store, week, watch).findLast(({ ref }) => ref.state !== 'draft')
  if (issued) return issued.ref
  throw refuse(
    `no edition of ${watch === undefined ? '' : `${watch}, `}${week} was issued`,
    'issue it first ("readout edition issue")',
  )
}

/** The version that was issued last. Throws MAIL_REFUSED where there is none. */
export function issuedVersion(desk: Kept, wanted: Pick<WantedMailing, 'week' | 'watch'>): EditionRef {
  return issuedOf(desk, { ...wanted, kind: 'edition' })
}

/** The week of the edition that was issued last. Throws MAIL_REFUSED where none was. */
export function findLatestIssued({ store }: Pick<Desk, 'store'>, watch?: string): string {
  const issued = listEditionVersions(store).findLast(({ ref }) => ref.watch === watch && ref.state !== 'draft')
  if (issued) return issued.ref.week
  throw refuse('no edition was issued yet', 'issue one first ("readout edition issue")')
}

// Also those of whom it is not known, and those who may have it yet: what was put off is sent as it was begun, and what failed can be sent
// again. A correction too many does no harm, and one too few would.
async function hadIt(
  state: Awaited<ReturnType<Desk['store']['state']>>,
  edition: Mailing,
  id: string,
): Promise<Recipient[]> {
  const had = await listDeliveries(state, {
    mailing: edition.id,
    states: ['due', 'sending', 'sent', 'refused', 'failed', 'unknown'],
    limit: EVERYBODY,
  })
  const confirmed = new Map(
    (await listSubscribers(state, { watch: edition.watch, state: 'confirmed' })).map((one) => [one.id, one]),
  )
  return had.flatMap(({ subscriber = '' }) => {
    const found = confirmed.get(subscriber)
    return found ? [recipientOf(id, found)] : []
  })
}

const EVERYBODY = 10_000_000

function recipientOf(
  mailing: string,
  one: { readonly id: string; readonly address: string; readonly sign: string },
): Recipient {
  return { id: digestOfParts(mailing, one.sign), subscriber: one.id, address: one.address, sign: one.sign }
}

function refuse(what: string, cure: string): ReadoutError {
  return new ReadoutError('MAIL_REFUSED', `${what}; ${cure}`)
}
