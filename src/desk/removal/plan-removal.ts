// All that a removal would take and what would stand in its place, worked out before anything is touched. It is good for the log as it
// was then: whatever comes in meanwhile may lean on what is to go.
import type { LoggedCapture } from '../../archive/captures.ts'
import { listEditionVersions } from '../../archive/edition-versions.ts'
import { listSound } from '../../archive/keep-decision.ts'
import type { Replacements } from '../../archive/keep-removal.ts'
import { type Head, headOf } from '../../archive/log.ts'
import { findPinnedDoc, openDocsOf } from '../../archive/pinned-docs.ts'
import {
  findCurrentRecord,
  type KeptReport,
  listDocsOfReport,
  listHeld,
  listOtherTexts,
} from '../../archive/removable.ts'
import { digestOfAddress } from '../../archive/removals.ts'
import { lookedAt } from '../../model/decision.ts'
import { digestOf } from '../../model/digest.ts'
import type { Doc } from '../../model/doc.ts'
import type { Edition } from '../../model/edition.ts'
import { editionKey } from '../../model/edition-key.ts'
import type { EditionRef, EditionVersion } from '../../model/edition-version.ts'
import type { Digest, Id } from '../../model/id.ts'
import type { Removal, RemovalCause, Replaced } from '../../model/removal.ts'
import { linesOf } from '../../publish/editing/open-parts.ts'
import { strikeEdition, strikeVersion } from '../../publish/editing/strike-edition.ts'
import { pageName } from '../../publish/links.ts'
import { listCopies } from '../copies-of.ts'
import type { Desk } from '../desk.ts'
import { openDocsOfVersion } from '../editions/docs-of-version.ts'
import { findSubjects } from './find-subjects.ts'
import { strikeCapture } from './strike-capture.ts'
import { strikeDecision } from './strike-decision.ts'
import { findRare, openTheirWords } from './their-words.ts'
import { writtenIn, writtenInVersion } from './written-texts.ts'

/** What would go, with what a person is told of it. */
export interface RemovalPlan {
  readonly removal: Removal
  readonly replacements: Replacements
  readonly known: Head
  readonly reports: readonly KeptReport[] // as they are called now
  readonly captures: readonly LoggedCapture[]
  readonly editions: readonly StruckEdition[]
  readonly copies: readonly string[] // other reports that share text with them: not taken unless they are named
  readonly feeds: readonly Id<'capture'>[] // that told of the reports, and hold what they told: not taken unless they are named
}

export interface StruckEdition {
  readonly key: string
  readonly number: number
  readonly state: EditionRef['state']
  readonly lines: number
}

export interface AskedRemoval {
  readonly named: readonly string[]
  readonly cause: RemovalCause
  readonly why: string
}

/** The plan. Throws USAGE, REPORT_UNKNOWN, REPORT_REMOVED. */
export function planRemoval(desk: Pick<Desk, 'store' | 'now'>, { named, cause, why }: AskedRemoval): RemovalPlan {
  const { store } = desk
  const known = headOf(store)
  const { reports, captures, payloads } = findSubjects(desk, named)
  const keys = new Set(reports.map(({ report }) => report))
  const renamed = reports.map(({ report, name, first }) => ({
    report,
    number: first,
    name: `removed-${report.slice(0, 16)}`,
    was: [...new Set([digestOf(name), digestOf(pageName(name))])].sort(),
  }))
  const nameByReport = new Map(renamed.map(({ report, name }) => [report, name]))
  const pinned = listPinned(desk, keys, captures)
  const made = reports.flatMap(({ report }) => listDocsOfReport(store, report).map(({ doc }) => doc))
  const decided = listSound(store).sound
  const looked = decided.flatMap(({ decision }) => lookedAt(decision.ruling)).filter(({ report }) => keys.has(report))
  const docs = new Set([...made, ...pinned.docs].map(({ id }) => id).concat(looked.map(({ doc }) => doc)))
  const texts = [...new Set([...made, ...pinned.docs].flatMap(wordsOf))]

  const struckCaptures = captures.map(
    ({ capture: { id, ...record } }) => [id, JSON.stringify(strikeCapture(record))] as const,
  )
  const written = decided.flatMap(({ decision }) => writtenIn(decision))
  for (const { version } of versionsOf(store)) written.push(...writtenInVersion(version))
  const rare = findRare(written, texts, listOtherTexts(store, keys))
  const words = openTheirWords(texts, { rare })
  const struckDecisions = decided.flatMap(({ decision: { id, ...record } }) => {
    const struck = strikeDecision(record, { nameByReport, words })
    return struck ? [[id, JSON.stringify(struck)] as const] : []
  })
  const nameByDoc = new Map([...made, ...pinned.docs].map((doc) => [doc.id, nameOf(doc, nameByReport)]))
  const versions = strikeVersions(desk, { at: desk.now(), why, docs, nameByDoc, texts, rare })
  return {
    removal: {
      cause,
      reports: renamed,
      captures: struckCaptures.map(replaced).sort(byId),
      payloads: listHeld(store, [...payloads, ...pinned.payloads, ...versions.former]),
      docs: [...docs].sort(),
      decisions: struckDecisions.map(replaced).sort(byId),
      versions: versions.replaced.toSorted(byId),
      addresses: [...new Set(addressesOf(captures, made).map(digestOfAddress))].sort(),
    },
    replacements: {
      captures: new Map(struckCaptures),
      decisions: new Map(struckDecisions),
      versions: versions.bytes,
    },
    known,
    reports,
    captures,
    editions: versions.editions,
    copies: listOtherCopies(desk, made),
    feeds: [...new Set(captures.flatMap(({ capture }) => capture.foundIn ?? []))].filter(
      (id) => !captures.some(({ capture }) => capture.id === id),
    ),
  }
}

