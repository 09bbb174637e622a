// How far two sentences make one claim. The score is the aligned share of their weight; the decision is a logistic
// regression over eight plain measures, fitted on the training part of MRPC (Dolan, Quirk and Brockett, COLING 2004)
// in the manner of Wan and others (ALTA 2006).
import { type Alignment, alignStatements, shorten } from './align-statements.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import type { Word } from './split-words.ts'

export interface Comparison {
  readonly score: number // 0 to 1
  readonly same: boolean
  readonly because: string // one sentence that a person can check
}

// Fitted weights. Overlap of words counts most; overlap of pairs of words corrects it down, since what was copied
// word for word and then differs, differs on purpose.
const WEIGHTS = {
  bias: -3.56,
  words: 8.07,
  covered: 2.16,
  pairsOfWords: -3.11,
  numbersDiffer: -0.37,
  oneHasMoreNumbers: -0.3,
  turnsInOrder: -0.62,
  uncovered: -0.14,
}
const UNCOVERED_MOST = 8 // of weight; what goes beyond says no more
const SCORE_LEAST = 0.4 // "He will" and "He will not" are made of the same small words, and tell nothing
const THRESHOLD = -0.16 // on the training part: where accuracy and F1 together are highest

/** Compares two sentences. Symmetric but for the order of words in `because`; odd or empty text gives 0. */
export function compareStatements(a: string, b: string): Comparison {
  const [first, second] = [beginningOf(a), beginningOf(b)]
  const alignment = alignStatements(first, second)
  const isNear = alignment.score >= SCORE_LEAST && alignment.pairs.length > 0
  const same = isNear && !alignment.isContrary && weigh(first, second, alignment) >= THRESHOLD
  return {
    score: Math.round(alignment.score * 1000) / 1000,
    same,
    because: `${explain(alignment)}${first.isCut || second.isCut ? CUT : ''}`,
  }
}

const LONGEST = 10_000 // UTF-16 units; a statement is a sentence or two
const CUT = '; of such long texts only the beginnings were compared'

function beginningOf(text: string): Statement & { readonly isCut: boolean } {
  const whole = makeStatement(text.slice(0, LONGEST))
  const statement = shorten(whole)
  return { ...statement, isCut: text.length > LONGEST || statement !== whole }
}

/** One sentence on what two statements have in common and where they part. */
export function explain({ pairs, numbers, isContrary, score }: Alignment): string {
  const heaviest = [...pairs].sort(([x], [y]) => y.weight - x.weight).slice(0, 5)
  const words = heaviest.map(([x, y]) => (x.folded === y.folded ? `"${x.folded}"` : `"${x.folded}" as "${y.folded}"`))
  const shared = words.length > 0 ? `both have ${words.join(', ')}` : 'they have no telling word in common'
  const share = `${Math.round(score * 100)} % of the weight of their words`
  const numbersPart = numbers === 'differ' ? '; their numbers differ' : ''
  const contrary = isContrary ? '; one says that it is not so' : ''
  return `${shared} (${share})${numbersPart}${contrary}`
}

function weigh(a: Statement, b: Statement, alignment: Alignment): number {
  const uncovered = Math.max(a.weight * (1 - alignment.coveredA), b.weight * (1 - alignment.coveredB))
  return (
    WEIGHTS.bias +
    WEIGHTS.words * overlap(foldedOf(a.words), foldedOf(b.words)) +
    WEIGHTS.covered * Math.min(alignment.coveredA, alignment.coveredB) +
    WEIGHTS.pairsOfWords * overlap(pairsOf(a.words), pairsOf(b.words)) +
    (alignment.numbers === 'differ' ? WEIGHTS.numbersDiffer : 0) +
    (alignment.numbers === 'one has more' ? WEIGHTS.oneHasMoreNumbers : 0) +
    WEIGHTS.turnsInOrder * turnsInOrder(alignment) +
    WEIGHTS.uncovered * Math.min(UNCOVERED_MOST, uncovered)
  )
}

// Of the aligned words, the share that stands in another order: "A told B" and "B told A".
function turnsInOrder({ pairs }: Alignment): number {
  const turns = pairs.filter(([, y], at) => at > 0 && y.start < (pairs[at - 1]?.[1].start ?? 0)).length
  return pairs.length > 0 ? turns / pairs.length : 0
}

function foldedOf(words: readonly Word[]): string[] {
  return words.map(({ folded }) => folded)
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
