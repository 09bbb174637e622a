// The line of a claim: its row of the ledger in figures, and since when it stands as it does.
import type { MadeClaim } from '../../archive/catalogue/keep-claims.ts'
import { findClaimFile } from '../../archive/linked.ts'
import type { Store } from '../../archive/store.ts'
import { listTaken } from '../../model/list-taken.ts'
import { followTimeline } from '../../track/follow-timeline.ts'
import { makeTimeline } from '../../track/make-timeline.ts'

/** The line, or undefined where there is no such claim. */
export function makeClaimLine(store: Pick<Store, 'plain'>, id: string): MadeClaim | undefined {
  const file = findClaimFile(store, id, ['row', 'appearances', 'bearings', 'stances'])
  if (!file?.row) return undefined
  const { claim, row, appearances, stances, bearings } = file
  const steps = followTimeline(makeTimeline(claim.id, appearances, stances))
  const turn = steps.findLast(({ before }) => before !== undefined)
  const since = (turn ?? steps[0])?.printed
  const printed = [...appearances.map(({ at }) => at), ...stances.map((one) => one.printed)]
  const last = printed.reduce((latest, one) => ((one ?? '') > (latest ?? '') ? one : latest), undefined)
  return {
    claim: claim.id,
    wording: row.wording,
    standing: row.standing,
    ...(turn?.before && { standingBefore: turn.before }),
    ...(since && { standingSince: since }),
    ...(row.firstPrinted && { firstPrinted: row.firstPrinted }),
    ...(last && { lastPrinted: last }),
    reports: row.assertedIn.length,
    atLeast: row.atLeast,
    atMost: row.atMost,
    unknown: row.unknownLineage,
    denied: row.deniedBy.length,
    declined: row.declinedToComment.length,
    confirmed: row.confirmedBy.length,
    altered: row.altered?.length ?? 0,
    ...(row.story && { story: row.story }),
    entities: [...new Set([...claim.about, ...stances.map(({ holder }) => holder)])],
    acts: [...new Set(stances.map(({ act }) => act))],
    taken: listTaken(stances),
    bearings: bearings.map(({ doc, attribution }) => [doc, attribution]),
  }
}
