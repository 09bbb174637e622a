// Where in a letter the marks of footnotes stand: a line's text cut into pieces, each followed by the numbers after it.
import type { Edition, Line } from '../../model/edition.ts'
import { cutAtNotes, type NotedPiece, openNotes } from '../formats/cut-at-notes.ts'
import type { Footnote } from '../list-footnotes.ts'
import type { MailedEdition } from './letter.ts'

export interface LetterNotes {
  readonly all: readonly Footnote[]
  readonly of: (line: Line) => NotedPiece[]
}

/** The footnotes of the edition, by their lines. */
export function makeLetterNotes({ version, findDoc }: Pick<MailedEdition, 'version' | 'findDoc'>): LetterNotes {
  const { all, of } = openNotes(version.edition, findDoc)
  return { all, of: (line) => cutAtNotes(line, of(line.id)) }
}

/** True where the edition has anything to print in the section. */
export function isPrinted({ items, own = [], note }: Edition['sections'][number]): boolean {
  return items.length > 0 || own.length > 0 || note !== undefined
}
