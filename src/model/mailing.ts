// Who is sent what: subscribers, mailings, and for each of both how far it has come.
import type { Digest, Instant } from './id.ts'

/**
 * `asked`: on the form, and not yet confirmed by mail. `confirmed`: gets mail. `left`: wants no more. `bounced`: the address takes none.
 */
export const SUBSCRIBER_STATES = ['asked', 'confirmed', 'left', 'bounced'] as const

export type SubscriberState = (typeof SUBSCRIBER_STATES)[number]

/** An address that asked for the editions of one watch. */
export interface Subscriber {
  readonly id: string
  readonly address: string
  readonly watch: string // '' for all that the desk holds
  readonly state: SubscriberState
  readonly since: Instant // in this state
  readonly how: string // how it came to be in it: "the form", "imported by Ada Orme: moved from another list"
}

export const MAILING_KINDS = ['edition', 'correction', 'test'] as const

export type MailingKind = (typeof MAILING_KINDS)[number]

/** One version of an edition, on its way to everybody who was confirmed when it was begun. */
export interface Mailing {
  readonly id: string
  readonly kind: MailingKind
  readonly watch: string
  readonly week: string
  readonly version: Digest // of the edition's version
  readonly number: number // of the version
  readonly begun: Instant
  readonly by: string
}

/**
 * `due`: to be sent. `sending`: handed to the server, and its answer is not known yet. `sent`: the server took it. `refused`: the server will not take
 * it. `failed`: it was put off too often. `unknown`: whether the server took it is not known; a person says. `withheld`: its reader had left by then.
 */
export const DELIVERY_STATES = ['due', 'sending', 'sent', 'refused', 'failed', 'unknown', 'withheld'] as const

export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** One mailing to one address. There is never a second one of both. */
export interface Delivery {
  readonly mailing: string
  readonly id: string // of the message, too: the same at every try
  readonly subscriber?: string // absent: a test
  readonly address: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly due: Instant // no try before
  readonly at: Instant // in this state
  readonly reply?: string // of the server, shortened, or what happened instead
  readonly settled?: string // by whom and why, where a person said what became of it
}

/** How many of a mailing are in each state. */
export type Tally = Readonly<Record<DeliveryState, number>>

/** A mailing with how far it has come. */
export interface ToldMailing extends Mailing {
  readonly tally: Tally
}
