// Which claims have to be made out anew: those that changed, those of which rulings make something else than the last time, and
// whatever shares a claim with one of these once people have joined and parted them. Nothing else is looked at.
import type { Id } from '../model/id.ts'
import type { ClaimPlan, RuledState } from './plan-claims.ts'

/** What rulings made of matched claims, by their ids; plain, so that it can be remembered. */
export type RuledStates = Readonly<Record<string, RuledState>>

/** The claims as they were matched, and the ids that any of their words had or have now. */
export interface Spread {
  readonly redo: ReadonlySet<Id<'claim'>>
  readonly together: readonly (readonly Id<'claim'>[])[] // of these, those whose words may pass from one to another
  readonly ids: ReadonlySet<Id<'claim'>>
  readonly now: RuledStates
}

/** `before`: what rulings made of claims the last time. */
export function spreadRulings(
  changed: ReadonlySet<Id<'claim'>>,
  plan: Pick<ClaimPlan, 'ruled' | 'stateOf'>,
  before: RuledStates,
): Spread {
  const now = Object.fromEntries([...plan.ruled].map((id) => [id, plan.stateOf(id)]))
  const finalsOf = (id: string): readonly Id<'claim'>[] => [
    ...(before[id]?.finals ?? []),
    ...(now[id]?.finals ?? [id as Id<'claim'>]),
  ]
  const known = [...new Set([...Object.keys(before), ...Object.keys(now)])] as Id<'claim'>[]
  const sharing = Map.groupBy(
    known.flatMap((id) => finalsOf(id).map((final) => ({ id, final }))),
    ({ final }) => final,
  )
  const redo = new Set(changed)
  for (const id of known) if (now[id]?.told !== before[id]?.told) redo.add(id)
  const ids = new Set<Id<'claim'>>(redo)
  for (const id of redo) {
    for (const final of finalsOf(id)) {
      ids.add(final)
      for (const other of sharing.get(final) ?? []) redo.add(other.id) // a set goes on to what is added meanwhile
    }
  }
  for (const id of redo) ids.add(id)
  return { redo, together: gather(redo, known, finalsOf, sharing), ids, now }
}

type Finals = (id: string) => readonly Id<'claim'>[]
type Sharing = ReadonlyMap<string, readonly { readonly id: Id<'claim'> }[]>

// Those that are led to one claim, directly or by way of others.
function gather(
  redo: ReadonlySet<Id<'claim'>>,
  known: readonly Id<'claim'>[],
  finalsOf: Finals,
  sharing: Sharing,
): Id<'claim'>[][] {
  const seen = new Set<Id<'claim'>>()
  return known.flatMap((id): Id<'claim'>[][] => {
    if (!redo.has(id) || seen.has(id)) return []
    const group = new Set([id])
    for (const one of group) {
      for (const final of finalsOf(one)) for (const other of sharing.get(final) ?? []) group.add(other.id)
    }
    for (const one of group) seen.add(one)
    return [[...group].filter((one) => redo.has(one))]
  })
}
