// All that one reader found in one doc.
import type { Attribution } from './attribution.ts'
import type { Id, Maker } from './id.ts'
import type { NonEmpty, Span } from './span.ts'

/** All that one reader found in one doc. A better reader writes a new Reading beside it. */
export interface Reading {
  readonly doc: Id<'doc'>
  readonly madeBy: Maker
  readonly sentences: readonly Span[]
  readonly quotations: readonly Span[] // marks included; a quotation may attribute nothing
  readonly chains: readonly Chain[]
  readonly names: readonly Name[] // as the network sees them; chains say who they are
  readonly attributions: readonly Attribution[]
  readonly wire?: StatedOutlet // the agency that a byline or dateline names: "ORLENNE (Meridian) —"
  readonly notes: readonly Note[]
}

/** A proper name as it stands in the text: "Ilse Marrow", "the River Commission", "Port Sabel". */
export interface Name {
  readonly span: Span
  readonly kind: 'person' | 'organisation' | 'place'
  readonly confidence: number // 0 to 1
}

/** All mentions of one referent in one doc: "Corvin Hale", "the spokesman", "he". */
export interface Chain {
  readonly id: Id<'chain'>
  readonly kind: Kind
  readonly name: string // the fullest name that the doc gives, or the canonical one of a body in the tables
  readonly mentions: NonEmpty<Mention>
  readonly offices?: readonly Office[] // of a person, as the doc gives them
}

/** An office that a doc gives a person: "defence minister", "foreign minister since 2019", "then-senator". */
export interface Office {
  readonly title: Span // the words, without article and "former"
  readonly from?: string // the year it began
  readonly until?: string
  readonly isFormer?: true // no longer held, by the words or by the dates
}

export interface Mention {
  readonly span: Span
  readonly form: 'name' | 'nominal' | 'pronoun'
}

/** What a chain or an entity is, in the order in which lists offer it. */
export const ENTITY_KINDS = ['person', 'organisation', 'government', 'outlet', 'document', 'group', 'place'] as const

export type Kind = (typeof ENTITY_KINDS)[number]

/** An outlet that a byline, dateline or credit names, and the words that do. */
export interface StatedOutlet {
  readonly name: string
  readonly span: Span
}

/** A doubt pinned to its place: data for people, not an exception. */
export interface Note {
  readonly rule: string
  readonly reason: string
  readonly span?: Span
}
