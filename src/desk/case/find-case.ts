// What belongs to a case: the reports that it is about, with every capture that brought them, the claims and the editions that rest on
// them, and what people decided on any of these.

import type { LoggedCapture } from '../../archive/captures.ts'
import { findKeptRecord, type KeptRecord, listRecordsHolding } from '../../archive/case-records.ts'
import { type ClaimFile, findClaim, findLinked } from '../../archive/linked.ts'
import { listOfTheseDocs } from '../../archive/linked-parts.ts'
import { openDocsOf } from '../../archive/pinned-docs.ts'
import { listCapturesOfReport } from '../../archive/removable.ts'
import type { Doc } from '../../model/doc.ts'
import { parseEditionKey } from '../../model/edition-key.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Id } from '../../model/id.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import type { Desk } from '../desk.ts'
import { openDocsOfVersion } from '../editions/docs-of-version.ts'
import { findIssued, openVersion, type WholeVersion } from '../editions/find-edition.ts'
import { findByPage } from '../find-by-page.ts'
import { findClaimBy } from '../list-ledger.ts'
import { openStory } from '../list-stories.ts'
import { refuseRemoved } from '../removal/list-removed.ts'

export interface Case {
  readonly named: readonly string[]
  readonly docs: readonly Doc[] // by name
  readonly captures: readonly LoggedCapture[] // in log order
  readonly claims: readonly ClaimFile[]
  readonly editions: readonly WholeVersion[]
  readonly decisions: readonly KeptRecord[] // in log order
}

interface Gathered {
  readonly docs: Map<Id<'doc'>, Doc>
  readonly claims: Map<Id<'claim'>, ClaimFile>
  readonly editions: WholeVersion[]
  readonly about: Set<string> // what a decision on the case names
}

/** All that belongs to the reports, claims, stories and editions named. Throws USAGE, REPORT_UNKNOWN, REPORT_REMOVED, EDITION_UNKNOWN. */
export async function findCase(desk: Pick<Desk, 'store'>, named: readonly string[]): Promise<Case> {
  if (named.length === 0) throw new ReadoutError('USAGE', 'name the reports, claims, stories or editions of the case')
  const gathered: Gathered = { docs: new Map(), claims: new Map(), editions: [], about: new Set() }
  for (const one of named) await gather(desk, one, gathered)
  const { docs, claims, editions, about } = gathered
  for (const { id, report } of docs.values()) {
    about.add(id)
    if (report !== undefined) about.add(report)
  }
  const captures = new Map<string, LoggedCapture>()
  for (const report of new Set([...docs.values()].flatMap((doc) => doc.report ?? []))) {
    for (const found of listCapturesOfReport(desk.store, report)) captures.set(found.capture.id, found)
  }
  for (const { capture } of captures.values()) about.add(capture.id) // as a removal names it
  const decisions = new Map(listRecordsHolding(desk.store, about).map((record) => [record.id, record]))
  for (const { id, ref } of editions.map((each) => ({ id: each.decision, ref: each.ref }))) {
    const record = findKeptRecord(desk.store, 'decision', id)
    if (!record) throw new Error(`version ${ref.number} has no decision`)
    decisions.set(id, record)
  }
  const undone = listRecordsHolding(desk.store, new Set(decisions.keys())) // each undoing names what it undoes
  for (const record of undone) decisions.set(record.id, record)
  return {
    named,
    docs: [...docs.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1)),
    captures: [...captures.values()].sort((a, b) => a.number - b.number),
    claims: [...claims.values()],
    editions,
    decisions: [...decisions.values()].sort((a, b) => a.number - b.number),
  }
}

async function gather(desk: Pick<Desk, 'store'>, named: string, into: Gathered): Promise<void> {
  const report = findByPage(desk, named)
  if (report) {
    into.docs.set(report.doc.id, report.doc)
    const { bearing } = listOfTheseDocs(desk.store, [report.doc.id], ['bearing'])
    for (const { claim } of bearing) addClaim(desk, claim, into)
    return
  }
  const key = parseEditionKey(named)
  if (/^\d{4}-W\d{2}$/.test(key.week)) {
    addEdition(desk, findIssued(desk, key) ?? openVersion(desk, key), into)
    return
  }
  const story =
    findLinked(desk.store, 'story', named) ?? (await beginning(() => openStory(desk, named), 'STORY_UNKNOWN'))
  if (story) {
    into.about.add(story.id)
    const { docs, claims } = findLinked(desk.store, 'story', story.id) ?? { docs: [], claims: [] }
    addDocs(desk, docs, into)
    for (const claim of claims) addClaim(desk, claim, into)
    return
  }
  refuseRemoved(desk, named)
  const claim = await beginning(async () => findClaimBy(desk, named), 'CLAIM_UNKNOWN')
  if (!claim) {
    const cure = 'name a report, the id of a claim or a story, or an edition such as 2031-W10'
    throw new ReadoutError('REPORT_UNKNOWN', `"${named}" is nothing on this desk; ${cure}`)
  }
  addClaim(desk, claim.claim.id, into)
  const { appearances, stances, bearings } = claim
  addDocs(
    desk,
    [...appearances, ...stances, ...bearings].map(({ doc }) => doc),
    into,
  )
}

async function beginning<T>(find: () => Promise<T>, unless: string): Promise<T | undefined> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof ReadoutError && error.code === unless) return undefined
    throw error
  }
}

function addEdition(desk: Pick<Desk, 'store'>, whole: WholeVersion, into: Gathered): void {
  into.editions.push(whole)
  const findDoc = openDocsOfVersion(desk, whole.version)
  for (const { evidence, claims } of linesOf(whole.version.edition)) {
    for (const { doc } of evidence) {
      const found = findDoc(doc)
      if (found) into.docs.set(doc, found)
    }
    for (const claim of claims) addClaim(desk, claim, into)
  }
}

function addClaim({ store }: Pick<Desk, 'store'>, id: Id<'claim'>, { claims, about }: Gathered): void {
  about.add(id)
  const found = findClaim(store, id)
  if (found) claims.set(found.claim.id, found)
}

function addDocs({ store }: Pick<Desk, 'store'>, ids: readonly Id<'doc'>[], { docs }: Gathered): void {
  const findDoc = openDocsOf(store)
  for (const id of ids) {
    const doc = docs.has(id) ? undefined : findDoc(id)
    if (doc) docs.set(id, doc)
  }
}
