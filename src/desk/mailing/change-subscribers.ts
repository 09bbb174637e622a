// Who gets mail, changed by those who keep the list: brought from elsewhere, given out, taken off. Whoever left or whose address took no
// mail is never brought back by a list.
import { addAudited } from '../../archive/audit.ts'
import { findSubscriber, type KeptSubscriber, keepSubscriber, listSubscribers } from '../../archive/mail/subscribers.ts'
import { ReadoutError } from '../../model/errors.ts'
import { parseMailAddress } from '../../model/mail-address.ts'
import type { Subscriber } from '../../model/mailing.ts'
import { writeCsvLine } from '../../publish/exchange/write-csv.ts'
import { type Doer, entry } from '../accounts/keep-accounts.ts'
import { makeId } from '../accounts/secrets.ts'
import type { Desk } from '../desk.ts'
import { readCsv } from './read-csv.ts'

type Kept = Pick<Desk, 'store' | 'now'>

/** What an import came to. */
export interface Imported {
  readonly added: number
  readonly known: number // already confirmed
  readonly left: number // who had left, or whose address bounced: they stay so
  readonly faults: readonly string[] // lines that hold no address, each with why
}

/**
 * Takes in a list of addresses that were confirmed elsewhere, as `why` says: CSV with a column "address", or an address a line. A column
 * "state" that says something else than confirmed leaves its line out.
 */
export async function importSubscribers(
  desk: Kept,
  text: string,
  { watch, why, doer }: { readonly watch: string; readonly why: string; readonly doer: Doer },
): Promise<Imported> {
  if (why.trim() === '')
    throw new ReadoutError('MAIL_REFUSED', 'who says that they want the mails? Say where they confirmed it with --why')
  const [head, ...rest] = readCsv(text)
  const names = head?.cells.map((cell) => cell.toLowerCase()) ?? []
  const place = names.findIndex((name) => /^e-?mail(?: address)?$|^address$/.test(name))
  const stateAt = names.indexOf('state')
  const lines = place < 0 ? [...(head ? [head] : []), ...rest] : rest
  const how = `imported by ${doer.who ?? 'somebody'}: ${why.trim()}`
  const counts = { added: 0, known: 0, left: 0 }
  const faults: string[] = []
  await (await desk.store.state()).transaction().execute(async (trx) => {
    for (const { line, cells } of lines) {
      const cell = cells[Math.max(place, 0)] ?? ''
      const found = parseMailAddress(cell)
      const state = stateAt < 0 ? 'confirmed' : cells[stateAt]
      if (typeof found === 'string') faults.push(`line ${line}: "${cell.slice(0, 60)}": ${found}`)
      else if (state !== 'confirmed')
        faults.push(`line ${line}: ${found.address} is "${state}" there, so it was left out`)
      else {
        const there = await findSubscriber(trx, { watch, sign: found.sign })
        if (there?.state === 'confirmed') counts.known += 1
        else if (there && there.state !== 'asked') counts.left += 1
        else {
          counts.added += 1
          await keepSubscriber(trx, { id: makeId(), ...found, watch, state: 'confirmed', since: desk.now(), how })
        }
      }
    }
    const detail = `${counts.added} to ${watch === '' ? 'all' : watch}: ${why.trim()}`
    await addAudited(trx, { ...entry(desk, 'subscribers imported', doer), detail })
  })
  return { ...counts, faults }
}

/** All subscribers as CSV, with how each came to be what it is. */
export async function exportSubscribers(desk: Kept, doer: Doer, watch?: string): Promise<string> {
  const state = await desk.store.state()
  const all = await listSubscribers(state, watch === undefined ? {} : { watch })
  await state.transaction().execute(async (trx) => {
    await addAudited(trx, { ...entry(desk, 'subscribers exported', doer), detail: String(all.length) })
  })
  const lines = all.map((one) => writeCsvLine([one.address, one.watch, one.state, one.since, one.how]))
  return [writeCsvLine(['address', 'watch', 'state', 'since', 'how']), ...lines].join('')
}

/** Takes a subscriber off the list by hand: they left, or their address takes no mail. Throws SUBSCRIBER_UNKNOWN. */
export async function takeOff(
  desk: Kept,
  text: string,
  {
    watch,
    as,
    why,
    doer,
  }: { readonly watch: string; readonly as: 'left' | 'bounced'; readonly why: string; readonly doer: Doer },
): Promise<Subscriber> {
  const found = parseMailAddress(text)
  const state = await desk.store.state()
  return state.transaction().execute(async (trx) => {
    const known = typeof found === 'string' ? undefined : await findSubscriber(trx, { watch, sign: found.sign })
    if (!known) {
      throw new ReadoutError(
        'SUBSCRIBER_UNKNOWN',
        `there is no subscriber "${text}"; "readout mail subscribers list" lists them`,
      )
    }
    const how = `${doer.who ?? 'somebody'}: ${why.trim() === '' ? 'taken off' : why.trim()}`
    return changeSubscriber(desk, trx, known, { state: as, how, doer })
  })
}

/** Writes what has become of a subscriber, and into the audit log. */
export async function changeSubscriber(
  { now }: Pick<Desk, 'now'>,
  trx: Parameters<typeof keepSubscriber>[0],
  known: KeptSubscriber,
  { state, how, doer }: { readonly state: 'confirmed' | 'left' | 'bounced'; readonly how: string; readonly doer: Doer },
): Promise<Subscriber> {
  const since = now()
  const { id, address, sign, watch } = known
  await keepSubscriber(trx, { id, address, sign, watch, state, since, how })
  await addAudited(trx, { ...entry({ now }, `subscriber ${state}`, doer), whom: address, detail: how })
  return { ...known, state, since, how }
}
