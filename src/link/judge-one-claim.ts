// Whether two contents put one claim. Stricter than paraphrase: two sentences of one report share most of their names,
// so numbers must agree, a weekday must not differ, and neither may cancel what the other starts.
import { type Alignment, alignStatements } from './align-statements.ts'
import { explain } from './compare-statements.ts'
import { deniesVerb } from './deny-verb.ts'
import type { Statement, Term } from './make-statement.ts'
import { isTurning } from './synonyms.ts'

export interface Judgement {
  readonly isOne: boolean
  readonly score: number // 0 to 1
  readonly isContrary: boolean
  readonly because: string
}

// Chosen on invented reports: at .5 neighbours of one story join, at .7 rewritten wire copy falls apart.
const ONE_CLAIM = 0.6
const ONE_CLAIM_WITH_OTHER_NAMES = 0.8
const SHORT_CLAIM = 0.75
const WEIGHT_OF_SHORT = 3 // some four telling words
const CONTAINED = 0.95 // what a shorter content is worth that lies wholly in a longer one
const CONTAINED_FEWEST = 3 // telling words that are no names; fewer lie in many sentences by chance
const TELLING = 0.55

const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/

/** At most so much of the shorter statement's telling weight is shared: a cheap bound, before anything is aligned. */
export function boundShare(a: Statement, b: Statement): number {
  const [small, large] = a.keys.size < b.keys.size ? [a.keys, b.keys] : [b.keys, a.keys]
  let shared = 0
  for (const [key, weight] of small) if (large.has(key)) shared += weight
  return shareOf(shared, a, b)
}

/** What a shared weight is of the shorter statement's. */
export function shareOf(shared: number, a: Statement, b: Statement): number {
  return shared / Math.max(1, Math.min(a.tellingWeight, b.tellingWeight))
}

/** `ease` lowers the bar for words that are about a claim; `isDenial`: b is what somebody denies. */
export interface Leaning {
  readonly ease: number
  readonly isDenial?: boolean
}

/** Judges two statements. */
export function judgeOneClaim(a: Statement, b: Statement, { ease, isDenial }: Leaning = { ease: 0 }): Judgement {
  const alignment = alignStatements(a, b)
  const bar = (alignment.names === 'differ' ? ONE_CLAIM_WITH_OTHER_NAMES : ONE_CLAIM) - ease
  const telling = alignment.pairs.filter(([x]) => isTelling(x))
  const isEnough = telling.filter(([x]) => !x.isName).length >= CONTAINED_FEWEST
  const contained = isEnough ? CONTAINED * containment(a, b, alignment) : 0
  const score = Math.max(alignment.score, contained)
  const isOne =
    score >= bar &&
    telling.length >= 2 &&
    telling.some(([x]) => !/^[@#]/.test(x.stem)) && // two names in common are a subject, not a claim
    alignment.numbers !== 'differ' &&
    !(alignment.names === 'differ' && alignment.isContrary) && // one joins, another does not: two claims
    !differInDay(a, b) &&
    !turnsRound(alignment) &&
    !swapsMatter(a, b, alignment, score) &&
    (!isDenial || deniesVerb(a, b, alignment))
  return { isOne, score, isContrary: alignment.isContrary, because: explain(alignment) }
}

function containment(a: Statement, b: Statement, { coveredA, coveredB }: Alignment): number {
  const shareA = a.terms.filter(isTelling).length >= CONTAINED_FEWEST ? coveredA : 0
  const shareB = b.terms.filter(isTelling).length >= CONTAINED_FEWEST ? coveredB : 0
  return Math.max(shareA, shareB)
}

function isTelling({ weight }: Term): boolean {
  return weight >= TELLING
}

// will sign on Friday / will sign on Monday: two claims, or one that moved; joining them would hide that.
function differInDay(a: Statement, b: Statement): boolean {
  const [daysA, daysB] = [daysOf(a), daysOf(b)]
  return daysA.length > 0 && daysB.length > 0 && !daysA.some((day) => daysB.includes(day))
}

function daysOf({ words }: Statement): string[] {
  return words.filter(({ folded }) => DAYS.test(folded)).map(({ folded }) => folded)
}

// would not discuss the ceasefire / would not discuss grain: in a short claim one word put for another is the matter.
function swapsMatter(a: Statement, b: Statement, { rest }: Alignment, score: number): boolean {
  if (score >= SHORT_CLAIM || Math.min(a.tellingWeight, b.tellingWeight) > WEIGHT_OF_SHORT) return false
  const left = rest.filter((term) => isTelling(term) && !term.isName)
  return left.some((term) => a.terms.includes(term)) && left.some((term) => b.terms.includes(term))
}

// will sign the pact / postponed signing the pact: one word turns the sentence round, and only one of them has it.
function turnsRound({ rest }: Alignment): boolean {
  return rest.some(({ stem }) => isTurning(stem))
}
