// The same remark in two docs, and what the later printing did to the earlier.
import type { Evidence } from './evidence.ts'
import type { Span } from './span.ts'

export interface QuoteMatch {
  readonly earlier: Evidence
  readonly later: Evidence
  readonly verdict: Verdict
  readonly changes: readonly Change[]
}

export type Verdict = 'verbatim' | 'trimmed' | 'altered inside marks' | 'paraphrase' | 'translated'

/** Spans are into the earlier and the later printed form as compared. */
export interface Change {
  readonly kind: 'cut' | 'added' | 'replaced'
  readonly earlier?: Span
  readonly later?: Span
}
