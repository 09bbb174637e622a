// Whether two statements that are near in sense are one claim: one who acts, one thing done about one matter, on the same terms.
// The vectors only open the door; what joins is what the clauses say.
import { nearness } from '../model/vector.ts'
import { areAlike, areOpposite, differInNames, findDifference, haveOneAgent, tellShared } from './check-gists.ts'
import { type Gist, isMatter, listGists } from './make-gist.ts'
import type { Statement, Term } from './make-statement.ts'

// Chosen on invented pairs and on two reports: below it lie two claims of one story.
const NEAR = 0.55
const NEAR_DEED = 0.7

/** Why two statements are one claim by sense; undefined where they are not, or where one has no vector. */
export function judgeSense(a: Statement, b: Statement): string | undefined {
  const sense = senseOf(a, b)
  if (sense === undefined || sense < NEAR) return undefined
  for (const x of listGists(a))
    for (const y of listGists(b)) {
      const matter = findOneMatter(x, y)
      if (!matter || !haveOneAgent(x, y) || x.frame !== y.frame || findDifference(x, y)) continue
      if (x.frame === 'done' && (sense < NEAR_DEED || !shareTwo(x, y))) continue
      if (differInNames(x, y, [a.terms, b.terms]) || areOpposite(x, y)) continue
      return `in sense ${Math.round(100 * sense)} % alike; ${tellShared(x, matter)}`
    }
  return undefined
}

/** How near the vectors of two statements are; undefined where one has none. */
export function senseOf({ vector: a }: Statement, { vector: b }: Statement): number | undefined {
  return a && b && nearness(a, b)
}

/** True where the vectors of both are near enough that sense may join what words do not. */
export function isNear(a: Statement, b: Statement): boolean {
  return (senseOf(a, b) ?? 0) >= NEAR
}

// Hale had a gun / Hale's gun was loaded: of deeds, who did it and one word more are not enough.
function shareTwo(x: Gist, y: Gist): boolean {
  const isAgent = (term: Term): boolean => x.agent.includes(term)
  const told = x.terms.filter((term) => !isAgent(term) && (term.isName || isMatter(term)))
  return told.filter((term) => y.terms.some((one) => !y.agent.includes(one) && areAlike(term, one))).length >= 2
}

// The first telling words of each have their counterpart in the other, and no word of the matter was put for another.
function findOneMatter(x: Gist, y: Gist): readonly [Term, Term] | undefined {
  const [first] = x.matter
  const [other] = y.matter
  if (!first || !other) return undefined
  const found = y.matter.slice(0, 3).find((term) => areAlike(first, term))
  const back = x.matter.slice(0, 3).find((term) => areAlike(other, term))
  if (!found || !back) return undefined
  const isLeft = (of: readonly Term[], terms: readonly Term[]): boolean =>
    of.some((term) => !terms.some((one) => areAlike(term, one)))
  if (isLeft(x.framed, y.terms) && isLeft(y.framed, x.terms)) return undefined
  return [first, found]
}
