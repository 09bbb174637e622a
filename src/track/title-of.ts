// What a story is called: a quote from the report of it that was printed first.
import type { ReadDoc } from '../model/ledger.ts'

/** The headline of a report; without one, its first sentence. */
export function titleOf({ doc, reading }: ReadDoc): string {
  const headline = doc.blocks.find(({ kind }) => kind === 'headline')?.span ?? reading.sentences[0]
  return headline ? doc.text.slice(headline.start, headline.end) : (doc.title ?? doc.name)
}
