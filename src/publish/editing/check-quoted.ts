// Words between quotation marks are those of the evidence, character for character; in a reworded line, what is not is a miss.
import type { Line, Miss } from '../../model/edition.ts'

/** The quoted words of the sentence that no evidence of the line has. */
export function checkQuotedWords({ evidence }: Pick<Line, 'evidence'>, text: string): readonly Miss[] {
  return [...text.matchAll(/“([^“”]*)(?:”|$)/g)].flatMap(({ 1: words = '', index }): Miss[] => {
    const isThere = words === '' || evidence.some(({ quote }) => quote.includes(words))
    const start = index + 1
    return isThere ? [] : [{ kind: 'quoted', words, span: { start, end: start + words.length } }]
  })
}
