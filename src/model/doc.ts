// The readable text of one report, and what is known about it from outside the text.
import type { Id, Instant, Maker } from './id.ts'
import type { Span } from './span.ts'

/** The readable text of one report. Nothing ever edits `text`: every span leans on it. */
export interface Doc {
  readonly id: Id<'doc'> // digest of report, extractor and text
  readonly capture: Id<'capture'> // the first sighting
  readonly report?: string // its key among the truths, which all its docs share; absent: it is on no desk
  readonly madeBy: Maker
  readonly name: string // what it answers to: the name it came under
  readonly text: string // headline included; NFC, LF, well-formed, no NUL
  readonly blocks: readonly Block[] // in order, not overlapping
  readonly language: string // BCP 47; 'und' where unknown
  readonly fields: readonly Field[]
  readonly title?: string
  readonly byline?: string
  readonly outlet?: string // the outlet's name as given or as the page states it; absent: unknown
  readonly url?: string
  readonly published?: Instant // absent: undated
  readonly updated?: Instant
  readonly entries?: readonly Entry[] // of live coverage: in order of the text, not overlapping
  readonly cut?: Cut // the text is not the whole report
  readonly removed: readonly Removed[]
  readonly given?: readonly Run[] // for plain text: where the doc's text stands in the text as it was handed in
}

export interface Block {
  readonly kind: BlockKind
  readonly span: Span
}

export type BlockKind =
  | 'headline'
  | 'standfirst'
  | 'byline'
  | 'heading'
  | 'paragraph'
  | 'quote'
  | 'caption'
  | 'pull-quote' // words of the body, set large beside it

/** One entry of live coverage: "on Wednesday" in it is counted from its own time. */
export interface Entry {
  readonly span: Span // all its blocks, its title included
  readonly at?: Instant // absent: the page gives the entry no day
  readonly title?: string
}

/** That and why the text is only the beginning of a report. */
export interface Cut {
  readonly by: 'paywall'
  readonly sign: string // what says so: words of the page, or the path in its data
}

/** What page or feed says about the text from outside it, and where. Of several with one name, the first stands. */
export interface Field {
  readonly name: FieldName
  readonly value: string
  readonly path: string // such as `meta[property="article:published_time"]`, `given` or `feed`
  readonly zone?: string // of a time of day, as written: `+02:00`, `BST`; `none` where it states none
}

/**
 * `byline`: people; `desk`: "World Desk", "Staff". `source`: whose text it is, where that is somebody else than the outlet.
 * `created`: when the file was made, which is not when the report was printed.
 */
export type FieldName =
  | 'title'
  | 'standfirst'
  | 'byline'
  | 'desk'
  | 'source'
  | 'outlet'
  | 'url'
  | 'published'
  | 'updated'
  | 'created'
  | 'section'
  | 'language'

/** Words that were left out of the report, and why. */
export interface Removed {
  readonly text: string // the words, cut to 200 characters
  readonly reason: RemovedReason
}

export type RemovedReason =
  | 'menu'
  | 'repeated title'
  | 'teaser'
  | 'keep reading'
  | 'photo credit'
  | 'newsletter'
  | 'advertisement'
  | 'share buttons'
  | 'copyright line'
  | 'section label'
  | 'time of an entry'
  | 'paywall'
  | 'comments'
  | 'cookie notice'
  | 'page header or footer'
  | 'outside the main text'

/** `text.slice(at, at + length)` of the doc stands at `given` in the text as it was handed in. Sorted by `at`. */
export interface Run {
  readonly at: number
  readonly given: number
  readonly length: number // in the doc's text
  readonly givenLength: number // in the text handed in; differs where normalising changed the length
}

/** True where the language is known and not English: the doc is kept and can be searched, and nothing is read in it. */
export function isForeign({ language }: Pick<Doc, 'language'>): boolean {
  return /^[a-z]{2,3}(?:-|$)/i.test(language) && !/^(?:en|und)(?:-|$)/i.test(language)
}

/** "not read: language (Russian); Readout reads English", or undefined for a doc that is read. */
export function unreadBecause(doc: Pick<Doc, 'language'>): string | undefined {
  if (!isForeign(doc)) return undefined
  const [language = ''] = doc.language.split('-') // with more of the tag, some that pages have would throw
  const name = LANGUAGES.of(language) ?? doc.language
  return `not read: language (${name}); Readout reads English`
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
/** True for what stands beside the report and says again what stands in it, or what a picture shows. */
export function isAside({ kind }: Block): boolean {
  return kind === 'caption' || kind === 'pull-quote'
}

/** The doc as it is read, without its asides: nothing counts as said a second time. The text and its offsets stay. */
export function withoutAsides(doc: Doc): Doc {
  return doc.blocks.some(isAside) ? { ...doc, blocks: doc.blocks.filter((block) => !isAside(block)) } : doc
}

/** The text with every aside blanked out; offsets are those of the doc's text. */
export function textWithoutAsides({ text, blocks }: Doc): string {
  const pieces: string[] = []
  let at = 0
  for (const { span } of blocks.filter(isAside)) {
    pieces.push(text.slice(at, span.start), ' '.repeat(span.end - span.start))
    at = span.end
  }
  return pieces.join('') + text.slice(at)
}

/** The kind of the block that holds the offset, or undefined between blocks. */
export function blockAt(doc: Doc, offset: number): Block | undefined {
  return doc.blocks.find(({ span }) => span.start <= offset && offset < span.end)
}

/** The ranges that a span of the doc's text covers in the text as handed in; UTF-16 units, joined where they touch. */
export function toGiven(runs: readonly Run[], span: Span): [number, number][] {
  const ranges: [number, number][] = []
  for (const run of runs) {
    const start = Math.max(span.start, run.at)
    const end = Math.min(span.end, run.at + run.length)
    if (start >= end) continue
    const isEven = run.length === run.givenLength
    const from = isEven ? run.given + (start - run.at) : run.given
    const to = isEven ? run.given + (end - run.at) : run.given + run.givenLength
    const last = ranges.at(-1)
    if (last && last[1] === from) last[1] = to
    else ranges.push([from, to])
  }
  return ranges
}
