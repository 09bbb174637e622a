// What may be one among the origins that are left, with the words that name them.
import type { Id } from '../model/id.ts'
import type { Reason } from '../model/origin.ts'
import { setsLeft } from '../model/sets-left.ts'
import type { NonEmpty } from '../model/span.ts'

type Doubt = Extract<Reason, { readonly kind: 'may be one' }>

/** The reasons of this kind that those left still give. */
export function doubtsLeft(reasons: readonly Reason[], left: ReadonlySet<Id<'origin'>>): Doubt[] {
  const doubts = reasons.filter((reason) => reason.kind === 'may be one')
  const wordsOf = new Map(
    doubts.flatMap(({ origins, because }) => origins.map((id, at) => [id, because[at] ?? because[0]])),
  )
  const sets = setsLeft(
    doubts.map(({ origins }) => origins),
    (id) => left.has(id),
  )
  const meantOf = (origins: readonly Id<'origin'>[]): Id<'origin'> | undefined =>
    doubts.find(
      ({ meant, origins: all }) => meant && origins.includes(meant) && origins.every((id) => all.includes(id)),
    )?.meant
  return sets.map((origins): Doubt => {
    const meant = meantOf(origins)
    const because = origins.flatMap((id) => wordsOf.get(id) ?? []) as unknown as NonEmpty<Doubt['because'][0]>
    return { kind: 'may be one', origins, ...(meant && { meant }), because }
  })
}
