// Where in a letter the marks of footnotes stand: a line's text cut into pieces, each followed by the numbers after it.
import type { Edition, Line } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import { alsoIn } from '../also-in.ts'
import { type Footnote, listFootnotes } from '../list-footnotes.ts'
import type { MailedEdition } from './letter.ts'

/** A piece of a line and the footnotes whose marks stand behind it. */
export interface MarkedPiece {
  readonly text: string
  readonly notes: readonly Footnote[]
}

export interface Notes {
  readonly all: readonly Footnote[]
  readonly of: (line: Line) => MarkedPiece[]
}

/** The footnotes of the edition, by their lines. */
export function makeNotes({ version, findDoc }: Pick<MailedEdition, 'version' | 'findDoc'>): Notes {
  const all = listFootnotes(version.edition, findDoc)
  const byLine = new Map<Id<'line'>, Footnote[]>()
  for (const note of all) byLine.set(note.line, [...(byLine.get(note.line) ?? []), note])
  return { all, of: (line) => cutAtMarks(line, byLine.get(line.id) ?? []) }
}

// The text in pieces, and behind it the other reports that the line leans on.
function cutAtMarks(line: Line, notes: readonly Footnote[]): MarkedPiece[] {
  const placed = notes.filter(({ at }) => at !== undefined)
  return [...cutText(line, placed), ...alsoIn(line, notes)]
}

function cutText({ text }: Line, notes: readonly Footnote[]): MarkedPiece[] {
  const places = [...new Set(notes.map(({ at = text.length }) => Math.min(at, text.length)))].sort((a, b) => a - b)
  const pieces = places.map((place, i) => ({
    text: text.slice(places[i - 1] ?? 0, place),
    notes: notes.filter(({ at = text.length }) => Math.min(at, text.length) === place),
  }))
  const rest = text.slice(places.at(-1) ?? 0)
  return rest === '' ? pieces : [...pieces, { text: rest, notes: [] }]
}

/** True where the edition has anything to print in the section. */
export function isPrinted({ items, own = [], note }: Edition['sections'][number]): boolean {
  return items.length > 0 || own.length > 0 || note !== undefined
}
