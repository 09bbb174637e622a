// A thing by its id, with what a page must know of it to rule on it: a few quick questions to the store, however large it is.
import { findClaimLine } from '../../archive/catalogue/claim-lines.ts'
import { findPersonLine } from '../../archive/catalogue/person-lines.ts'
import { findReportLine } from '../../archive/catalogue/report-lines.ts'
import { findSaid } from '../../archive/catalogue/said-lines.ts'
import { findStoryLine } from '../../archive/catalogue/story-lines.ts'
import { type ClaimFile, findClaim } from '../../archive/linked.ts'
import { applyToReading } from '../../link/apply-to-reading.ts'
import { type Attribution, sourceKindOf } from '../../model/attribution.ts'
import type { Target } from '../../model/decision.ts'
import type { Id } from '../../model/id.ts'
import type { ReadDoc } from '../../model/ledger.ts'
import { wordsOf } from '../../model/span.ts'
import { pageName } from '../../publish/links.ts'
import type { Desk } from '../desk.ts'
import { openGrounds } from '../find-target.ts'
import { isInForce } from './decided-index.ts'
import type { Reviewing, Shown } from './make-target.ts'

/** A thing that is there. */
export interface Thing extends Omit<Shown, 'at'> {
  readonly page: string // the address of the page that shows it
  readonly said?: { readonly read: ReadDoc; readonly attribution: Attribution } // as people ruled on it
  readonly claim?: ClaimFile
}

/** The thing, or undefined where nothing has the id. */
export async function findThing(
  desk: Pick<Desk, 'store'>,
  reviewing: Reviewing,
  noun: Target['noun'],
  id: string,
): Promise<Thing | undefined> {
  switch (noun) {
    case 'attribution': {
      const said = await findSaidIn(desk, reviewing, id)
      if (!said) return undefined
      const { read, attribution } = said
      const label = wordsOf(read.doc.text, attribution.content)
      const page = `/report/${encodeURIComponent(pageName(read.doc.name))}`
      return { noun, id, label, page, kind: sourceKindOf(attribution.source), read, said }
    }
    case 'claim': {
      const line = await findClaimLine(desk.store, id)
      const claim = line && findClaim(desk.store, line.claim)
      if (!claim) return undefined
      const { wording, aliases } = claim.claim
      return { noun, id: claim.claim.id, formerIds: aliases, label: wording, page: `/claim/${claim.claim.id}`, claim }
    }
    case 'entity': {
      const line = await findPersonLine(desk.store, id)
      return line && { noun, id: line.entity, label: line.name, page: `/person/${line.entity}` }
    }
    case 'story': {
      const line = await findStoryLine(desk.store, id)
      return line && { noun, id: line.story, label: line.title, page: `/story/${line.story}` }
    }
    case 'report': {
      const line = await findReportLine(desk.store, id)
      const page = `/report/${encodeURIComponent(pageName(line?.name ?? ''))}`
      return line && { noun, id: line.doc, label: line.title ?? line.name, page }
    }
  }
}

/** What a ruling was made on, as it is now: by its id, or, where that is another one since, by the words looked at. */
export async function findThingOf(
  desk: Pick<Desk, 'store'>,
  reviewing: Reviewing,
  target: Target,
): Promise<Thing | undefined> {
  const { noun, id, words } = target
  const known = await findThing(desk, reviewing, noun, id)
  if (known) return known
  const grounds = openGrounds(desk)
  const now = {
    attribution: () => grounds.attributionAt(target)?.id,
    claim: () => grounds.claimAt(target)?.id,
    entity: () => grounds.entityAt(target)?.id,
    report: () => words[0].name,
    story: () => undefined,
  }[noun]()
  return now === undefined ? undefined : findThing(desk, reviewing, noun, now)
}

/** What was said with its report, as people had ruled on it when it was last linked. */
export async function findSaidIn(
  { store }: Pick<Desk, 'store'>,
  reviewing: Reviewing,
  id: string,
): Promise<{ read: ReadDoc; attribution: Attribution } | undefined> {
  const line = await findSaid(store, id)
  const read = line && readOf(reviewing, line.doc)
  const attribution = read?.reading.attributions.find((one) => one.id === id)
  return read && attribution && { read, attribution }
}

/** A report with its reading as people had ruled on it when it was last linked. */
export function readOf({ decided, linkedTo, reports }: Reviewing, doc: Id<'doc'>): ReadDoc | undefined {
  const read = reports.of(doc)
  if (!read) return undefined
  const rulings = decided.inReport(read.doc.name).filter((one) => one.number <= linkedTo && isInForce(one))
  return applyToReading(
    read,
    rulings.map(({ decision }) => decision),
  )
}
