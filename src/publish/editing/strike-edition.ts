// An edition without the words of removed reports. A line that rests on one of them is struck, unless its words are shown to be copied
// from another; what is left says that it was removed, and when. Nothing else is changed.
import type { Edition, EditionReport, Item, Line, LineRef, OwnLine, Section } from '../../model/edition.ts'
import type { Correction, EditionVersion } from '../../model/edition-version.ts'
import type { Id, Instant } from '../../model/id.ts'
import { REMOVED_WORDS } from '../../model/removal.ts'
import { WORDS } from '../interface-words.ts'
import { dayWords } from '../iso-week.ts'
import { linesOf, ownLinesOf } from './open-parts.ts'

/** What was removed, as far as an edition may hold it. */
export interface Struck {
  readonly at: Instant
  readonly why: string
  readonly docs: ReadonlySet<Id<'doc'>>
  readonly nameByDoc: ReadonlyMap<Id<'doc'>, string> // what each report is called from then on
  quotes(words: string): boolean // a run of words that stands in a removed report and in no other that the edition cites
  holds(words: string): boolean // the same of all the words, however few
}

/** The version as it is from then on; undefined where it holds nothing of the reports. */
export function strikeVersion(version: EditionVersion, struck: Struck): EditionVersion | undefined {
  const { title, corrections, pinned, removals = [] } = version
  const edition = strikeEdition(version.edition, struck)
  const after: EditionVersion = {
    ...version,
    edition,
    ...(title !== undefined && { title: strikeWords(title, struck) }),
    corrections: corrections.map((one) => strikeCorrection(one, struck)),
    ...(pinned && { pinned: pinned.filter(({ doc }) => !struck.docs.has(doc)) }),
  }
  if (JSON.stringify(after) === JSON.stringify(version)) return undefined
  return { ...after, removals: [...removals, { at: struck.at, lines: countStruck(edition, struck), why: struck.why }] }
}

/** The edition as it is from then on. */
export function strikeEdition(edition: Edition, struck: Struck): Edition {
  const { sections, reports, pictures } = edition
  return {
    ...edition,
    sections: sections.map((section) => strikeSection(section, struck)),
    ...(reports && { reports: reports.map((report) => strikeReport(report, struck)) }),
    ...(pictures && { pictures: strikePictured(pictures, struck) as typeof pictures }),
  }
}

function countStruck(edition: Edition, { at }: Struck): number {
  const own = ownLinesOf(edition).filter(({ text }) => text === struckText(at))
  return linesOf(edition).filter(({ removed }) => removed === at).length + own.length
}

function strikeSection(section: Section, struck: Struck): Section {
  const { items, own } = section
  return {
    ...section,
    items: items.map((item) => strikeItem(item, struck)),
    ...(own && { own: own.map((line) => strikeOwn(line, struck)) }),
  }
}

function strikeItem(item: Item, struck: Struck): Item {
  const { heading, lines, own } = item
  const [first, ...others] = lines
  return {
    ...item,
    ...(heading && { heading: strikeLine(heading, struck) }),
    lines: [strikeLine(first, struck), ...others.map((line) => strikeLine(line, struck))],
    ...(own && { own: own.map((line) => strikeOwn(line, struck)) }),
  }
}

function strikeLine(line: Line, struck: Struck): Line {
  const { docs, at } = struck
  if (!line.evidence.some(({ doc }) => docs.has(doc))) return line
  const kept = withoutEvidence(line, struck)
  if (kept) return kept
  const { refs: _refs, reworded: _reworded, ...rest } = line
  const [first, ...others] = line.evidence.map((each) =>
    docs.has(each.doc) ? { ...each, quote: REMOVED_WORDS } : each,
  )
  if (!first) return line
  const text = line.removed === undefined ? struckText(at) : line.text
  return { ...rest, text, evidence: [first, ...others], removed: line.removed ?? at }
}

// What is copied from other reports alone stays, with the evidence from those.
function withoutEvidence(line: Line, { docs }: Struck): Line | undefined {
  const { evidence, refs, removed } = line
  if (!refs || removed !== undefined) return undefined
  const staying = evidence.flatMap(({ doc }, place) => (docs.has(doc) ? [] : [place]))
  const placeOf = new Map(staying.map((place, i) => [place, i]))
  const [first, ...others] = staying.flatMap((place) => evidence[place] ?? [])
  if (!first || refs.some(({ kind, evidence: at }) => kind !== 'counted' && !placeOf.has(at))) return undefined
  const moved = refs.map((ref): LineRef => ({ ...ref, evidence: placeOf.get(ref.evidence) ?? 0 }))
  return { ...line, evidence: [first, ...others], refs: moved }
}

function struckText(at: Instant): string {
  return WORDS.removal.line(dayWords(at))
}

function strikeOwn(line: OwnLine, struck: Struck): OwnLine {
  return struck.quotes(line.text) ? { ...line, text: struckText(struck.at) } : line
}

function strikeCorrection(correction: Correction, struck: Struck): Correction {
  const { was, now, why } = correction
  return {
    ...correction,
    ...(was !== undefined && { was: strikeWords(was, struck) }),
    ...(now !== undefined && { now: strikeWords(now, struck) }),
    why: strikeWords(why, struck),
  }
}

function strikeWords(words: string, { quotes }: Struck): string {
  return quotes(words) ? REMOVED_WORDS : words
}

function strikeReport(report: EditionReport, { docs, nameByDoc }: Struck): EditionReport {
  if (!docs.has(report.doc)) return report
  const { title: _title, ...rest } = report
  return { ...rest, name: nameByDoc.get(report.doc) ?? REMOVED_WORDS }
}

const PICTURED: ReadonlySet<string> = new Set(['wording', 'name', 'who']) // what a picture has of a report's words

function strikePictured(value: unknown, struck: Struck, key?: string): unknown {
  if (typeof value === 'string') {
    return key !== undefined && PICTURED.has(key) && (struck.holds(value) || struck.quotes(value))
      ? REMOVED_WORDS
      : value
  }
  if (Array.isArray(value)) return value.map((each) => strikePictured(each, struck, key))
  if (typeof value !== 'object' || value === null) return value
  const after = Object.fromEntries(Object.entries(value).map(([own, each]) => [own, strikePictured(each, struck, own)]))
  const doc = 'id' in value && 'name' in value ? (value.id as Id<'doc'>) : undefined
  return doc !== undefined && struck.docs.has(doc)
    ? { ...after, name: struck.nameByDoc.get(doc) ?? REMOVED_WORDS }
    : after
}
