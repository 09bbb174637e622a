// The claim that a report as a whole is about: "the report", and what somebody asked for comment would not speak of.
import { nearness } from '../model/vector.ts'
import { alignStatements } from './align-statements.ts'
import type { Draft } from './claim-index.ts'
import type { Put } from './find-antecedent.ts'
import type { Content } from './make-contents.ts'

const AGAIN = 0.04 // what one more putting forward weighs against words in the head
const FIRST = 0.1 // a report opens with its matter
const ELSEWHERE = 0.04 // and one more earlier place that puts it forward
const ELSEWHERE_MOST = 5

/**
 * The claim that the head of the report tells most of: the headline, the standfirst and the first sentence of the body.
 * Of two alike, the one put forward first, or more often, here and in the reports before.
 */
export function findMainClaim(puts: readonly Put[]): Draft | undefined {
  const merits = new Map<Draft, number>()
  for (const { draft, content } of puts) {
    const known = ELSEWHERE * Math.min(ELSEWHERE_MOST, draft.told - 1)
    const opening = merits.size === 0 ? FIRST : 0
    const told = merits.get(draft) ?? opening + known + likenessToHead(content)
    const isPassedOn = puts.some(
      (put) => put.draft === draft && put.content.attribution.within === content.attribution.id,
    )
    merits.set(draft, isPassedOn ? told : told + AGAIN) // what somebody passes on is put forward once
  }
  return [...merits].sort(([, a], [, b]) => b - a)[0]?.[0]
}

function likenessToHead({ statement, head }: Content): number {
  const { coveredB } = alignStatements(statement, head)
  return statement.vector && head.vector ? (coveredB + nearness(statement.vector, head.vector)) / 2 : coveredB
}
