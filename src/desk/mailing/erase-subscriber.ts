// Somebody wants nothing of themselves to be kept. Their address goes from the list, from what was sent, and from the audit log, and the
// file is written anew. A list that has it may bring it back: nothing is left to know it by.
import { addAudited } from '../../archive/audit.ts'
import { type ErasedAddress, eraseAddress } from '../../archive/mail/erase-address.ts'
import { ReadoutError } from '../../model/errors.ts'
import { parseMailAddress } from '../../model/mail-address.ts'
import { type Doer, entry } from '../accounts/keep-accounts.ts'
import type { Desk } from '../desk.ts'

/** Erases the address, whatever it asked for. Throws SUBSCRIBER_UNKNOWN where the desk has nothing of it. */
export async function eraseSubscriber(
  desk: Pick<Desk, 'store' | 'now'>,
  text: string,
  doer: Doer,
): Promise<ErasedAddress> {
  const found = parseMailAddress(text)
  const state = await desk.store.state()
  const erased = await state.transaction().execute(async (trx) => {
    const gone = typeof found === 'string' ? undefined : await eraseAddress(trx, found)
    if (!gone || gone.subscriptions + gone.deliveries + gone.audited === 0) {
      const cure = '"readout mail subscribers list" lists them'
      throw new ReadoutError('SUBSCRIBER_UNKNOWN', `the desk has nothing of "${text}"; ${cure}`)
    }
    await addAudited(trx, entry(desk, 'subscriber erased', doer))
    return gone
  })
  await desk.store.scrub('state')
  return erased
}
