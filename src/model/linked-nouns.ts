// The nouns that are kept of what linking and tracking make, and what each is. An entity is kept without its chains: they
// are kept a doc, so that nothing that is there grows with each report.
import type { Appearance, Bearing, Claim, Entity } from './claim.ts'
import type { Id } from './id.ts'
import type { LedgerRow } from './ledger.ts'
import type { CopyGroup, Independence } from './origin.ts'
import type { QuoteMatch } from './quote-match.ts'
import type { Story } from './story.ts'
import type { Stance } from './timeline.ts'

export interface LinkedNouns {
  readonly entity: Omit<Entity, 'chains'>
  readonly chains: DocChains
  readonly claim: Claim
  readonly bearing: Bearing
  readonly appearance: Appearance
  readonly independence: Independence
  readonly copy_group: CopyGroup
  readonly quote_match: QuoteMatch
  readonly stance: Stance
  readonly story: Story
  readonly ledger_row: LedgerRow
}

export type LinkedNoun = keyof LinkedNouns

/** Who the chains of one doc are. */
export interface DocChains {
  readonly doc: Id<'doc'>
  readonly chains: readonly (readonly [chain: Id<'chain'>, entity: Id<'entity'>])[]
}
