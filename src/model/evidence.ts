// Evidence carries its own words, so that it can be checked wherever it goes.
import type { Doc } from './doc.ts'
import type { Id } from './id.ts'
import type { Span } from './span.ts'

/** A span that left its doc, so it carries its words along to be checked. */
export interface Evidence {
  readonly doc: Id<'doc'>
  readonly span: Span
  readonly quote: string
}

/** Makes evidence of words of a doc. */
export function cite(doc: Doc, span: Span): Evidence {
  return { doc: doc.id, span, quote: doc.text.slice(span.start, span.end) }
}

/** The doc and the range in one word: the same for evidence of the same place. */
export function placeOf({ doc, span }: Pick<Evidence, 'doc' | 'span'>): string {
  return `${doc} ${span.start} ${span.end}`
}

/** True where the evidence is of this doc and the doc still has those words at that place. */
export function holds({ doc: id, span, quote }: Evidence, doc: Doc): boolean {
  return id === doc.id && doc.text.slice(span.start, span.end) === quote
}
