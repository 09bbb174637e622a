// What nobody knows, a person says: whether a message that the server may or may not have taken was sent, or is to be sent again.
import { addAudited } from '../../archive/audit.ts'
import { findDeliveries, settleDelivery } from '../../archive/mail/deliveries.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Delivery } from '../../model/mailing.ts'
import { type Doer, entry } from '../accounts/keep-accounts.ts'
import type { Desk } from '../desk.ts'

/** How a delivery is settled. */
export type Settling = 'sent' | 'resend'

/** Settles a delivery by its id, or the beginning of it. Throws DELIVERY_UNKNOWN, MAIL_REFUSED. */
export async function settle(
  desk: Pick<Desk, 'store' | 'now'>,
  begins: string,
  { as, why, doer }: { readonly as: Settling; readonly why: string; readonly doer: Doer },
): Promise<Delivery> {
  if (why.trim() === '')
    throw new ReadoutError('MAIL_REFUSED', 'say why, such as what the log of the mail server has; it is kept')
  return (await desk.store.state()).transaction().execute(async (trx) => {
    const [found, another] = await findDeliveries(trx, begins)
    if (!found || another) {
      throw new ReadoutError(
        'DELIVERY_UNKNOWN',
        `there is no one delivery "${begins}"; "readout mail status" lists those that wait for a person`,
      )
    }
    const settled = `${as} by ${doer.who ?? 'somebody'}: ${why.trim()}`
    const is = as === 'sent' ? 'sent' : 'due'
    if (!(await settleDelivery(trx, found.id, { as: is, now: desk.now(), settled }))) {
      const can = as === 'sent' ? 'unknown' : 'unknown, failed or refused'
      throw new ReadoutError(
        'MAIL_REFUSED',
        `${found.address} is "${found.state}"; only what is ${can} can be settled so`,
      )
    }
    await addAudited(trx, { ...entry(desk, 'delivery settled', doer), whom: found.address, detail: settled })
    return { ...found, state: is, settled }
  })
}
