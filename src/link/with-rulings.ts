// Which decisions of people changed how the origins of a claim are counted, put among the reasons for the count.
import type { Decision } from '../model/decision.ts'
import { tellRuling } from '../model/decision.ts'
import type { Independence } from '../model/origin.ts'
import type { Told } from './count-origins.ts'
import type { ClaimPlan } from './plan-claims.ts'
import type { EntityPlan } from './plan-entities.ts'

/** The count with a reason for each ruling on the claim, its attributions or its tellers. */
export function withRulings(
  independence: Independence,
  told: readonly Told[],
  { claims, entities }: { claims: Pick<ClaimPlan, 'decisionsOn'>; entities: Pick<EntityPlan, 'decisionsOn'> },
): Independence {
  const tellers = [...new Set(told.flatMap(({ teller }) => teller?.entity ?? []))]
  const on: Decision[] = [
    ...claims.decisionsOn(independence.claim),
    ...tellers.flatMap(({ id }) => entities.decisionsOn(id)),
  ]
  if (on.length === 0) return independence
  const reasons = [...new Set(on)].map(
    (decision) => ({ kind: 'ruled', decision: decision.id, because: tellRuling(decision) }) as const,
  )
  return { ...independence, reasons: [...independence.reasons, ...reasons] }
}