// Texts that editions pinned: of older extractors too, which are nowhere else any more.
function listPinned(
  { store }: Pick<Desk, 'store'>,
  reports: ReadonlySet<string>,
  captures: readonly LoggedCapture[],
): { docs: Doc[]; payloads: Digest[] } {
  const ids = new Set(captures.map(({ capture }) => capture.id))
  const docs = new Map<Digest, Doc>()
  const seen = new Set<Digest>()
  for (const { version } of versionsOf(store)) {
    for (const { text } of version.pinned ?? []) {
      if (seen.has(text)) continue
      seen.add(text)
      const doc = findPinnedDoc(store, text)
      if (doc && ((doc.report !== undefined && reports.has(doc.report)) || ids.has(doc.capture))) docs.set(text, doc)
    }
  }
  return { docs: [...docs.values()], payloads: [...docs.keys()] }
}

function listOtherCopies(desk: Pick<Desk, 'store'>, made: readonly Doc[]): string[] {
  const own = new Set(made.map(({ id }) => id))
  const findDoc = openDocsOf(desk.store)
  const others = made.flatMap(({ id }) => listCopies(desk, id)).flatMap(({ doc, of }) => [doc, of])
  return [...new Set(others.filter((id) => !own.has(id)).flatMap((id) => findDoc(id)?.name ?? []))].sort()
}

function* versionsOf(store: Desk['store']): Generator<{ ref: EditionRef; version: EditionVersion; current: Digest }> {
  for (const { ref } of listEditionVersions(store)) {
    const found = findCurrentRecord(store, ref.digest)
    if (found) yield { ref, version: JSON.parse(found.text) as EditionVersion, current: found.digest }
  }
}

interface Striking {
  readonly at: string
  readonly why: string
  readonly docs: ReadonlySet<Id<'doc'>>
  readonly nameByDoc: ReadonlyMap<Id<'doc'>, string>
  readonly texts: readonly string[]
  readonly rare: ReadonlySet<string>
}

interface StruckVersions {
  readonly replaced: Replaced<Digest>[]
  readonly bytes: Uint8Array[]
  readonly former: Digest[] // what earlier removals had left, which goes too
  readonly editions: StruckEdition[]
}

// Each version, and what the rules had composed it as.
function strikeVersions(desk: Pick<Desk, 'store'>, { texts, rare, ...of }: Striking): StruckVersions {
  const struck: StruckVersions = { replaced: [], bytes: [], former: [], editions: [] }
  const seen = new Set<Digest>()
  const put = (id: Digest, current: Digest, value: object): void => {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    struck.bytes.push(bytes)
    struck.replaced.push({ id, now: digestOf(bytes) })
    if (current !== id) struck.former.push(current)
  }
  for (const { ref, version, current } of versionsOf(desk.store)) {
    const words = openTheirWords(texts, { staying: textsBeside(desk, version, of.docs), rare })
    const after = strikeVersion(version, { ...of, ...words })
    if (after) {
      put(ref.digest, current, after)
      const lines = after.removals?.at(-1)?.lines ?? 0
      struck.editions.push({ key: editionKey(ref), number: ref.number, state: ref.state, lines })
    }
    const { composed } = version
    if (composed === undefined || seen.has(composed)) continue
    seen.add(composed)
    const found = findCurrentRecord(desk.store, composed)
    if (!found) continue
    const edition = JSON.parse(found.text) as Edition
    const rest = strikeEdition(edition, { ...of, ...words })
    if (JSON.stringify(rest) !== found.text) put(composed, found.digest, rest)
  }
  return struck
}

// The other texts that an edition cites: what stands there too is not the removed reports' own.
function textsBeside(desk: Pick<Desk, 'store'>, version: EditionVersion, docs: ReadonlySet<Id<'doc'>>): string[] {
  const findDoc = openDocsOfVersion(desk, version)
  const cited = new Set(linesOf(version.edition).flatMap(({ evidence }) => evidence.map(({ doc }) => doc)))
  return [...cited].filter((id) => !docs.has(id)).flatMap((id) => findDoc(id)?.text ?? [])
}

function wordsOf({ text, title, byline, name, removed }: Doc): string[] {
  return [text, title, byline, name, ...removed.map((left) => left.text)].filter((words) => words !== undefined)
}

function nameOf({ report }: Doc, nameByReport: ReadonlyMap<string, string>): string {
  return (report !== undefined && nameByReport.get(report)) || 'removed'
}

function addressesOf(captures: readonly LoggedCapture[], docs: readonly Doc[]): string[] {
  const all = captures.flatMap(({ capture: { asked, hops, given } }) => [
    asked,
    given?.url,
    ...hops.map(({ url }) => url),
  ])
  return [...all, ...docs.map(({ url }) => url)].filter(
    (url) => url !== undefined && /^https?:\/\//i.test(url),
  ) as string[]
}

function replaced<Of>([id, text]: readonly [Of, string]): Replaced<Of> {
  return { id, now: digestOf(text) }
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
