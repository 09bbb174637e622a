// Where the claims of an edition's lines stood when a version was kept, and which of them stand otherwise now.
import { findClaimLines } from '../../archive/catalogue/claim-lines.ts'
import type { Edition } from '../../model/edition.ts'
import type { EditionVersion, Stood } from '../../model/edition-version.ts'
import type { Id, Instant } from '../../model/id.ts'
import type { Standing } from '../../model/timeline.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import type { Desk } from '../desk.ts'

/** A claim that stands otherwise than it did. */
export interface Turned {
  readonly claim: Id<'claim'> // as the lines have it
  readonly wording: string
  readonly was: Standing
  readonly now?: Standing // absent: no report has it any more
  readonly since?: Instant // when what turned it was printed
}

/** Where each claim of the edition's lines stands on the desk now. */
export async function standingsNow({ store }: Pick<Desk, 'store'>, edition: Edition): Promise<Stood[]> {
  const claims = new Set(linesOf(edition).flatMap((line) => line.claims))
  const found = await findClaimLines(store, claims)
  return [...claims].flatMap((claim): Stood[] => {
    const standing = found.get(claim)?.standing
    return standing ? [{ claim, standing }] : []
  })
}

/** The claims of a version that stand otherwise now, of those that its lines still tell of. */
export async function findTurned(
  { store }: Pick<Desk, 'store'>,
  { edition, stood = [] }: EditionVersion,
): Promise<Turned[]> {
  const told = new Set(linesOf(edition).flatMap((line) => line.claims))
  const kept = stood.filter(({ claim }) => told.has(claim))
  const found = await findClaimLines(
    store,
    kept.map(({ claim }) => claim),
  )
  return kept.flatMap(({ claim, standing: was }): Turned[] => {
    const line = found.get(claim)
    if (line?.standing === was) return []
    const now = line && { now: line.standing, ...(line.standingSince && { since: line.standingSince }) }
    return [{ claim, wording: line?.wording ?? '', was, ...now }]
  })
}
