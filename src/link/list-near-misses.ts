// Which other claims are near a claim and were held to be others, and why: for a person who wonders why two are not one.
import type { Id } from '../model/id.ts'
import type { Shelf } from '../model/shelf.ts'
import type { VectorOf } from '../model/vector.ts'
import { ClaimIndex } from './claim-index.ts'
import { readDocRow } from './doc-rows.ts'
import { type Judgement, judgeOneClaim } from './judge-one-claim.ts'
import { Memory } from './memory.ts'

/** A claim that is near, how near, and why it is another. */
export interface NearMiss {
  readonly claim: Id<'claim'>
  readonly wording: string
  readonly score: number // 0 to 1
  readonly because: string
}

/** The nearest other claims, the nearest first; at most so many. None for a claim that the shelf does not know. */
export function listNearMisses(shelf: Shelf, claim: Id<'claim'>, vectorOf: VectorOf, most: number): NearMiss[] {
  const memory = new Memory(shelf)
  const number = memory.read<number>(`draft of ${claim}`)
  if (number === undefined) return []
  const [first] = memory.list(`docs of ${number}`).toArray()
  const day = first === undefined ? 'undated' : readDocRow(memory, first).day // and all that came since
  const index = new ClaimIndex(memory, day, vectorOf)
  const own = index.find(number)
  const best = new Map<number, Judgement>()
  for (const statement of own.statements) {
    for (const near of index.listNear(statement)) {
      if (near.number === number) continue
      for (const other of index.find(near.number).statements) {
        const judged = judgeOneClaim(other, statement)
        const known = best.get(near.number)
        if (!known || judged.score > known.score) best.set(near.number, judged)
      }
    }
  }
  return [...best]
    .map(([other, { score, because, isOne }]): NearMiss => {
      const { id, wording } = index.find(other)
      return { claim: id, wording, score, because: isOne ? `${NEARER}: ${because}` : because }
    })
    .sort((a, b) => b.score - a.score || (a.claim < b.claim ? -1 : 1))
    .slice(0, most)
}

const NEARER = 'some of its words would do, and were nearer to it than to this claim'
