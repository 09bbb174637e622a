// What hangs on a claim, a page at a time, for other programs. Whoever walks all of it asks for page after page: of a claim that many
// print the order is kept for each state of the desk.

import { findCount } from '../../archive/linked-parts.ts'
import { findRows, listRowKeys, type RowKey } from '../../archive/row-keys.ts'
import type { Appearance } from '../../model/claim.ts'
import type { LinkedNouns } from '../../model/linked-nouns.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'
import type { Stance } from '../../model/timeline.ts'
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
  const places = openPlaces(desk)
  const keyOf = (one: Appearance): string => dayKey(one.at, one.id)
  const found = await pageOfRows(desk, id, { noun: 'appearance', page, keyOf })
  return { ...found, items: found.items.map((one) => tellAppearance(one, places)) }
}

/** A page of who took which stance to a claim, in order of printing. Throws CLAIM_UNKNOWN, CURSOR_UNKNOWN. */
export async function listStances(
  desk: OfDesk,
  id: string,
  page: WantedPage,
): Promise<Listed<ReturnType<typeof tellStance>>> {
  const places = openPlaces(desk)
  const keyOf = (one: Stance): string =>
    dayKey(one.printed, `${one.doc} ${one.attribution} ${one.holder} ${one.act} ${one.evidence.span.start}`)
  const found = await pageOfRows(desk, id, { noun: 'stance', page, keyOf })
  return { ...found, items: found.items.map((one) => tellStance(desk, one, places)) }
}

interface WantedRows<N extends 'appearance' | 'stance'> {
  readonly noun: N
  readonly page: WantedPage
  readonly keyOf: (thing: LinkedNouns[N]) => string
}

async function pageOfRows<N extends 'appearance' | 'stance'>(
  desk: OfDesk,
  id: string,
  { noun, page, keyOf }: WantedRows<N>,
): Promise<Listed<LinkedNouns[N]>> {
  const { claim, reports } = await openClaimLine(desk, id)
  const list = `${noun}s ${claim}`
  const make = async (): Promise<RowKey[]> => listRowKeys(desk.store, claim, noun, keyOf)
  const keys = await onceOfMany(desk, reports, { key: list, kind: 'orders' }, make)
  const found = pageOf(keys, page, { list, keyOf: ({ key }) => key })
  return { ...found, items: findRows(desk.store, noun, found.items) }
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
  return (await openOrigins(desk, id)).told
}

/** A page of the reasons for a claim's origins, each with what shows it. Throws CLAIM_UNKNOWN, CURSOR_UNKNOWN. */
export async function listReasons(
  desk: OfDesk,
  id: string,
  page: WantedPage,
): Promise<Listed<ReturnType<typeof tellReason>>> {
  const { told, reasons } = await openOrigins(desk, id)
  const places = openPlaces(desk)
  const found = pageOf(reasons, page, { list: `reasons ${told.claim}`, keyOf: ({ at }) => placeKey(at) })
  return { ...found, items: found.items.map((one) => tellReason(one, places)) }
}

/** A claim's origins with so many reasons from one on, for whoever counts where he is. Throws CLAIM_UNKNOWN. */
export async function findOriginsWith(
  desk: OfDesk,
  id: string,
  { from, limit }: { readonly from: number; readonly limit: number },
): Promise<ReturnType<typeof tellOrigins> & { readonly because: readonly ReturnType<typeof tellReason>[] }> {
  const { told, reasons } = await openOrigins(desk, id)
  const places = openPlaces(desk)
  return { ...told, because: reasons.slice(from, from + limit).map((one) => tellReason(one, places)) }
}

async function openOrigins(desk: OfDesk, id: string) {
  const { claim, reports } = await openClaimLine(desk, id)
  return await onceOfMany(desk, reports, { key: `origins ${claim}`, kind: 'origins' }, async () => {
    const count = findCount(desk.store, claim)
    const reasons = count.independence?.reasons ?? []
    const sentences = count.row?.reasons ?? [] // one a reason, in their order
    return {
      told: tellOrigins(desk, claim, count),
      reasons: reasons.map((reason, at) => ({ reason, told: sentences[at] ?? '', at })),
    }
  })
}

function onceOfMany<T>(
  desk: OfDesk,
  reports: number,
  { key, kind }: { readonly key: string; readonly kind: KeptKind },
  make: () => Promise<T>,
): Promise<T> {
  return reports < MANY ? make() : onceAState(desk.store, key, make, kind)
}

function placeKey(at: number): string {
  return String(at).padStart(9, '0')
}

// The undated come last.
function dayKey(day: string | undefined, id: string): string {
  return `${day ?? '~'} ${id}`
}
