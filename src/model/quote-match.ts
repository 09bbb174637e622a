// The same remark in two docs, and what the later printing did to the earlier.
import type { Evidence } from './evidence.ts'
import type { Span } from './span.ts'

export interface QuoteMatch {
  readonly earlier: Evidence
  readonly later: Evidence
  readonly verdict: Verdict
  readonly changes: readonly Change[]
  readonly betweenVersions?: true // of one page: the outlet itself did it
}

/**
 * `same but for marks`: case, dashes, spelling, brackets, an ellipsis where words are left out. `joined`: words run
 * together that the other form has apart. `paraphrase`: other words for one remark, which may be two translations;
 * `translated` only where a report says that the words were.
 */
export type Verdict =
  | 'verbatim'
  | 'same but for marks'
  | 'trimmed'
  | 'joined'
  | 'altered inside marks'
  | 'paraphrase'
  | 'translated'

/** Spans are into the earlier and the later printed form as compared. */
export interface Change {
  readonly kind: 'cut' | 'added' | 'replaced'
  readonly earlier?: Span
  readonly later?: Span
  readonly declared?: true // brackets or an ellipsis tell the reader of it
}

/** True where a form has other words inside its marks, or leaves some out between them, and does not say so. */
export function isAltered({ verdict, changes }: Pick<QuoteMatch, 'verdict' | 'changes'>): boolean {
  return verdict === 'altered inside marks' || (verdict === 'joined' && changes.some(({ declared }) => !declared))
}

/** True where nothing is missing between the two forms but what the later one tells of. */
export function isSameWords(verdict: Verdict): boolean {
  return verdict === 'verbatim' || verdict === 'same but for marks'
}
