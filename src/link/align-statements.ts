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
    numbers: compareOwn(a, b, pairs, ({ isNumber }) => isNumber),
    names: compareOwn(a, b, pairs, ({ isName }) => isName),
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
  // A name that only one of the two readings has tied to somebody is still the same name.
  if (a.stem.startsWith('@') !== b.stem.startsWith('@')) return a.isName && b.isName && a.folded === b.folded ? 1 : 0
  if (a.isNumber || b.isNumber || /^[@#]/.test(a.stem) || b.stem.startsWith('#')) return 0
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

// Names, or numbers, that one has and the other lacks altogether.
function compareOwn(
  a: Statement,
  b: Statement,
  pairs: Alignment['pairs'],
  isKind: (term: Term) => boolean,
): 'agree' | 'one has more' | 'differ' {
  const [stemsA, stemsB] = [stemsOf(a), stemsOf(b)]
  const onlyA = a.terms.some((term) => isKind(term) && !stemsB.has(term.stem) && !pairs.some(([x]) => x === term))
  const onlyB = b.terms.some((term) => isKind(term) && !stemsA.has(term.stem) && !pairs.some(([, y]) => y === term))
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

function stemsOf({ terms }: Statement): Set<string> {
  return new Set(terms.map(({ stem }) => stem))
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}
