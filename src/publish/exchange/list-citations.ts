// A thing cited in each form that people copy.
import { WORDS } from '../interface-words.ts'
import type { CitationBlock } from '../render-claim.ts'
import { bibtexOf } from './bibtex.ts'
import { citeQuotation, citeText } from './cite-text.ts'
import type { Addresses, Cited } from './cited.ts'
import { cslOf } from './csl.ts'

/** The forms, the plain one first; of quotations each by itself before it. */
export function listCitations(cited: Cited, addresses: Addresses, quotes: readonly string[] = []): CitationBlock[] {
  const { text, bibtex, csl, quotation } = WORDS.claim.citations
  return [
    ...quotes.map((quote) => ({ name: quotation, text: citeQuotation(quote, cited, addresses) })),
    { name: text, text: citeText(cited, addresses) },
    { name: bibtex, text: bibtexOf(cited, addresses).trimEnd() },
    { name: csl, text: JSON.stringify([cslOf(cited, addresses)], undefined, 2) },
  ]
}
