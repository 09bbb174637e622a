// The origins of the claims that some holdings have, to be drawn: each made when it is asked for.
import type { Id } from '../model/id.ts'
import type { OriginsGraph } from '../model/origins-graph.ts'
import type { Holdings } from './holdings.ts'
import { makeOriginsGraph } from './make-origins-graph.ts'

/** The graph of a claim; nothing of one that nobody puts forward. */
export function openGraphs({
  linked,
  findDoc,
}: Pick<Holdings, 'linked' | 'findDoc'>): (claim: Id<'claim'>) => OriginsGraph | undefined {
  const claims = new Map(linked.claims.map((claim) => [claim.id, claim]))
  const counts = new Map(linked.independences.map((one) => [one.claim, one]))
  const appearances = Map.groupBy(linked.appearances, ({ claim }) => claim)
  return (id) => {
    const [claim, independence] = [claims.get(id), counts.get(id)]
    const made = { appearances: appearances.get(id) ?? [], findDoc }
    return claim && independence && makeOriginsGraph({ claim, independence, ...made })
  }
}
