// The catalogue brought up to what was linked: the lines of all that was touched are written anew, a portion at a time. Reports
// first, whose lines the others count; it goes on where a kill cut it, and what is written twice is written alike.
import { keepClaims } from '../../archive/catalogue/keep-claims.ts'
import { keepPeople } from '../../archive/catalogue/keep-people.ts'
import { keepReports } from '../../archive/catalogue/keep-reports.ts'
import { keepStories } from '../../archive/catalogue/keep-stories.ts'
import { touchRulings } from '../../archive/catalogue/touch-rulings.ts'
import { type Touched, takeTouched } from '../../archive/catalogue/touched.ts'
import { findLinked, findWalk } from '../../archive/linked.ts'
import type { Desk } from '../desk.ts'
import { listRulings } from '../list-rulings.ts'
import { makeClaimLine } from './make-claim-line.ts'
import { makePersonLine } from './make-person-line.ts'
import { makeReportLine } from './make-report-line.ts'

type Keep = Parameters<typeof takeTouched>[2]

/** Writes the lines. `isAtEnd`: also of what was read and dropped since, which linking has to have been through. */
export async function keepCatalogue(
  { store, mayKeep }: Pick<Desk, 'store' | 'mayKeep'>,
  isAtEnd = true,
): Promise<void> {
  if ((await mayKeep?.()) === false) return // whoever may does it
  const walk = findWalk(store)
  const rulings = walk ? listRulings(store, walk.linkedTo) : []
  await touchRulings(store, rulings)
  const from = { store, makers: walk?.makers, rulings }
  const keeps: readonly [Touched, number, Keep][] = [
    [
      'doc',
      DOCS,
      async (trx, ids) =>
        keepReports(
          trx,
          ids,
          ids.flatMap((id) => makeReportLine(from, id) ?? []),
        ),
    ],
    [
      'claim',
      CLAIMS,
      async (trx, ids) =>
        keepClaims(
          trx,
          ids,
          ids.flatMap((id) => makeClaimLine(store, id) ?? []),
        ),
    ],
    [
      'entity',
      PEOPLE,
      async (trx, ids) =>
        keepPeople(
          trx,
          ids,
          ids.flatMap((id) => makePersonLine(store, id) ?? []),
        ),
    ],
    [
      'story',
      STORIES,
      async (trx, ids) =>
        keepStories(
          trx,
          ids,
          ids.flatMap((id) => findLinked(store, 'story', id) ?? []),
        ),
    ],
  ]
  for (const [noun, limit, keep] of keeps) {
    for (const isLate of isAtEnd ? [true, false] : [false]) {
      while ((await takeTouched(store, { noun, isLate, limit }, keep)) > 0) if ((await mayKeep?.()) === false) return
    }
  }
}

// In one transaction, in which the write lock is held: some tenths of a second.
const DOCS = 200
const CLAIMS = 500
const PEOPLE = 1000
const STORIES = 20
