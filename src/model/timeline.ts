// What becomes of a claim: who took which stance, when, and where it stands on a day.
import type { Act } from './act.ts'
import type { Days } from './attribution.ts'
import type { Appearance, OfVersion } from './claim.ts'
import type { Decision } from './decision.ts'
import type { Evidence } from './evidence.ts'
import type { Id, Instant } from './id.ts'

/** One holder's act towards one claim, dated by when it was said and by when it was printed. */
export interface Stance extends OfVersion {
  readonly claim: Id<'claim'>
  readonly holder: Id<'entity'>
  readonly act: Act
  readonly said?: Days
  readonly printed?: Instant
  readonly doc: Id<'doc'>
  readonly attribution: Id<'attribution'>
  readonly evidence: Evidence
  readonly confidence: number // 0 to 1
}

export interface Timeline {
  readonly claim: Id<'claim'>
  readonly events: readonly TimelineEvent[]
}

export type TimelineEvent =
  | { readonly kind: 'appearance'; readonly appearance: Appearance }
  | { readonly kind: 'stance'; readonly stance: Stance }
  | { readonly kind: 'decision'; readonly decision: Decision }

/** One act of a timeline as it was printed: what one attribution of one report does to the claim, and where that leaves it. */
export interface Step {
  readonly doc: Id<'doc'>
  readonly attribution?: Id<'attribution'> // absent: the outlet says it in its own voice
  readonly act: Act
  readonly isPutForward: boolean // false of an answer, and of what somebody only passed on
  readonly holders: readonly Id<'entity'>[]
  readonly said?: Days
  readonly printed?: Instant // absent: undated, and after all that are dated
  readonly evidence: Evidence
  readonly standing: Standing // once it was printed
  readonly before?: Standing // where it was another; absent of the first step
}

export const STANDINGS = [
  'reported',
  'announced',
  'confirmed',
  'contested',
  'denied',
  'corrected',
  'retracted',
] as const

/** Where a claim stands on a day. Computed by `standingOf(timeline, day)`, never stored. */
export type Standing = (typeof STANDINGS)[number]
