// Lays two statements side by side: which word of one stands for which of the other, after the monolingual word
// alignment of Sultan, Bethard and Sumner (TACL 2014), with a small table in the place of their paraphrase database.
import type { Statement, Term } from './make-statement.ts'
import { areAntonyms, areSynonyms } from './synonyms.ts'

export interface Alignment {
  readonly pairs: readonly (readonly [Term, Term])[] // in the order of the first statement
  readonly coveredA: number // 0 to 1: share of a's weight that has its counterpart in b
  readonly coveredB: number
  readonly score: number // 0 to 1: share of both weights together
  readonly numbers: 'agree' | 'one has more' | 'differ'
  readonly names: 'agree' | 'one has more' | 'differ'
  readonly isContrary: boolean // one says what the other says is not so
}

const SYNONYM = 0.9
const SAME_ROOT = 0.7 // "propos-al" and "propos-ing": one root, perhaps another meaning

/** Aligns two statements, each term with at most one of the other: equal stems first, then synonyms and shared roots. */
export function alignStatements(a: Statement, b: Statement): Alignment {
  const taken = new Set<number>()
  const partners: (number | undefined)[] = a.terms.map(() => undefined)
  for (const floor of [1, SAME_ROOT]) {
    a.terms.forEach((term, at) => {
      if (partners[at] !== undefined) return
      const partner = findPartner(term, at / a.terms.length, b, taken, floor)
      if (partner === undefined) return
      taken.add(partner)
      partners[at] = partner
    })
  }
  const pairs = a.terms.flatMap((term, at): [Term, Term][] => {
    const other = b.terms[partners[at] ?? -1]
    return other ? [[term, other]] : []
  })
  const weightA = pairs.reduce((sum, [x, y]) => sum + x.weight * likeness(x, y), 0)
  const weightB = pairs.reduce((sum, [x, y]) => sum + y.weight * likeness(x, y), 0)
  return {
    pairs,
    coveredA: ratio(weightA, a.weight),
    coveredB: ratio(weightB, b.weight),
    score: ratio(weightA + weightB, a.weight + b.weight),
    numbers: compareSets(numbersOf(a), numbersOf(b), numbersOf(a), numbersOf(b)),
    names: compareSets(namesOf(a), namesOf(b), stemsOf(a), stemsOf(b)),
    isContrary: judgeContrary(a, b, pairs),
  }
}

function findPartner(
  term: Term,
  place: number,
  { terms }: Statement,
  taken: ReadonlySet<number>,
  floor: number,
): number | undefined {
  let best = 0
  let partner: number | undefined
  terms.forEach((other, at) => {
    if (taken.has(at)) return
    const like = likeness(term, other)
    if (like < floor) return
    const near = like - 0.05 * Math.abs(place - at / terms.length) // of two equal words, the one at the like place
    if (near <= best) return
    best = near
    partner = at
  })
  return partner
}

function likeness(a: Term, b: Term): number {
  if (a.stem === b.stem) return 1
  if (a.isNumber || b.isNumber || a.stem.startsWith('@') || b.stem.startsWith('@')) return 0
  if (areSynonyms(a.stem, b.stem)) return SYNONYM
  return hasSameRoot(a.stem, b.stem) ? SAME_ROOT : 0
}

// "negotiat" and "negotiator" share a root, "contract" and "contrast" do not.
function hasSameRoot(a: string, b: string): boolean {
  if (a.slice(0, 4) !== b.slice(0, 4)) return false
  const longest = Math.max(a.length, b.length)
  let shared = 4
  while (shared < a.length && a[shared] === b[shared]) shared++
  return shared / longest >= (shared >= 5 ? 0.6 : 0.7)
}

function compareSets(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  allA: ReadonlySet<string>,
  allB: ReadonlySet<string>,
): 'agree' | 'one has more' | 'differ' {
  const onlyA = [...a].some((x) => !allB.has(x))
  const onlyB = [...b].some((x) => !allA.has(x))
  if (onlyA && onlyB) return 'differ'
  return onlyA || onlyB ? 'one has more' : 'agree'
}

// "The envoy did not offer a truce" against "the envoy offered a truce": offer is aligned, and negated in one only.
function judgeContrary(a: Statement, b: Statement, pairs: Alignment['pairs']): boolean {
  const isOpposed = pairs.some(([x, y]) => x.isNegated !== y.isNegated)
  if (isOpposed && !pairs.some(([x, y]) => x.isNegated && y.isNegated)) return true
  const restA = a.terms.filter((term) => !pairs.some(([x]) => x === term))
  const restB = b.terms.filter((term) => !pairs.some(([, y]) => y === term))
  return restA.some((x) => restB.some((y) => areAntonyms(x.stem, y.stem) && x.isNegated === y.isNegated))
}

function numbersOf({ terms }: Statement): Set<string> {
  return new Set(terms.filter(({ isNumber }) => isNumber).map(({ stem }) => stem))
}

function namesOf({ terms }: Statement): Set<string> {
  return new Set(terms.filter(({ isName }) => isName).map(({ stem }) => stem))
}

function stemsOf({ terms }: Statement): Set<string> {
  return new Set(terms.map(({ stem }) => stem))
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
