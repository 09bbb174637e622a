// Whether two contents put one claim. By words, and, where both have vectors, by sense as well: near in sense, one who acts,
// one thing done about one matter. Stricter than paraphrase: two sentences of one report share most of their names, so
// numbers, days, terms and extent must agree, and neither may cancel what the other starts. Each join and each refusal says why.
import { type Alignment, alignStatements, hasSameRoot } from './align-statements.ts'
import { areAlike, findDifference } from './check-gists.ts'
import { explain } from './compare-statements.ts'
import { deniesVerb } from './deny-verb.ts'
import { findOtherPlace } from './differ-in-place.ts'
import { differInStage } from './differ-in-stage.ts'
import { differInSubject } from './differ-in-subject.ts'
import { differInTime } from './differ-in-time.ts'
import { findRivals } from './find-rivals.ts'
import { findSwapped } from './find-swapped.ts'
import { findTurned } from './find-turned.ts'
import { judgeSense, senseOf } from './judge-sense.ts'
import { type Gist, listGists } from './make-gist.ts'
import type { Statement, Term } from './make-statement.ts'
import { foldWord } from './split-words.ts'
import { isTurning } from './synonyms.ts'

export interface Judgement {
  readonly isOne: boolean
  readonly score: number // 0 to 1
  readonly isContrary: boolean
  readonly because: string // why they are one, or why not
}

// Chosen on invented reports: at .5 neighbours of one story join, at .7 rewritten wire copy falls apart.
const ONE_CLAIM = 0.6
const ONE_CLAIM_WITH_OTHER_NAMES = 0.8
const WORTH_A_LOOK = 0.4 // below it no reason but that is given
const CONTAINED = 0.95 // what a shorter content is worth that lies wholly in a longer one
const CONTAINED_FEWEST = 3 // telling words that are no names; fewer lie in many sentences by chance
const TELLING = 0.55

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
export function judgeOneClaim(a: Statement, b: Statement, leaning: Leaning = { ease: 0 }): Judgement {
  const alignment = alignStatements(a, b)
  const pair = { a, b, alignment, leaning, sense: senseOf(a, b) }
  const words = new Words(pair)
  const refused = findRefusal(pair)
  if (refused) {
    return {
      score: words.score,
      isOne: false,
      isContrary: false,
      get because() {
        return `${refused}: ${words.tell()}`
      },
    }
  }
  if (words.isOne) return words
  const because = judgeSense(a, b)
  return because ? { isOne: true, score: pair.sense ?? 0, isContrary: false, because } : words
}

interface Pair {
  readonly a: Statement
  readonly b: Statement
  readonly alignment: Alignment
  readonly leaning: Leaning
  readonly sense: number | undefined // nearness of their vectors
}

// What speaks against one claim whatever words and vectors say.
function findRefusal({ a, b, alignment, leaning }: Pair): string | undefined {
  if (alignment.numbers === 'differ') return 'their numbers differ'
  const days = differInTime(a, b)
  if (days) return days
  const stages = leaning.isDenial ? undefined : differInStage(a, b)
  if (stages) return stages
  if (isConditional(a) !== isConditional(b)) return 'only one of them supposes it'
  const turned = differInSubject(a, b) ?? findTurned(a, b) ?? findOtherPlace(a, b, alignment, leaning.isDenial === true)
  if (turned) return turned
  const rivals = findRivals(a, b)
  if (rivals) return rivals
  if (leaning.isDenial && !deniesVerb(a, b, alignment)) return 'what is denied is not what the claim tells'
  return undefined
}

/** What words alone say; why, and what the clauses come down to, is made out where it is asked for. */
class Words implements Judgement {
  readonly score: number
  readonly isOne: boolean
  readonly #pair: Pair
  readonly #telling: Alignment['pairs']
  #gists: readonly [Gist, Gist] | readonly [] | undefined

  // Most of the weight of their words is shared.
  constructor(pair: Pair) {
    const { a, b, alignment } = pair
    this.#pair = pair
    this.#telling = alignment.pairs.filter(([x]) => isTelling(x))
    const isEnough = this.#telling.filter(([x]) => !x.isName).length >= CONTAINED_FEWEST
    const contained = isEnough ? CONTAINED * containment(a, b, alignment) : 0
    this.score = Math.max(alignment.score, contained)
    this.isOne = this.#telling.length >= 2 && this.score >= this.#bar && this.#findReason() === undefined
  }

  get isContrary(): boolean {
    const { alignment } = this.#pair
    const [one, other] = this.#nearest
    return one && other ? areContrary(one, other, alignment) : alignment.isContrary
  }

  get because(): string {
    const reason = this.isOne ? undefined : this.#findReason()
    return reason === undefined ? this.tell() : `${reason}: ${this.tell()}`
  }

