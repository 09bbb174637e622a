// Each appearance keeps who tells it as its own doc has it, so that the origins of a claim can be counted again from any
// of its appearances: those printed by a day, say. What is counted from a part never knows what only the rest tells.
import type { Appearance } from '../model/claim.ts'
import type { Teller } from '../model/origin.ts'
import type { Told } from './count-origins.ts'

/** The appearances with their tellers, each once, in the order in which they came. */
export function keepTellers(told: readonly Told[]): Appearance[] {
  return [...Map.groupBy(told, ({ appearance }) => appearance.id).values()].flatMap((same) => {
    const tellers = same.flatMap(({ teller }) => (teller ? [plain(teller)] : []))
    return same.slice(0, 1).map(({ appearance }) => ({ ...appearance, tellers }))
  })
}

/** What `keepTellers` kept, as `countOrigins` takes it; `outletOf` says who printed a doc. */
export function toldOf(
  appearances: readonly Appearance[],
  outletOf: (doc: Appearance['doc']) => string | undefined,
): Told[] {
  return appearances.flatMap((appearance): Told[] => {
    const printedBy = outletOf(appearance.doc) ?? ''
    const { tellers = [] } = appearance
    if (tellers.length === 0) return [{ appearance, printedBy }]
    return tellers.map((teller) => ({ appearance, teller, printedBy }))
  })
}

// The chains of an entity are kept with the entity.
function plain({ entity: { id, name, isRuled }, ...teller }: Teller): Teller {
  return { ...teller, entity: { id, name, ...(isRuled && { isRuled }) } }
}
