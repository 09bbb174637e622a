// One printed sentence as HTML and as Markdown. In HTML outlet and day are the link to the words, and a mark leads to the
// footnote; in Markdown the footnote has the link.
import type { Doc } from '../model/doc.ts'
import type { Line, LineRef } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { alsoIn, endOf, joinerOf, outletWords } from './also-in.ts'
import { attribute, type Html, html, link } from './html.ts'
import { WORDS } from './interface-words.ts'
import type { Links } from './links.ts'
import type { Footnote } from './list-footnotes.ts'

export type FindDoc = (id: Id<'doc'>) => Doc | undefined

/** The footnotes of a line, and whether its marks were printed before: a second mark has no anchor of its own. */
export interface NotesOfLine {
  readonly notes: readonly Footnote[]
  readonly isRepeated: boolean
}

/** The line with its links and marks; evidence that none of its words open follows in small: "Also in Harbour Post". */
export function renderLine(line: Line, links: Links, findDoc: FindDoc, { notes, isRepeated }: NotesOfLine): Html {
  const mark = ({ number }: Footnote): Html => {
    const id = attribute('id', isRepeated ? undefined : `r${number}`)
    return html`<sup class="mark"><a${id} href="#n${number}" aria-label="${WORDS.lines.footnote(number)}">${number}</a></sup>`
  }
  const parts = cutLine(line, notes).map(
    ({ text, address, marks }) => html`${link(address?.(links, findDoc), text)}${marks.map(mark)}`,
  )
  const also = notes.filter(({ at }) => at === undefined)
  if (line.refs === undefined) return html`${parts}${also.map(mark)}${rewordedBy(line)}`
  const listed = also.map((note, i) => {
    const before = joinerOf(i, also)
    return html`${i === 0 ? before.trimStart() : before}${link(links.report(note.name, note.evidence), outletWords(note))}${mark(note)}`
  })
  return html`${parts}${listed.length > 0 && html` <span class="also">${listed}${endOf(also)}</span>`}`
}

/** The line in Markdown with its marks: `[^3]`. Source words are escaped, so that they cannot become markup. */
export function renderLineMarkdown(line: Line, links: Links, findDoc: FindDoc, { notes }: NotesOfLine): string {
  const mark = ({ number }: Footnote): string => `[^${number}]`
  const parts = cutLine(line, notes).map(({ text, address, isCounted, marks }) => {
    const to = isCounted ? address?.(links, findDoc) : undefined
    const words = to === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(text)}](${to})`
    return `${words}${marks.map(mark).join('')}`
  })
  const also = alsoIn(line, notes).map((piece) => escapeMarkdown(piece.text) + piece.notes.map(mark).join(''))
  return [...parts, ...also].join('')
}

/** Text that Markdown would read as markup, made plain. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~#]/g, '\\$&')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/^(\s*)([-+=]|\d+(?=[.)]))/, (_all, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
    .replace(/\s*\n\s*/g, ' ')
}

function rewordedBy({ reworded }: Line): Html | false {
  return reworded !== undefined && html` <span class="also">(${WORDS.lines.reworded(reworded.by)})</span>`
}

interface Part {
  readonly text: string
  readonly address?: (links: Links, findDoc: FindDoc) => string | undefined
  readonly isCounted?: boolean
  readonly marks: readonly Footnote[] // behind it
}

// The words that open something, and the words between; a mark stands behind the words that it belongs to.
function cutLine({ text, refs = [], evidence, claims }: Line, notes: readonly Footnote[]): Part[] {
  const marksAt = Map.groupBy(notes, ({ at }) => at ?? -1)
  const parts: Part[] = []
  let at = 0
  for (const { kind, span, evidence: place } of joinTouching(refs.filter((ref) => ref.kind !== 'copied'))) {
    const found = evidence[place]
    if (!found || span.start < at) continue
    const [claim] = claims
    const address: Part['address'] = (links, findDoc) =>
      kind === 'cited' ? addressOf(found, links, findDoc) : claim && links.claim?.(claim, links.week)
    const marks = marksAt.get(span.end) ?? []
    const words = text.slice(span.start, span.end)
    parts.push(
      { text: text.slice(at, span.start), marks: [] },
      { text: words, address, marks, isCounted: kind === 'counted' },
    )
    at = span.end
  }
  return [...parts, { text: text.slice(at), marks: [] }].filter((part) => part.text !== '')
}

// A name of two fragments that open the same words is one link.
function joinTouching(refs: readonly LineRef[]): LineRef[] {
  const joined: LineRef[] = []
  for (const ref of refs.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = joined.at(-1)
    if (last?.span.end === ref.span.start && last.evidence === ref.evidence && last.kind === ref.kind) {
      joined[joined.length - 1] = { ...last, span: { start: last.span.start, end: ref.span.end } }
    } else joined.push(ref)
  }
  return joined
}

function addressOf(evidence: Evidence, links: Links, findDoc: FindDoc): string | undefined {
  const doc = findDoc(evidence.doc)
  return doc && links.report(doc.name, evidence)
}
