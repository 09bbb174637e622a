// An edition as somebody wants it: which lines, in which items and sections, in which words. What a Markdown file tells, and what an
// earlier edition had; from either come the edits that lead there.
import type { SectionKind } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import type { Edited } from './apply-edits.ts'

export interface Wanted {
  readonly title?: string
  readonly sections: readonly WantedSection[]
}

export interface WantedSection {
  readonly kind: SectionKind
  readonly own: readonly WantedOwn[]
  readonly items: readonly WantedItem[]
  readonly note?: string
}

export interface WantedItem {
  readonly heading?: WantedLine
  readonly lines: readonly (WantedLine | AddedLine)[] // at least one
  readonly own: readonly WantedOwn[]
}

export interface WantedLine {
  readonly id: Id<'line'>
  readonly text: string
}

/** A line that the rules make of a statement. */
export interface AddedLine {
  readonly attribution: string
}

/** An editor's own line; without an id it is a new one. */
export interface WantedOwn {
  readonly id?: Id<'line'>
  readonly text: string
}

/** What is there, as what is wanted. Lines that `known` has not are added, under their ids. */
export function wantedOf({ edition, title }: Edited, known: (id: Id<'line'>) => boolean = () => true): Wanted {
  return {
    ...(title !== undefined && { title }),
    sections: edition.sections.map(({ kind, own = [], items, note }) => ({
      kind,
      own,
      items: items.map(({ heading, lines, own: after = [] }) => ({
        ...(heading && { heading }),
        lines: lines.map(({ id, text }) => (known(id) ? { id, text } : { attribution: id })),
        own: after,
      })),
      ...(note !== undefined && { note }),
    })),
  }
}
