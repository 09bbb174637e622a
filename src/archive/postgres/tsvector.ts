// Words as PostgreSQL's index keeps them. They are taken apart as SQLite's index does it, not by a configuration of the server's:
// what is found in one store is found in the other, and no word is left out.
import type { Places } from '../search/word-index.ts'

/** A line as it is searched. Facets begin with a capital letter, which no word of a text does there. */
export interface VectorLine {
  readonly words: Places
  readonly speaker?: Places
  readonly facets: readonly string[]
}

const FURTHEST = 16_383 // PostgreSQL counts no further; what stands behind is found, but not as part of a phrase
const MOST_PLACES = 255 // of one word
const MOST_BYTES = 900_000 // PostgreSQL refuses a line of 1 MiB: of a longer one the words that come first by their letters are found
const LONGEST = 500 // characters of a word

/** The line as the text of a tsvector; who speaks weighs less than what is said. */
export function tsvectorOf({ words, speaker, facets }: VectorLine): string {
  const parts: string[] = facets.map((facet) => lexeme(facetLexeme(facet)))
  const after = Math.min(sizeOf(words) + 2, FURTHEST) // no phrase goes on from what is said to who says it
  let bytes = parts.reduce((sum, part) => sum + part.length + 16, 0)
  const add = (places: Places, weight: 'A' | 'B', from: number): void => {
    for (const [word, all] of [...places].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const own = [...new Set(all.slice(0, MOST_PLACES).map((place) => Math.min(place + 1 + from, FURTHEST)))]
      bytes += 3 * word.length + 2 * own.length + 16
      if (bytes > MOST_BYTES) return
      parts.push(`${lexeme(word)}:${own.map((place) => `${place}${weight}`).join(',')}`)
    }
  }
  add(words, 'A', 0)
  if (speaker) add(speaker, 'B', after)
  return parts.join(' ')
}

/** How many words a text has. */
export function sizeOf(places: Places): number {
  let size = 0
  for (const own of places.values()) size += own.length
  return size
}

/** A word, quoted. */
export function lexeme(word: string): string {
  return `'${word.slice(0, LONGEST).toWellFormed().replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** The word that stands for a facet. */
export function facetLexeme(facet: string): string {
  return `X${facet}`
}
