// What hangs on a claim, a page at a time, for other programs. Whoever walks all of it asks for page after page: of a claim that many
// print the steps of its timeline and its reasons are kept for each state of the desk.
import { findCount } from '../../archive/linked-parts.ts'
import { listRowsOnClaim } from '../../archive/rows-on-claim.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'
import { followTimeline } from '../../track/follow-timeline.ts'
import { makeTimeline } from '../../track/make-timeline.ts'
import type { Desk } from '../desk.ts'
import { type KeptKind, onceAState } from '../once-a-state.ts'
import { tellAppearance, tellOrigins, tellReason, tellStance, tellStep } from './api-claim.ts'
import { openClaimFile, openClaimLine } from './api-lists.ts'
import { openPlaces } from './api-places.ts'
import { MANY } from './claim.ts'
import { pageOf } from './page-of.ts'

type OfDesk = Pick<Desk, 'store'>

/** A page of where a claim was put forward, in order of printing. Throws CLAIM_UNKNOWN, CURSOR_UNKNOWN. */
export async function listAppearances(
  desk: OfDesk,
  id: string,
  page: WantedPage,
): Promise<Listed<ReturnType<typeof tellAppearance>>> {
  const { claim } = await openClaimLine(desk, id)
  const places = openPlaces(desk)
  const found = listRowsOnClaim(desk.store, claim, 'appearance', (one) => one.id, page)
  return { ...found, items: found.items.map((one) => tellAppearance(one, places)) }
}

/** A page of who took which stance to a claim, in order of printing. Throws CLAIM_UNKNOWN, CURSOR_UNKNOWN. */
export async function listStances(
  desk: OfDesk,
  id: string,
  page: WantedPage,
): Promise<Listed<ReturnType<typeof tellStance>>> {
  const { claim } = await openClaimLine(desk, id)
  const places = openPlaces(desk)
  const found = listRowsOnClaim(
    desk.store,
    claim,
    'stance',
    (one) => `${one.attribution} ${one.holder} ${one.act}`,
    page,
  )
  return { ...found, items: found.items.map((one) => tellStance(desk, one, places)) }
}

/** A page of the timeline of a claim, as it was printed. Throws CLAIM_UNKNOWN, CURSOR_UNKNOWN. */
export async function listSteps(
  desk: OfDesk,
  id: string,
  page: WantedPage,
): Promise<Listed<ReturnType<typeof tellStep>>> {
  const { claim, reports } = await openClaimLine(desk, id)
  const places = openPlaces(desk)
  const steps = await onceOfMany(desk, reports, { key: `steps ${claim}`, kind: 'steps' }, async () => {
    const { appearances, stances } = await openClaimFile(desk, claim, ['appearances', 'stances'])
    return followTimeline(makeTimeline(claim, appearances, stances)).map((step, at) => ({ step, at }))
  })
  const found = pageOf(steps, page, { list: `timeline ${claim}`, keyOf: ({ at }) => placeKey(at) })
  return { ...found, items: found.items.map(({ step }) => tellStep(desk, step, places)) }
}

/** How many origins a claim has, and for how many reasons. Throws CLAIM_UNKNOWN. */
export async function findOrigins(desk: OfDesk, id: string): Promise<ReturnType<typeof tellOrigins>> {
  const { claim, reports } = await openClaimLine(desk, id)
  return await onceOfMany(desk, reports, { key: `origins ${claim}`, kind: 'origins' }, async () =>
    tellOrigins(desk, claim, findCount(desk.store, claim)),
  )
}

/** A page of the reasons for a claim's origins, each with what shows it. Throws CLAIM_UNKNOWN, CURSOR_UNKNOWN. */
export async function listReasons(
  desk: OfDesk,
  id: string,
  page: WantedPage,
): Promise<Listed<ReturnType<typeof tellReason>>> {
  const { claim, reasons } = await openReasons(desk, id)
  const places = openPlaces(desk)
  const found = pageOf(reasons, page, { list: `reasons ${claim}`, keyOf: ({ at }) => placeKey(at) })
  return { ...found, items: found.items.map((one) => tellReason(one, places)) }
}

/** A claim's origins with so many reasons from one on, for whoever counts where he is. Throws CLAIM_UNKNOWN. */
export async function findOriginsWith(
  desk: OfDesk,
  id: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<ReturnType<typeof tellOrigins> & { readonly because: readonly ReturnType<typeof tellReason>[] }> {
  const [told, { reasons }] = await Promise.all([findOrigins(desk, id), openReasons(desk, id)])
  const places = openPlaces(desk)
  return { ...told, because: reasons.slice(from, from + limit).map((one) => tellReason(one, places)) }
}

async function openReasons(desk: OfDesk, id: string) {
  const { claim, reports } = await openClaimLine(desk, id)
  return await onceOfMany(desk, reports, { key: `reasons ${claim}`, kind: 'reasons' }, async () => {
    const { row, independence } = findCount(desk.store, claim)
    const sentences = row?.reasons ?? [] // one a reason, in their order
    const reasons = (independence?.reasons ?? []).map((reason, at) => ({ reason, told: sentences[at] ?? '', at }))
    return { claim, reasons }
  })
}

function onceOfMany<T>(
  desk: OfDesk,
  reports: number,
  { key, kind }: { readonly key: string; readonly kind: KeptKind },
  make: () => Promise<T>,
): Promise<T> {
  return reports < MANY ? make() : onceAState(desk.store, key, make, { kind, weight: reports })
}

function placeKey(at: number): string {
  return String(at).padStart(9, '0')
}
