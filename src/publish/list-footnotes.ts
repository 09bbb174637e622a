// The footnotes of an edition: in which report, and where in it, each line has its words. Numbered in the order of the
// text; a line that is printed twice has its numbers again.
import type { Doc } from '../model/doc.ts'
import type { Edition, Line } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id, Instant } from '../model/id.ts'
import { printedLines } from './printed-lines.ts'

export interface Footnote {
  readonly number: number // 1 for the first of the edition
  readonly line: Id<'line'>
  readonly at?: number // the mark stands after so many characters of the line's text; absent: after the line
  readonly evidence: Evidence // what the footnote opens
  readonly more: readonly Evidence[] // what else the line leans on in the same report, such as a full name
  readonly others?: number // on the last of a line: so many reports more that the line leans on, which have no footnote
  readonly name: string // of the report
  readonly title?: string
  readonly outlet?: string // absent: unknown
  readonly published?: Instant // absent: undated
  readonly confidence?: number // of the line, 0 to 1
}

/**
 * All footnotes of the edition in the order of their numbers. Evidence in a report that is not found has none, nor that which would make a
 * list that nobody reads: what a minister said in eight hundred reports.
 */
export function listFootnotes(edition: Edition, findDoc: (id: Id<'doc'>) => Doc | undefined): Footnote[] {
  const seen = new Set<Id<'line'>>()
  const footnotes: Footnote[] = []
  for (const line of printedLines(edition)) {
    if (seen.has(line.id)) continue
    seen.add(line.id)
    const found = notesOf(line).filter(({ evidence }) => findDoc(evidence.doc))
    for (const note of withoutMany(found)) {
      const doc = findDoc(note.evidence.doc)
      if (doc) footnotes.push({ number: footnotes.length + 1, line: line.id, ...note, ...citeDoc(doc), ...sure(line) })
    }
  }
  return footnotes
}

type Note = Pick<Footnote, 'evidence' | 'more' | 'at' | 'others'>

const MOST = 8 // reports that no words of the line open

function withoutMany(notes: readonly Note[]): readonly Note[] {
  const opened = notes.filter(({ at }) => at !== undefined)
  const also = notes.filter(({ at }) => at === undefined)
  const last = also[MOST - 1]
  if (!last || also.length <= MOST + 1) return notes // one more is named as soon as counted
  return [...opened, ...also.slice(0, MOST - 1), { ...last, others: also.length - MOST }]
}

// What words of the line open has a footnote each, after these words; other reports have one each after the line.
function notesOf({ refs = [], evidence }: Line): Note[] {
  const cited = refs.filter(({ kind }) => kind === 'cited').toSorted((a, b) => a.span.end - b.span.end)
  const endByPlace = new Map(cited.map(({ evidence: place, span }) => [place, span.end])) // its last words
  const opened = [...endByPlace].flatMap(([place, at]) => {
    const found = evidence[place]
    return found ? [{ evidence: found, at }] : []
  })
  const openedDocs = new Set(opened.map(({ evidence: { doc } }) => doc))
  const others = evidence.filter((each, place) => !endByPlace.has(place) && !openedDocs.has(each.doc))
  const first = others.filter(({ doc }, i) => others.findIndex((each) => each.doc === doc) === i)
  const notes = [...opened.toSorted((a, b) => a.at - b.at), ...first.map((each) => ({ evidence: each }))]
  const heads = notes.map((note) => note.evidence)
  return notes.map((note, i): Note => {
    const isFirst = heads.findIndex(({ doc }) => doc === note.evidence.doc) === i
    const more = isFirst ? evidence.filter((each) => each.doc === note.evidence.doc && !heads.includes(each)) : []
    return { ...note, more }
  })
}

function citeDoc({ name, title, outlet, published }: Doc): Pick<Footnote, 'name' | 'title' | 'outlet' | 'published'> {
  return { name, ...(title && { title }), ...(outlet && { outlet }), ...(published && { published }) }
}

function sure({ confidence }: Line): Pick<Footnote, 'confidence'> {
  return confidence === undefined ? {} : { confidence }
}
