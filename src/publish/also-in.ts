// The other reports that a line leans on, behind it: "Also in Radio Askevar and Harbour Post", each with the mark of its footnote.
// A line that a person or a model has reworded has the marks alone.
import type { Line } from '../model/edition.ts'
import { WORDS } from './interface-words.ts'
import type { Footnote } from './list-footnotes.ts'
import { counted } from './origin-words.ts'

/** Words behind a line and the footnotes whose marks follow them. */
interface AlsoPiece {
  readonly text: string
  readonly notes: readonly Footnote[]
}

/** ` Also in Radio Askevar`, ` and Harbour Post`, `.`: of the footnotes of the line those that no words of it open; at last how many more. */
export function alsoIn({ refs }: Line, notes: readonly Footnote[]): AlsoPiece[] {
  const also = notes.filter(({ at }) => at === undefined)
  if (also.length === 0) return []
  if (refs === undefined) return [{ text: '', notes: also }]
  const pieces = also.map((note, i) => ({ text: joinerOf(i, also) + outletWords(note), notes: [note] }))
  return [...pieces, { text: endOf(also), notes: [] }]
}

/** What stands before the outlet at a place in the list. */
export function joinerOf(place: number, also: readonly Footnote[]): string {
  if (place === 0) return ` ${WORDS.lines.alsoIn} `
  return place === also.length - 1 && also.at(-1)?.others === undefined ? ' and ' : ', '
}

/** What stands behind the last: ` and 838 more reports.` */
export function endOf(also: readonly Footnote[]): string {
  const { others } = also.at(-1) ?? {}
  return others === undefined ? '.' : ` and ${counted(others, 'more report')}.`
}

/** The outlet of a footnote as the list names it. */
export function outletWords({ outlet }: Footnote): string {
  return outlet ?? WORDS.lines.unknownOutlet
}
