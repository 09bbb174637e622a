// The claim that a report as a whole is about: "the report", and what somebody asked for comment would not speak of.
import { alignStatements } from './align-statements.ts'
import type { Draft } from './claim-index.ts'
import type { Put } from './find-antecedent.ts'
import { headOf } from './list-texts.ts'
import type { Content } from './make-contents.ts'
import { makeStatement } from './make-statement.ts'

const AGAIN = 0.04 // what one more putting forward weighs against words in the head
const FIRST = 0.1 // a report opens with its matter
const ELSEWHERE = 0.04 // and one more earlier place that puts it forward
const ELSEWHERE_MOST = 5

/**
 * The claim that the head of the report tells most of: the headline, the standfirst and the first sentence of the body.
 * Of two alike, the one put forward first, or more often, here and in the reports before.
 */
export function findMainClaim(read: Content['read'], puts: readonly Put[]): Draft | undefined {
  const head = makeStatement(headOf(read))
  const merits = new Map<Draft, number>()
  for (const { draft, content } of puts) {
    const known = ELSEWHERE * Math.min(ELSEWHERE_MOST, draft.evidence.length - 1)
    const opening = merits.size === 0 ? FIRST : 0
    const told = merits.get(draft) ?? opening + known + alignStatements(content.statement, head).coveredB
    merits.set(draft, told + AGAIN)
  }
  return [...merits].sort(([, a], [, b]) => b - a)[0]?.[0]
}
