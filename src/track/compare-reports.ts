// How like two reports are: in their words, again in their numbers, and in what they are about as a whole. The words tell
// twins apart, the vectors keep strangers that share a name from looking like kin.
import { nearness, type Vector } from '../model/vector.ts'
import { isNumber } from './story-words.ts'

/** A report made ready for comparing; words and numbers are each of length 1 together. */
export interface Weighed {
  readonly words: ReadonlyMap<string, number>
  readonly numbers: ReadonlyMap<string, number>
  readonly vector?: Vector | undefined
}

const STEMS = 200 // the heaviest of a report; the others tell little and cost much
const NUMBERS = 0.4 // what numbers in common add to words in common
const NUMBERS_ALONE = 0.25 // and where there are no vectors
const SENSE = 0.4

/** Weighs how often each stem counts by how rare it is. */
export function weighReport(
  counts: ReadonlyMap<string, number>,
  rarity: (stem: string) => number,
  vector?: Vector,
): Weighed {
  const weights = [...counts]
    .map(([stem, count]) => [stem, (1 + Math.log(count)) * Math.max(0, rarity(stem))] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, STEMS)
  return { words: ofLengthOne(weights), numbers: ofLengthOne(weights.filter(([stem]) => isNumber(stem))), vector }
}

function ofLengthOne(weights: readonly (readonly [string, number])[]): Map<string, number> {
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1
  return new Map(weights.map(([stem, weight]) => [stem, weight / length]))
}

/** From 0 to 1.8; to 1.25 where one of the two has no vector. `words`: what their words share, where that is known already. */
export function compareReports(a: Weighed, b: Weighed, words = product(a.words, b.words)): number {
  const numbers = product(a.numbers, b.numbers)
  if (!a.vector || !b.vector) return words + NUMBERS_ALONE * numbers
  return words + NUMBERS * numbers + SENSE * Math.max(0, nearness(a.vector, b.vector)) ** 2
}

function product(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let sum = 0
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0)
  return sum
}
