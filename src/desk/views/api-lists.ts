// The lists of a desk for other programs: lines of the catalogue, and what stands behind one of them.
import { findClaimLine, listClaimLines, type WantedClaims } from '../../archive/catalogue/claim-lines.ts'
import { findPersonLine, listPersonLines, type WantedPeople } from '../../archive/catalogue/person-lines.ts'
import { findReportLine, listReportLines, type WantedReports } from '../../archive/catalogue/report-lines.ts'
import { findSaid, listSaid, type WantedSaid } from '../../archive/catalogue/said-lines.ts'
import { findStoryLine, listStoryLines, type WantedStories } from '../../archive/catalogue/story-lines.ts'
import { type ClaimFile, type ClaimPart, findClaim, findLinked } from '../../archive/linked.ts'
import { type ErrorCode, ReadoutError } from '../../model/errors.ts'
import type { ClaimLine, Listed, ReportLine, SaidLine } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
import { findByPage } from '../find-by-page.ts'
import { fingerprintOf } from '../fingerprint-of.ts'
import { refuseRemoved } from '../removal/list-removed.ts'
import { claimParts } from './api-claim.ts'
import { tellClaimLine, tellPersonLine, tellReportLine, tellSaidLine, tellStoryLine } from './api-lines.ts'
import { openPlaces } from './api-places.ts'

type OfDesk = Pick<Desk, 'store'>

export const listToldClaims = async ({ store }: OfDesk, wanted: WantedClaims) =>
  tellPage(await listClaimLines(store, wanted), tellClaimLine)

export const listToldReports = async ({ store }: OfDesk, wanted: WantedReports) =>
  tellPage(await listReportLines(store, wanted), tellReportLine)

export const listToldSaid = async ({ store }: OfDesk, wanted: WantedSaid) =>
  tellPage(await listSaid(store, wanted), tellSaidLine)

export const listToldStories = async ({ store }: OfDesk, wanted: WantedStories) =>
  tellPage(await listStoryLines(store, wanted), tellStoryLine)

export const listToldPeople = async ({ store }: OfDesk, wanted: WantedPeople) =>
  tellPage(await listPersonLines(store, wanted), tellPersonLine)

/** The line of a report by its name, that of its page, or its doc. Throws REPORT_UNKNOWN. */
export async function openReportLine({ store }: OfDesk, name: string): Promise<ReportLine> {
  refuseRemoved({ store }, name)
  const found = await findReportLine(store, name)
  const doc = found ? undefined : findByPage({ store }, name)?.doc.id
  return found ?? (doc && (await findReportLine(store, doc))) ?? missing('REPORT_UNKNOWN', 'report', name)
}

/** The line of what was said. Throws ATTRIBUTION_UNKNOWN. */
export async function openSaidLine({ store }: OfDesk, id: string): Promise<SaidLine> {
  return (await findSaid(store, id)) ?? missing('ATTRIBUTION_UNKNOWN', 'attribution', id)
}

/** The line of a claim by its id or one that it had before. Throws CLAIM_UNKNOWN. */
export async function openClaimLine({ store }: OfDesk, id: string): Promise<ClaimLine> {
  return (await findClaimLine(store, id)) ?? missing('CLAIM_UNKNOWN', 'claim', id)
}

/** A claim with these parts of what hangs on it. Throws CLAIM_UNKNOWN. */
export async function openClaimFile<P extends ClaimPart>(
  desk: OfDesk,
  id: string,
  parts: readonly P[],
): Promise<Pick<ClaimFile, 'claim' | P>> {
  const { claim } = await openClaimLine(desk, id)
  return findClaim(desk.store, claim, parts) ?? missing('CLAIM_UNKNOWN', 'claim', id)
}

/** A claim whole. Throws CLAIM_UNKNOWN. */
export async function tellClaim(desk: OfDesk, id: string) {
  const line = await openClaimLine(desk, id)
  const claim = findLinked(desk.store, 'claim', line.claim) ?? missing('CLAIM_UNKNOWN', 'claim', id)
  return {
    ...tellClaimLine(line),
    ...claimParts(desk, claim),
    version: fingerprintOf(desk.store, { noun: 'claim', id: claim.id }),
  }
}

/** A story whole. Throws STORY_UNKNOWN. */
export async function tellStory({ store }: OfDesk, id: string) {
  const line = (await findStoryLine(store, id)) ?? missing('STORY_UNKNOWN', 'story', id)
  const story = encodeURIComponent(line.story)
  return {
    ...tellStoryLine(line),
    aliases: [...(findLinked(store, 'story', line.story)?.aliases ?? [])] as string[],
    links: {
      reports: `/api/reports?story=${story}`,
      claims: `/api/claims?story=${story}`,
      said: `/api/said?story=${story}`,
    },
  }
}

/** A person or body whole. Throws ENTITY_UNKNOWN. */
export async function tellPerson(desk: OfDesk, id: string) {
  const line = (await findPersonLine(desk.store, id)) ?? missing('ENTITY_UNKNOWN', 'person or body', id)
  const { aliases = [], offices = [] } = findLinked(desk.store, 'entity', line.entity) ?? {}
  const places = openPlaces(desk)
  const entity = encodeURIComponent(line.entity)
  return {
    ...tellPersonLine(line),
    aliases: aliases.map((alias) => ({ id: alias.id as string, name: alias.name })),
    offices: offices.map(({ title, from, until, isFormer }) => ({
      title: places.anchor(title),
      ...(from && { from }),
      ...(until && { until }),
      isFormer: isFormer === true,
    })),
    links: { said: `/api/said?entity=${entity}`, claims: `/api/claims?entity=${entity}` },
  }
}

function tellPage<L, T>({ items, next }: Listed<L>, tell: (line: L) => T): Listed<T> {
  return { items: items.map(tell), ...(next !== undefined && { next }) }
}

function missing(code: ErrorCode, what: string, id: string): never {
  throw new ReadoutError(code, `no ${what} "${id}" on this desk; search for its words`)
}
