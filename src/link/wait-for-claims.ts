// Words that wait for a claim that is printed later: answers that were about nothing printed so far, and sentences in which
// an outlet may have put a claim forward in its own voice before anybody was quoted for it.
import type { VectorOf } from '../model/vector.ts'
import { listNear, type Near, restate } from './claim-index.ts'
import { boundShare, judgeOneClaim, type Leaning, shareOf } from './judge-one-claim.ts'
import { isNear } from './judge-sense.ts'
import type { Stated, Statement } from './make-statement.ts'
import type { Memory } from './memory.ts'
import { type Day, post } from './postings.ts'

/** A statement that waits, and the number of its doc. */
interface Waiting extends Stated {
  readonly doc: number
  readonly leaning: Leaning
}

const SHARE_LEAST = 0.52 // as where a statement looks for its claim

/** Lets a statement of a doc wait. */
export function wait(memory: Memory, day: Day, doc: number, statement: Statement, leaning: Leaning): void {
  if (statement.keys.size < 2) return // it shares two keys with no claim
  const number = memory.read<number>('waiting') ?? 0
  memory.write('waiting', number + 1)
  const { text, namings, isMidSentence } = statement
  memory.write(`waiting ${number}`, { doc, leaning, text, namings, isMidSentence } satisfies Waiting)
  const weight = statement.tellingWeight
  const heaviest = [...statement.keys].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, KEYS_MOST)
  for (const [key] of heaviest) post(memory, `wait ${key}`, day, { number, weight })
}

const KEYS_MOST = 7 // of a waiting statement by which it is found

/** The docs in which words waited that may be the claim that a statement puts. */
export function findWaiting(memory: Memory, day: Day, statement: Statement, vectorOf: VectorOf): number[] {
  const restated = (number: number): Statement | undefined => {
    const waiting = memory.read<Waiting>(`waiting ${number}`)
    return waiting && restate(waiting, vectorOf)
  }
  const isNearOne = ({ number }: Near): boolean => {
    const other = restated(number)
    return other !== undefined && isNear(other, statement)
  }
  return listNear(memory, 'wait', statement, day, statement.vector && isNearOne).flatMap((near): number[] => {
    const { number, sharedMost, weight } = near
    const waiting = memory.read<Waiting>(`waiting ${number}`)
    if (!waiting) return []
    const { doc, leaning } = waiting
    const least = SHARE_LEAST - leaning.ease
    const isShared = sharedMost / Math.max(1, Math.min(weight, statement.tellingWeight)) >= least
    if (!isShared && !isNearOne(near)) return []
    const other = restate(waiting, vectorOf)
    const isBound = shareOf(sharedMost, statement, other) >= least && boundShare(statement, other) >= least
    if (!isBound && !isNear(statement, other)) return []
    return judgeOneClaim(statement, other, leaning).isOne ? [doc] : []
  })
}
