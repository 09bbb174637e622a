// Words that wait for a claim that is printed later: answers that were about nothing printed so far, and sentences in which
// an outlet may have put a claim forward in its own voice before anybody was quoted for it.
import type { VectorOf } from '../model/vector.ts'
import { listNear, type Near, restate } from './claim-index.ts'
import { boundShare, judgeOneClaim, type Leaning, shareOf } from './judge-one-claim.ts'
import { isNear } from './judge-sense.ts'
import type { Stated, Statement } from './make-statement.ts'
import type { Memory } from './memory.ts'
import { type Day, post } from './postings.ts'

/** A statement that waits. */
interface Waiting extends Stated {
  readonly leaning: Leaning
}

const SHARE_LEAST = 0.52 // as where a statement looks for its claim
const PER_DOC = 2048 // statements of one report that wait; a longer one is no report

/** Lets statements of a doc wait; those of one doc are remembered together. */
export function wait(
  memory: Memory,
  day: Day,
  doc: number,
  all: readonly { readonly statement: Statement; readonly leaning: Leaning }[],
): void {
  const some = all.filter(({ statement }) => statement.keys.size >= 2).slice(0, PER_DOC) // others share two keys with no claim
  if (some.length === 0) return
  memory.add(
    `waiting ${doc}`,
    some.map(({ statement: { text, namings, isMidSentence }, leaning }): Waiting => {
      return { leaning, text, namings, isMidSentence }
    }),
  )
  for (const [nth, { statement }] of some.entries()) {
    const posted = { number: doc * PER_DOC + nth, weight: statement.tellingWeight }
    const heaviest = [...statement.keys].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, KEYS_MOST)
    for (const [key] of heaviest) post(memory, `wait ${key}`, day, posted)
  }
}

function findWaitingOf(memory: Memory, number: number): Waiting | undefined {
  return memory.read<Waiting[]>(`waiting ${Math.floor(number / PER_DOC)}`)?.[number % PER_DOC]
}

const KEYS_MOST = 7 // of a waiting statement by which it is found

/** The docs in which words waited that may be the claim that a statement puts. */
export function findWaiting(memory: Memory, day: Day, statement: Statement, vectorOf: VectorOf): number[] {
  const restated = (number: number): Statement | undefined => {
    const waiting = findWaitingOf(memory, number)
    return waiting && restate(waiting, vectorOf)
  }
  const isNearOne = ({ number }: Near): boolean => {
    const other = restated(number)
    return other !== undefined && isNear(other, statement)
  }
  return listNear(memory, 'wait', statement, day, statement.vector && isNearOne).flatMap((near): number[] => {
    const { number, sharedMost, weight } = near
    const waiting = findWaitingOf(memory, number)
    if (!waiting) return []
    const { leaning } = waiting
    const least = SHARE_LEAST - leaning.ease
    const isShared = sharedMost / Math.max(1, Math.min(weight, statement.tellingWeight)) >= least
    if (!isShared && !isNearOne(near)) return []
    const other = restate(waiting, vectorOf)
    const isBound = shareOf(sharedMost, statement, other) >= least && boundShare(statement, other) >= least
    if (!isBound && !isNear(statement, other)) return []
    return judgeOneClaim(statement, other, leaning).isOne ? [Math.floor(number / PER_DOC)] : []
  })
}
