// The edits of an editor, applied to an edition in their order. One that cannot be made, since a line is gone or nothing would
// come of it, is refused with words, and the others are made all the same.
import { digestOfParts } from '../../model/digest.ts'
import type { Edit, RefusedEdit } from '../../model/edit.ts'
import type { Edition, Line, Miss } from '../../model/edition.ts'
import { asId, type Id } from '../../model/id.ts'
import { acceptMisses, rewordLine } from './change-words.ts'
import { dropPart, movePart, putLine, putOwn } from './move-parts.ts'
import { closeParts, findPart, type OpenSection, openParts } from './open-parts.ts'

/** What is edited. */
export interface Edited {
  readonly edition: Edition
  readonly title?: string // absent: "The week of ..."
}

/** Who edits, and what the edits ask of the desk. */
export interface EditingWith {
  readonly by: string
  readonly checkWording: (text: string, line: Line) => readonly Miss[]
  /** The line that the rules make of the statement; a string says why they make none. */
  readonly lineOf: (attribution: string) => Line | string
  /** A line as the rules had made it; undefined where that is not known. */
  readonly ruledLine?: (id: Id<'line'>) => Line | undefined
}

/** The edition after the edits, and those that could not be made. */
export function applyEdits(
  { edition, title }: Edited,
  edits: readonly Edit[],
  editing: EditingWith,
): { readonly edited: Edited; readonly refused: readonly RefusedEdit[] } {
  const state = openEditing({ edition, ...(title !== undefined && { title }) }, editing)
  const refused: RefusedEdit[] = []
  for (const edit of edits) {
    const reason = applyEdit(edit, state)
    if (reason !== undefined) refused.push({ edit, reason })
  }
  const closed = closeParts(edition, state.sections)
  return { edited: { edition: closed, ...(state.title !== undefined && { title: state.title }) }, refused }
}

/** What edits work on. */
export interface Editing extends EditingWith {
  readonly sections: OpenSection[]
  readonly added: Map<string, Id<'line'>> // by attribution
  title: string | undefined
}

/** An edition opened for edits that are made one by one. */
export function openEditing({ edition, title }: Edited, editing: EditingWith): Editing {
  return { ...editing, sections: openParts(edition), added: new Map(), title }
}

/** Makes one edit; what comes back says why it cannot be made. */
export function applyEdit(edit: Edit, state: Editing): string | undefined {
  if ('text' in edit && (edit.text?.length ?? 0) > LONGEST) return `more than ${LONGEST} characters are no sentence`
  switch (edit.kind) {
    case 'move':
      return movePart(edit, state)
    case 'drop':
      return dropPart(edit, state)
    case 'reword':
      return rewordLine(edit, state)
    case 'accept':
      return acceptMisses(edit, state)
    case 'add': {
      const line = state.lineOf(edit.attribution)
      if (typeof line === 'string') return line
      if (findPart(state.sections, line.id)) return `it stands in the edition already: “${line.text}”`
      state.added.set(edit.attribution, line.id)
      return putLine(line, edit.to, state)
    }
    case 'own': {
      const text = asPrinted(edit.text)
      if (text === '') return 'a line of one’s own needs words'
      return putOwn({ id: edit.id ?? newId(state, text), text, by: state.by }, edit.to, state)
    }
    case 'title':
      state.title = asPrinted(edit.text ?? '') || undefined
      return undefined
    case 'note': {
      const section = state.sections.find(({ of }) => of.kind === edit.section)
      if (!section) return `the edition has no section “${edit.section}”`
      section.note = asPrinted(edit.text ?? '') || undefined
      return undefined
    }
  }
}

const LONGEST = 20_000

/** Words as they are printed: in one line, without what no feed may hold and what turns the words that follow about. */
export function asPrinted(text: string): string {
  return text.toWellFormed().replace(/\s+/g, ' ').replace(UNPRINTED, '').replace(/ {2,}/g, ' ').trim().normalize('NFC')
}

// control characters, embeddings and overrides of the writing direction, zero-width spaces, what is no character
const UNPRINTED = /[\p{Cc}\u200B\u202A-\u202E\u2060-\u206F\uFFF9-\uFFFB\uFEFF\p{Noncharacter_Code_Point}]/gu

function newId({ sections, by }: Editing, text: string): Id<'line'> {
  for (let nth = 1; ; nth++) {
    const id = asId<'line'>(digestOfParts('own', by, text, nth))
    if (!findPart(sections, id)) return id
  }
}
