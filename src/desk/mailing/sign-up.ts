// How readers come onto the list and leave it. Asking puts nobody on it: a letter goes to the address, and a button on the page that it
// leads to does. Whoever asks is told the same whether or not the address was known.
import { addAudited } from '../../archive/audit.ts'
import {
  countAsked,
  findAsked,
  findSubscriber,
  findSubscriberById,
  forgetAsked,
  type KeptSubscriber,
  keepAsked,
  keepSubscriber,
} from '../../archive/mail/subscribers.ts'
import { digestOf } from '../../model/digest.ts'
import { ReadoutError } from '../../model/errors.ts'
import { later } from '../../model/instant.ts'
import { parseMailAddress } from '../../model/mail-address.ts'
import type { Subscriber } from '../../model/mailing.ts'
import type { Letter } from '../../publish/mail/letter.ts'
import { writeConfirmationLetter } from '../../publish/mail/write-confirmation-letter.ts'
import { type Doer, entry } from '../accounts/keep-accounts.ts'
import { makeId, makeSecret } from '../accounts/secrets.ts'
import type { Desk } from '../desk.ts'
import { changeSubscriber } from './change-subscribers.ts'
import { openLeaveLinks } from './leave-links.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const GOOD_DAYS = 7 // that a confirmation can be answered
const AGAIN_MS = 15 * MINUTE // to the next letter to the same address, so that nobody is flooded by another's asking
const MOST_AN_HOUR = 300 // letters to all addresses together

type Kept = Pick<Desk, 'store' | 'now'>

/** A letter that is to go to one address. */
export interface AskedLetter {
  readonly letter: Letter
  readonly to: string
  readonly id: string // of the message
}

/** Who asks for what. */
export interface SignUp {
  readonly address: string
  readonly watch: string
  readonly source: string // the name of the watch, or of the desk
  readonly origin: string // of the desk, as readers find it
}

/**
 * Writes down that somebody asked. The letter that is to be sent; undefined where there is no call for one, which is not told to whoever
 * asked. Throws MAIL_REFUSED for what is no address, TOO_MANY_REQUESTS.
 */
export async function askForMail(
  desk: Kept,
  { address: text, watch, source, origin }: SignUp,
  doer: Doer,
): Promise<AskedLetter | undefined> {
  const found = parseMailAddress(text)
  if (typeof found === 'string')
    throw new ReadoutError('MAIL_REFUSED', `this is no address that mail can go to: ${found}`)
  const token = makeSecret()
  const now = desk.now()
  const until = later(now, GOOD_DAYS * DAY)
  const isAsked = await (await desk.store.state()).transaction().execute(async (trx) => {
    await forgetAsked(trx, later(now, -GOOD_DAYS * DAY))
    if ((await countAsked(trx, later(now, -60 * MINUTE))) >= MOST_AN_HOUR) {
      throw new ReadoutError('TOO_MANY_REQUESTS', 'too many people asked for mail within the hour; come again later')
    }
    const known = await findSubscriber(trx, { watch, sign: found.sign })
    const isCalledFor = known?.state !== 'confirmed' && (known?.asked ?? '') <= later(now, -AGAIN_MS)
    // written in any case, so that how long the answer takes tells nothing either
    const detail = isCalledFor ? '' : 'no letter: confirmed already, or asked a moment ago'
    await addAudited(trx, { ...entry(desk, 'subscriber asked', doer), whom: found.address, ...(detail && { detail }) })
    if (!isCalledFor) return false
    const id = known?.id ?? makeId()
    // whoever left stays so until they confirm: that somebody typed their address is no word of theirs
    if (known === undefined || known.state === 'asked') {
      await keepSubscriber(trx, { id, ...found, watch, state: 'asked', since: now, how: 'asked on the form' })
    }
    await keepAsked(trx, id, { asked: now, until, digest: digestOf(token) })
    return true
  })
  if (!isAsked) return undefined
  const confirm = `${origin}/subscribe/${token}`
  const letter = writeConfirmationLetter({ source, address: found.address, confirm, until })
  return { letter, to: found.address, id: digestOf(token).slice(0, 20) }
}

/** The subscriber whose confirmation bears this token, while it is good. */
export async function findAsking({ store, now }: Kept, token: string): Promise<Subscriber | undefined> {
  const found = await findAsked(await store.state(), digestOf(token))
  return found && isGood(found, now()) ? found : undefined
}

/** Puts the subscriber on the list. Undefined where the token is none, used, or over. */
export async function confirmMail(desk: Kept, token: string, doer: Doer): Promise<Subscriber | undefined> {
  return (await desk.store.state()).transaction().execute(async (trx) => {
    const known = await findAsked(trx, digestOf(token))
    if (!known || !isGood(known, desk.now())) return undefined
    return changeSubscriber(desk, trx, known, { state: 'confirmed', how: 'confirmed by mail', doer })
  })
}

/** The subscriber who leaves by this token, whatever their state. */
export async function findLeaving(desk: Kept, token: string): Promise<Subscriber | undefined> {
  const id = (await openLeaveLinks(desk)).read(token)
  return id === undefined ? undefined : findSubscriberById(await desk.store.state(), id)
}

/** Takes the subscriber off the list; once more does nothing. Undefined where the token is none of this desk. */
export async function leaveMail(desk: Kept, token: string, doer: Doer): Promise<Subscriber | undefined> {
  const id = (await openLeaveLinks(desk)).read(token)
  if (id === undefined) return undefined
  return (await desk.store.state()).transaction().execute(async (trx) => {
    const known = await findSubscriberById(trx, id)
    if (!known || (known.state === 'left' && known.until === undefined)) return known
    return changeSubscriber(desk, trx, known, { state: 'left', how: 'left by the link in a mail', doer })
  })
}

function isGood({ state, until = '' }: KeptSubscriber, now: string): boolean {
  return state !== 'confirmed' && until > now
}
