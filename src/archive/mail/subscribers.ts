// Who asked for mail. Of the token in a confirmation only the digest is kept: who reads the file can confirm for nobody.
import type { Kysely, Transaction } from 'kysely'
import type { Digest, Instant } from '../../model/id.ts'
import type { MailAddress } from '../../model/mail-address.ts'
import { SUBSCRIBER_STATES, type Subscriber, type SubscriberState } from '../../model/mailing.ts'
import type { Tables } from '../tables.ts'

type State = Kysely<Tables> | Transaction<Tables>

/** A subscriber with what is kept beside. */
export interface KeptSubscriber extends Subscriber {
  readonly sign: string
  readonly asked?: Instant // when a confirmation was last mailed
  readonly until?: Instant // that its token is good
}

/** Whom something is asked of: an address, for a watch. */
export interface Subscription extends MailAddress {
  readonly watch: string
}

/** The subscriber of that address and watch. */
export async function findSubscriber(
  state: State,
  { watch, sign }: Pick<Subscription, 'watch' | 'sign'>,
): Promise<KeptSubscriber | undefined> {
  const own = state.selectFrom('state.subscriber').selectAll().where('watch', '=', watch).where('sign', '=', sign)
  const row = await own.executeTakeFirst()
  return row && subscriberOf(row)
}

/** The subscriber of that id. */
export async function findSubscriberById(state: State, id: string): Promise<KeptSubscriber | undefined> {
  const row = await state.selectFrom('state.subscriber').selectAll().where('id', '=', id).executeTakeFirst()
  return row && subscriberOf(row)
}

/** The subscriber whose confirmation bears the token of that digest, whether or not it is over. */
export async function findAsked(state: State, digest: Digest): Promise<KeptSubscriber | undefined> {
  const row = await state.selectFrom('state.subscriber').selectAll().where('digest', '=', digest).executeTakeFirst()
  return row && subscriberOf(row)
}

/** What is written of a subscriber. */
export interface WrittenSubscriber extends Subscription {
  readonly id: string // of a new one
  readonly state: SubscriberState
  readonly since: Instant
  readonly how: string
}

/** Writes a subscriber down, or what has become of one that there is. */
export async function keepSubscriber(state: State, written: WrittenSubscriber): Promise<void> {
  const { id, address, sign, watch, ...now } = written
  await state
    .insertInto('state.subscriber')
    .values({ id, address, sign, watch, ...now, asked_at: null, digest: null, until_at: null })
    .onConflict((on) => on.columns(['watch', 'sign']).doUpdateSet({ address, ...now, digest: null, until_at: null }))
    .execute()
}

/** Writes down that a confirmation was mailed, with the digest of its token. The one before it is good for nothing then. */
export async function keepAsked(
  state: State,
  id: string,
  { asked, until, digest }: { readonly asked: Instant; readonly until: Instant; readonly digest: Digest },
): Promise<void> {
  await state
    .updateTable('state.subscriber')
    .set({ asked_at: asked, until_at: until, digest })
    .where('id', '=', id)
    .execute()
}

/** How many confirmations were mailed since then. */
export async function countAsked(state: State, since: Instant): Promise<number> {
  const counted = state.selectFrom('state.subscriber').where('asked_at', '>', since)
  const row = await counted.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** Forgets those who asked before then and never confirmed. */
export async function forgetAsked(state: State, before: Instant): Promise<void> {
  await state.deleteFrom('state.subscriber').where('state', '=', 'asked').where('since', '<', before).execute()
}

/** Subscribers by watch and address: a page of those after that one, or all of a state. */
export async function listSubscribers(
  state: State,
  wanted: {
    readonly watch?: string
    readonly state?: SubscriberState
    readonly after?: Pick<Subscription, 'watch' | 'sign'>
    readonly limit?: number
  } = {},
): Promise<KeptSubscriber[]> {
  let query = state.selectFrom('state.subscriber').selectAll().orderBy('watch').orderBy('sign')
  if (wanted.watch !== undefined) query = query.where('watch', '=', wanted.watch)
  if (wanted.state !== undefined) query = query.where('state', '=', wanted.state)
  if (wanted.limit !== undefined) query = query.limit(wanted.limit)
  const { after } = wanted
  if (after) {
    query = query.where(({ eb, refTuple, tuple }) => eb(refTuple('watch', 'sign'), '>', tuple(after.watch, after.sign)))
  }
  return (await query.execute()).map(subscriberOf)
}

/** How many there are of each watch and state. */
export interface CountedSubscribers {
  readonly watch: string
  readonly state: SubscriberState
  readonly count: number
}

/** How many subscribers there are, by watch and state. */
export async function countSubscribers(state: State): Promise<CountedSubscribers[]> {
  const grouped = state.selectFrom('state.subscriber').groupBy(['watch', 'state']).orderBy('watch').orderBy('state')
  const rows = await grouped.select(['watch', 'state', ({ fn }) => fn.countAll<number>().as('count')]).execute()
  return rows.map(({ watch, state: own, count }) => ({ watch, state: stateOf(own), count: Number(count) }))
}

function subscriberOf(row: Tables['state.subscriber']): KeptSubscriber {
  return {
    id: row.id,
    address: row.address,
    sign: row.sign,
    watch: row.watch,
    state: stateOf(row.state),
    since: row.since,
    how: row.how,
    ...(row.asked_at !== null && { asked: row.asked_at }),
    ...(row.until_at !== null && { until: row.until_at }),
  }
}

function stateOf(text: string): SubscriberState {
  return SUBSCRIBER_STATES.find((one) => one === text) ?? 'left' // one of a newer version is mailed nothing
}
