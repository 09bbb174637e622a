// An address taken out of everything that the desk keeps of mail: who asked for it, what was sent to it, what was noted of it. That
// mails were sent, and how many, stays.
import type { Transaction } from 'kysely'
import type { MailAddress } from '../../model/mail-address.ts'
import type { Tables } from '../tables.ts'

/** What stands in the place of the address in the audit log. Triggers let through nothing else. */
export const ERASED = 'erased'

export interface ErasedAddress {
  readonly subscriptions: number
  readonly deliveries: number
  readonly audited: number
}

/** Erases it in this transaction. What was still to be sent to it is withheld. */
export async function eraseAddress(trx: Transaction<Tables>, { address, sign }: MailAddress): Promise<ErasedAddress> {
  const subscribers = await trx.selectFrom('state.subscriber').select('address').where('sign', '=', sign).execute()
  const deliveries = await trx.selectFrom('state.delivery').select(['id', 'address']).where('sign', '=', sign).execute()
  const spellings = [...new Set([address, sign, ...[...subscribers, ...deliveries].map((row) => row.address)])]
  for (const { id } of deliveries) {
    await trx
      .updateTable('state.delivery')
      .set({ address: '', sign: `${ERASED} ${id}`, subscriber: null, reply: null, settled: null })
      .where('id', '=', id)
      .execute()
    await trx
      .updateTable('state.delivery')
      .set({ state: 'withheld' })
      .where('id', '=', id)
      .where('state', '=', 'due')
      .execute()
  }
  await trx.deleteFrom('state.subscriber').where('sign', '=', sign).execute()
  const noted = await trx
    .updateTable('state.audit')
    .set({ whom: ERASED, detail: null })
    .where('whom', 'in', spellings)
    .executeTakeFirst()
  return {
    subscriptions: subscribers.length,
    deliveries: deliveries.length,
    audited: Number(noted.numUpdatedRows),
  }
}
