// What search can be narrowed to, as words of the index itself: "everything that this person said with this word in it" is then
// two lists laid over each other, however common the word is.
import { digestOf } from '../../model/digest.ts'

export type Facet = 'who' | 'outlet' | 'kind' | 'act' | 'story' | 'standing'

/** The word that stands for a facet. It ends in a figure, so that no stemming touches it. */
export function facetWord(facet: Facet, value: string): string {
  return `x${digestOf(`${facet} ${value}`).slice(0, 14)}0`
}

/** The words of all these facets, each once and in one order. */
export function facetWords(facets: readonly (readonly [Facet, string | undefined])[]): string {
  const words = facets.flatMap(([facet, value]) => (value === undefined ? [] : facetWord(facet, value)))
  return [...new Set(words)].sort().join(' ')
}
