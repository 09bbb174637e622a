// How mail stands: what was mailed, what waits for a person, who gets it.
import { listDeliveries } from '../../archive/mail/deliveries.ts'
import { listMailings } from '../../archive/mail/mailings.ts'
import { type CountedSubscribers, countSubscribers, listSubscribers } from '../../archive/mail/subscribers.ts'
import type { Delivery, Subscriber, ToldMailing } from '../../model/mailing.ts'
import type { Desk } from '../desk.ts'

export interface MailStatus {
  readonly mailings: readonly ToldMailing[] // the latest first
  readonly waiting: readonly Delivery[] // for a person: what is not known
  readonly subscribers: readonly CountedSubscribers[]
}

/** All of it. */
export async function mailStatus({ store }: Pick<Desk, 'store'>): Promise<MailStatus> {
  const state = await store.state()
  return {
    mailings: await listMailings(state),
    waiting: await listDeliveries(state, { states: ['unknown', 'failed'] }),
    subscribers: await countSubscribers(state),
  }
}

/** All subscribers, or those of one watch. */
export async function listEverybody({ store }: Pick<Desk, 'store'>, watch?: string): Promise<Subscriber[]> {
  const all = await listSubscribers(await store.state(), watch === undefined ? {} : { watch })
  return all.map(({ id, address, watch: own, state, since, how }) => ({ id, address, watch: own, state, since, how }))
}