  /** What they have in common. */
  tell(): string {
    const { alignment, sense } = this.#pair
    const inSense = sense === undefined ? '' : `; in sense ${Math.round(100 * sense)} % alike`
    return explain({ ...alignment, isContrary: this.isContrary }) + inSense
  }

  get #bar(): number {
    const { alignment, leaning } = this.#pair
    return (alignment.names === 'differ' ? ONE_CLAIM_WITH_OTHER_NAMES : ONE_CLAIM) - leaning.ease
  }

  get #nearest(): readonly [Gist, Gist] | readonly [] {
    const { a, b, alignment } = this.#pair
    this.#gists ??= this.score < WORTH_A_LOOK ? [] : nearestGists(a, b, alignment)
    return this.#gists
  }

  // Why they are not one claim.
  #findReason(): string | undefined {
    const { a, b, alignment, sense } = this.#pair
    if (this.#telling.length < 2) return 'too little in common'
    const [one, other] = this.#nearest
    const difference = one && other && findDifference(one, other)
    if (difference) return difference
    if (this.score < this.#bar) return 'too little in common'
    const turning = alignment.rest.find(({ stem }) => isTurning(stem))
    if (turning) return `"${turning.folded}" turns one of them round`
    if (alignment.names === 'differ' && (alignment.isContrary || nameOthers(a, b, alignment)))
      return 'each names somebody else'
    if (!this.#telling.some(([x]) => !/^[@#]/.test(x.stem))) return 'only names in common' // a subject, not a claim
    return findSwapped({ a, b, alignment, score: this.score, sense })
  }
}

// the court jailed Anselm Roke for the sale of the dam / the court jailed Tobias Vale for it
function nameOthers(a: Statement, b: Statement, { rest }: Alignment): boolean {
  const inA = rest.filter((term) => a.terms.includes(term)).flatMap((term) => nameIn(a, term))
  const inB = rest.filter((term) => b.terms.includes(term)).flatMap((term) => nameIn(b, term))
  const isKin = inA.some((one) => inB.some((two) => one.some((x) => two.some((y) => x === y || hasSameRoot(x, y)))))
  return inA.length > 0 && inB.length > 0 && !isKin // Roke / Anselm Roke, of whom nothing shows that they are one
}

// The words of a name that is known whose it is; "the envoy" and "he" may be whoever is named elsewhere.
function nameIn({ text }: Statement, { stem, start, end }: Term): string[][] {
  const words = text.slice(start, end).split(/[\s-]+/)
  return stem.startsWith('@') && words.every((word) => /^\p{Lu}/u.test(word)) ? [words.map(foldWord)] : []
}

function areContrary(x: Gist, y: Gist, { isContrary }: Alignment): boolean {
  if (x.frame === 'refuse' && y.frame === 'refuse') return false
  if ((x.frame === 'refuse') !== (y.frame === 'refuse')) return true
  return isContrary && !(x.saysNo && y.saysNo)
}

// The clauses of both that have most in common.
function nearestGists(a: Statement, b: Statement, { pairs }: Alignment): readonly [Gist, Gist] | readonly [] {
  const [[first, ...others], [second, ...rest]] = [listGists(a), listGists(b)]
  if (first && second && others.length + rest.length === 0) {
    const isShared = pairs.some(([x, y]) => isTelling(x) && first.terms.includes(x) && second.terms.includes(y))
    return isShared || haveTermInCommon(first, second) ? [first, second] : []
  }
  let best: readonly [Gist, Gist] | readonly [] = []
  let most = 0
  for (const x of listGists(a))
    for (const y of listGists(b)) {
      const shared = x.terms
        .filter(isTelling)
        .reduce((sum, term) => sum + (y.terms.some((one) => areAlike(term, one)) ? term.weight : 0), 0)
      if (shared <= most) continue
      most = shared
      best = [x, y]
    }
  return best
}

function haveTermInCommon(x: Gist, y: Gist): boolean {
  return x.terms.some((term) => isTelling(term) && y.terms.some((one) => areAlike(term, one)))
}

function containment(a: Statement, b: Statement, { coveredA, coveredB }: Alignment): number {
  const shareA = a.terms.filter(isTelling).length >= CONTAINED_FEWEST ? coveredA : 0
  const shareB = b.terms.filter(isTelling).length >= CONTAINED_FEWEST ? coveredB : 0
  return Math.max(shareA, shareB)
}

function isTelling({ weight }: Term): boolean {
  return weight >= TELLING
}

// If Zemlin poisoned the wells, it must pay.
function isConditional({ words: [first] }: Statement): boolean {
  return first !== undefined && /^(?:if|unless)$/.test(first.folded)
}
