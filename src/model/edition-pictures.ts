// What the pictures of an edition are drawn from: counted when it is composed and kept with it, so that an issued edition is
// drawn for ever as it was. Each keeps the most of a kind and says how many it leaves out.
import type { Day, Id } from './id.ts'
import type { OriginsGraph } from './origins-graph.ts'

export interface EditionPictures {
  readonly claims: PicturedClaims
  readonly origins: readonly PicturedOrigins[] // of the matters that the edition opens with, the lead's first
  readonly voices: PicturedVoices
  readonly outlets: PicturedOutlets
}

/** What reports of the period did to its claims, by the day on which they were printed. */
export interface PicturedClaims {
  readonly days: readonly Day[] // of the period, each one
  readonly rows: readonly PicturedClaim[]
  readonly left: number // claims
}

export interface PicturedClaim {
  readonly claim: Id<'claim'>
  readonly wording: string
  readonly acts: readonly PicturedAct[] // by day, then as they were printed
}

/** What was done to a claim on one day. */
export interface PicturedAct {
  readonly day: Day
  readonly kind: MarkKind
  readonly who: readonly string[] // the first few; an outlet, where it speaks in its own voice
  readonly others: number // more than these
  readonly reports: number // that print it
}

/**
 * What a mark in a picture stands for. `put`: put forward. `passed`: only passed on. `doubted`: or turned down. `silent`: not
 * commented on, or not answered.
 */
export const MARK_KINDS = [
  'put',
  'announced',
  'passed',
  'confirmed',
  'denied',
  'doubted',
  'silent',
  'corrected',
] as const

export type MarkKind = (typeof MARK_KINDS)[number]

export interface PicturedOrigins {
  readonly claim: Id<'claim'>
  readonly graph: OriginsGraph
}

/** Who said how much to whom. What is printed in the same words is counted once. */
export interface PicturedVoices {
  readonly speakers: readonly { readonly name: string; readonly statements: number }[]
  readonly hearers: readonly PicturedHearer[]
  readonly flows: readonly PicturedFlow[]
  readonly left: { readonly speakers: number; readonly statements: number }
}

export interface PicturedHearer {
  readonly kind: HearerKind
  readonly name?: string // of an outlet or a counterpart
}

/** `others`: hearers that are not named apart. `unstated`: no report says who heard it. */
export type HearerKind = 'outlet' | 'press' | 'counterpart' | 'public' | 'unstated' | 'others'

export interface PicturedFlow {
  readonly from: number // place among the speakers
  readonly to: number // place among the hearers
  readonly statements: number
}

/** How much each outlet printed, and how much of it is another's text. */
export interface PicturedOutlets {
  readonly rows: readonly PicturedOutlet[]
  readonly left: { readonly outlets: number; readonly reports: number }
}

export interface PicturedOutlet {
  readonly outlet?: string // absent: unknown
  readonly reports: number // reprints among them
  readonly reprints: number
}
