// A proposition whoever says it, and its being put forward in one doc.
import type { Days } from './attribution.ts'
import type { Evidence } from './evidence.ts'
import type { Id, Instant } from './id.ts'
import type { Lineage, Teller } from './origin.ts'
import type { Kind, Office } from './reading.ts'
import type { NonEmpty } from './span.ts'

/** A chain of one doc: chain ids are unique within the doc only. */
export interface ChainRef {
  readonly doc: Id<'doc'>
  readonly chain: Id<'chain'>
}

/** One person, body, outlet or anonymous group across docs: the chains that are held to be the same. */
export interface Entity {
  readonly id: Id<'entity'>
  readonly aliases?: readonly EntityAlias[] // those that a person ruled to be the same; absent: none
  readonly kind: Kind
  readonly name: string
  readonly chains: NonEmpty<ChainRef>
  readonly offices?: readonly HeldOffice[] // of a person, in the order in which docs gave them
}

/** An id and a name that an entity had before a person ruled that it is another one. */
export interface EntityAlias {
  readonly id: Id<'entity'>
  readonly name: string
}

/** An office of an entity: the words of one doc, and the time in office as far as docs tell. */
export interface HeldOffice extends Omit<Office, 'title'> {
  readonly title: Evidence
}

/** A proposition, whoever says it. Its wording is a quote from its evidence, never ours. */
export interface Claim {
  readonly id: Id<'claim'>
  readonly aliases: readonly Id<'claim'>[]
  readonly wording: string
  readonly about: readonly Id<'entity'>[]
  readonly event?: Days // when it happens, if the words say: "will sign … on Friday"
  readonly evidence: NonEmpty<Evidence>
}

/** Where a thing stands among the versions of the page that its doc is one of; a page without another version: neither. */
export interface OfVersion {
  readonly laterVersionOf?: Id<'doc'> // the page's first version, where this is a later one
  readonly gone?: { readonly version: Id<'doc'>; readonly on?: Instant } // from the page, since that version
}

/** A claim put forward in one doc (a denial is a stance only). No attribution: the outlet says it in its own voice. */
export interface Appearance extends OfVersion {
  readonly id: Id<'appearance'>
  readonly claim: Id<'claim'>
  readonly doc: Id<'doc'>
  readonly attribution?: Id<'attribution'>
  readonly at?: Instant // when it was printed; absent: undated
  readonly evidence: Evidence
  readonly lineage: NonEmpty<Lineage> // strongest first; `unknown` only alone
  readonly tellers?: readonly Teller[] // whose word it rests on; empty: nothing shows whose. What origins are counted by
  readonly inOtherTerms?: true // the claim without its verb: "is ready to leave" beside "has offered to leave"
}

/** An attribution that bears on a claim: it puts it forward, denies it, confirms it, or would not speak of it. */
export interface Bearing extends OfVersion {
  readonly claim: Id<'claim'>
  readonly doc: Id<'doc'>
  readonly attribution: Id<'attribution'>
  readonly evidence: Evidence // of the content that bears on it
  readonly contrary?: true // the words say that the claim is not so, whatever the verb: "said there was no offer"
  readonly because: string // why these words were held to be this claim, in one sentence
}
