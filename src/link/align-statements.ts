// Lays two statements side by side: which word of one stands for which of the other, after the monolingual word
// alignment of Sultan, Bethard and Sumner (TACL 2014), with a small table in the place of their paraphrase database.
import type { Statement, Term } from './make-statement.ts'
import { areAntonyms, areSynonyms, hasAntonym } from './synonyms.ts'

export interface Alignment {
  readonly pairs: readonly (readonly [Term, Term])[] // in the order of the first statement
  readonly coveredA: number // 0 to 1: share of a's weight that has its counterpart in b
  readonly coveredB: number
  readonly score: number // 0 to 1: share of both weights together
  readonly numbers: 'agree' | 'one has more' | 'differ'
  readonly names: 'agree' | 'one has more' | 'differ'
  readonly rest: readonly Term[] // the terms of both that have no partner
  readonly isContrary: boolean // one says what the other says is not so
}

const SYNONYM = 0.9
const SAME_ROOT = 0.7 // "propos-al" and "propos-ing": one root, perhaps another meaning

/**
 * Aligns two statements, each term with at most one of the other: equal stems first, then synonyms and shared roots.
 * Of each no more than its first 600 terms.
 */
export function alignStatements(wholeA: Statement, wholeB: Statement): Alignment {
  const [a, b] = [shorten(wholeA), shorten(wholeB)]
  const partners = findPartners(a, b)
  const pairs = a.terms.flatMap((term, at): [Term, Term][] => {
    const other = b.terms[partners[at] ?? -1]
    return other ? [[term, other]] : []
  })
  let weightA = 0
  let weightB = 0
  for (const [x, y] of pairs) {
    const like = likeness(x, y)
    weightA += x.weight * like
    weightB += y.weight * like
  }
  const restA = a.terms.filter((_, at) => partners[at] === undefined)
  const taken = new Set(partners)
  const restB = b.terms.filter((_, at) => !taken.has(at))
  return {
    pairs,
    coveredA: ratio(weightA, a.weight),
    coveredB: ratio(weightB, b.weight),
    score: ratio(weightA + weightB, a.weight + b.weight),
    numbers: compareOwn(a, b, restA, restB, ({ isNumber }) => isNumber),
    names: compareOwn(a, b, restA, restB, ({ isName }) => isName),
    isContrary: judgeContrary(pairs, restA, restB),
    rest: [...restA, ...restB],
  }
}

const MOST_TERMS = 600 // the longest sentence has a tenth of them; the work grows with the product of both

/** The statement with no more terms than are aligned; itself where it has no more. */
export function shorten(statement: Statement): Statement {
  if (statement.terms.length <= MOST_TERMS) return statement
  const terms = statement.terms.slice(0, MOST_TERMS)
  return { ...statement, terms, weight: terms.reduce((sum, term) => sum + term.weight, 0) }
}

// For each term of a, the place of its partner in b.
function findPartners(a: Statement, b: Statement): (number | undefined)[] {
  const places = new Map<string, number[]>()
  b.terms.forEach(({ stem }, at) => {
    const found = places.get(stem)
    if (found) found.push(at)
    else places.set(stem, [at])
  })
  const taken = new Set<number>()
  const take = (partner: number | undefined): number | undefined => {
    if (partner !== undefined) taken.add(partner)
    return partner
  }
  const share = (at: number): number => (at / a.terms.length) * b.terms.length
  const equal = a.terms.map(({ stem }, at) => take(nearest(places.get(stem), taken, share(at))))
  return a.terms.map((term, at) => equal[at] ?? take(findNearMiss(term, share(at), b, taken)))
}

// Of two equal words, the one at the like place.
function nearest(places: readonly number[] | undefined, taken: ReadonlySet<number>, place: number): number | undefined {
  let best: number | undefined
  for (const at of places ?? []) {
    if (taken.has(at)) continue
    if (best === undefined || Math.abs(at - place) < Math.abs(best - place)) best = at
  }
  return best
}

function findNearMiss(term: Term, place: number, b: Statement, taken: ReadonlySet<number>): number | undefined {
  let best = 0
  let partner: number | undefined
  b.terms.forEach((other, at) => {
    if (taken.has(at)) return
    const like = likeness(term, other)
    if (like === 0) return
    const near = like - (0.05 * Math.abs(place - at)) / b.terms.length
    if (near <= best) return
    best = near
    partner = at
  })
  return partner
}

/** How far one word may stand for the other: 0 to 1. */
export function likeness(a: Term, b: Term): number {
  if (a.stem === b.stem) return 1
  // A name that only one of the two readings has tied to somebody is still the same name.
  if (a.stem.startsWith('@') !== b.stem.startsWith('@')) return a.isName && b.isName && bareOf(a) === bareOf(b) ? 1 : 0
  if (a.isNumber || b.isNumber || a.stem.startsWith('@') || a.stem.startsWith('#') || b.stem.startsWith('#')) return 0
  if (areSynonyms(a.stem, b.stem)) return SYNONYM
  return hasSameRoot(a.stem, b.stem) ? SAME_ROOT : 0
}

function bareOf({ folded }: Term): string {
  return folded.replace(/'s$|'$/, '')
}

// "negotiat" and "negotiator" share a root, "contract" and "contrast" do not.
export function hasSameRoot(a: string, b: string): boolean {
  if (a[0] !== b[0] || a[1] !== b[1] || a[2] !== b[2] || a[3] !== b[3] || a.length < 4) return false
  const longest = Math.max(a.length, b.length)
  let shared = 4
  while (shared < a.length && a[shared] === b[shared]) shared++
  return shared / longest >= (shared >= 5 ? 0.6 : 0.7)
}

// The West neither is Halvia nor is it somebody else than Halvia.
export function isCollective(stem: string): boolean {
  return /^(?:west|western|allies|europ)$/.test(stem)
}

// Names, or numbers, that one has and the other lacks altogether.
function compareOwn(
  a: Statement,
  b: Statement,
  restA: readonly Term[],
  restB: readonly Term[],
  isKind: (term: Term) => boolean,
): 'agree' | 'one has more' | 'differ' {
  const lacks = ({ terms }: Statement, { stem, of }: Term): boolean =>
    !isCollective(stem) && !terms.some((term) => term.stem === stem || term.stem === of || term.of === stem)
  const onlyA = restA.some((term) => isKind(term) && lacks(b, term))
  const onlyB = restB.some((term) => isKind(term) && lacks(a, term))
  if (onlyA && onlyB) return 'differ'
  return onlyA || onlyB ? 'one has more' : 'agree'
}

// "The envoy did not offer a truce" against "the envoy offered a truce": offer is aligned, and negated in one only.
function judgeContrary(pairs: Alignment['pairs'], restA: readonly Term[], restB: readonly Term[]): boolean {
  const isOpposed = pairs.some(([x, y]) => x.isNegated !== y.isNegated)
  if (isOpposed && !pairs.some(([x, y]) => x.isNegated && y.isNegated)) return true
  return restA.some(
    (x) => hasAntonym(x.stem) && restB.some((y) => areAntonyms(x.stem, y.stem) && x.isNegated === y.isNegated),
  )
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
