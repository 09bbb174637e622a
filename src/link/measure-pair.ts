// In what two sentences agree, and in what they differ: ten plain measures, most of them after Wan and others (ALTA 2006).
import { nearness, type Vector } from '../model/vector.ts'
import type { Alignment } from './align-statements.ts'
import type { Statement } from './make-statement.ts'
import type { Word } from './split-words.ts'

/** What the decision about two sentences rests on. Symmetric but for `turns`. */
export interface Measures {
  readonly words: number // 0 to 1: overlap of their stems
  readonly pairsOfWords: number // 0 to 1: overlap of two stems in a row
  readonly coveredLess: number // 0 to 1: share of weight that has its counterpart, in the sentence where it is less
  readonly coveredMore: number
  readonly numbersDiffer: number // 1 or 0
  readonly oneHasMoreNumbers: number
  readonly turns: number // share of the aligned words in another order: "A told B" and "B told A"
  readonly uncovered: number // weight without a counterpart, in the sentence that has more of it
  readonly lengths: number // 0 to 1: words of the shorter to words of the longer
  readonly sense: number // nearness of their vectors
}

const UNCOVERED_MOST = 8 // of weight; what goes beyond says no more

/** Measures two statements that were aligned, with the vector of each. */
export function measurePair(
  [a, b]: readonly [Statement, Statement],
  alignment: Alignment,
  [vectorA, vectorB]: readonly [Vector, Vector],
): Measures {
  const { coveredA, coveredB, numbers } = alignment
  return {
    words: overlap(stemsOf(a.words), stemsOf(b.words)),
    pairsOfWords: overlap(pairsOf(a.words), pairsOf(b.words)),
    coveredLess: Math.min(coveredA, coveredB),
    coveredMore: Math.max(coveredA, coveredB),
    numbersDiffer: numbers === 'differ' ? 1 : 0,
    oneHasMoreNumbers: numbers === 'one has more' ? 1 : 0,
    turns: shareOfTurns(alignment),
    uncovered: Math.min(UNCOVERED_MOST, Math.max(a.weight * (1 - coveredA), b.weight * (1 - coveredB))),
    lengths: Math.min(a.words.length, b.words.length) / Math.max(1, a.words.length, b.words.length),
    sense: nearness(vectorA, vectorB),
  }
}

function shareOfTurns({ pairs }: Alignment): number {
  const turns = pairs.filter(([, y], at) => at > 0 && y.start < (pairs[at - 1]?.[1].start ?? 0)).length
  return pairs.length > 0 ? turns / pairs.length : 0
}

function stemsOf(words: readonly Word[]): string[] {
  return words.map(({ stem }) => stem)
}

function pairsOf(words: readonly Word[]): string[] {
  return words.slice(1).map(({ stem }, at) => `${words[at]?.stem} ${stem}`)
}

/** Twice what two lists share over what they hold together (Dice), counting doubles. */
function overlap(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>()
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1)
  let shared = 0
  for (const item of b) {
    const count = left.get(item) ?? 0
    if (count === 0) continue
    shared++
    left.set(item, count - 1)
  }
  return a.length + b.length > 0 ? (2 * shared) / (a.length + b.length) : 0
}
