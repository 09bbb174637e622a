// How far two sentences make one claim. The score is half the aligned share of their weight and half the nearness of
// their vectors; the decision is a logistic regression over ten plain measures, fitted on the training part of MRPC
// (Dolan, Quirk and Brockett, COLING 2004) by training/fit-same.ts.
import type { Vector } from '../model/vector.ts'
import { type Alignment, alignStatements, shorten } from './align-statements.ts'
import { saysNo } from './find-negations.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import { type Measures, measurePair } from './measure-pair.ts'

/** A sentence with its vector. */
export interface Sentence {
  readonly text: string
  readonly vector: Vector
}

export interface Comparison {
  readonly score: number // 0 to 1
  readonly same: boolean
  readonly because: string // one sentence that a person can check
}

/** Fitted weights; what two sentences weigh above 0 makes them one claim. */
const WEIGHTS: Readonly<Record<keyof Measures | 'bias', number>> = {
  bias: -8.53,
  words: 9.72,
  pairsOfWords: -3.99,
  coveredLess: -1.03,
  coveredMore: 0.42,
  numbersDiffer: -0.65,
  oneHasMoreNumbers: -0.28,
  turns: -1.17,
  uncovered: -0.15,
  lengths: 3.78,
  sense: 3.58,
}
const COVERED_LEAST = 0.4 // "He will" and "He will not" are made of the same small words, and tell nothing

/** Compares two sentences. Symmetric but for the order of words in `because`; odd or empty text gives 0. */
export function compareStatements(a: Sentence, b: Sentence): Comparison {
  const { alignment, measures, isRuledOut, isCut } = measureSentences(a, b)
  const sense = Math.max(0, measures.sense)
  const tellsSomething = alignment.pairs.length > 0 || alignment.rest.length > 0
  const said = `${explain(alignment)}; in sense ${Math.round(100 * sense)} % alike`
  return {
    score: tellsSomething ? Math.round(500 * (alignment.score + sense)) / 1000 : 0,
    same: !isRuledOut && weigh(measures) >= 0,
    because: isCut ? `${said}; of such long texts only the beginnings were compared` : said,
  }
}

/** What was measured of two sentences, and whether they are two claims whatever they weigh. */
export interface Measured {
  readonly alignment: Alignment
  readonly measures: Measures
  readonly isRuledOut: boolean
  readonly isCut: boolean
}

/** Lays two sentences side by side and measures them. */
export function measureSentences(a: Sentence, b: Sentence): Measured {
  const [first, second] = [beginningOf(a.text), beginningOf(b.text)]
  const aligned = alignStatements(first, second)
  const isContrary = aligned.isContrary && !(saysNo(first.words) && saysNo(second.words))
  const alignment = { ...aligned, isContrary }
  return {
    alignment,
    measures: measurePair([first, second], alignment, [a.vector, b.vector]),
    isRuledOut: isContrary || alignment.score < COVERED_LEAST || alignment.pairs.length === 0,
    isCut: first.isCut || second.isCut,
  }
}

const LONGEST = 10_000 // UTF-16 units; a statement is a sentence or two

type Beginning = Statement & { readonly isCut: boolean }

function beginningOf(text: string): Beginning {
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

function weigh(measures: Measures): number {
  const names = Object.keys(measures) as (keyof Measures)[]
  return names.reduce((sum, name) => sum + WEIGHTS[name] * measures[name], WEIGHTS.bias)
}
