// A line cut where its footnotes stand, so that each format puts its own mark there.
import type { Edition, Line } from '../../model/edition.ts'
import type { Id } from '../../model/id.ts'
import { alsoIn } from '../also-in.ts'
import { type Footnote, listFootnotes } from '../list-footnotes.ts'
import type { FindDoc } from '../render-line.ts'

/** The footnotes of an edition, and those of each line. */
export interface NotesByLine {
  readonly all: readonly Footnote[] // in the order of their numbers
  of(line: Id<'line'>): readonly Footnote[]
}

/** The footnotes of the edition by their lines. */
export function openNotes(edition: Edition, findDoc: FindDoc): NotesByLine {
  const all = listFootnotes(edition, findDoc)
  const byLine = Map.groupBy(all, ({ line }) => line)
  return { all, of: (line) => byLine.get(line) ?? [] }
}

/** A stretch of a line's text, the footnotes that stand after it, and the claim whose origins it counts. */
export interface NotedPiece {
  readonly text: string
  readonly notes: readonly Footnote[]
  readonly claim?: Id<'claim'>
}

/** The line's text in pieces, and behind it the other reports that it leans on. */
export function cutAtNotes(line: Line, notes: readonly Footnote[]): NotedPiece[] {
  const placed = notes.filter(({ at }) => at !== undefined)
  return [...cutText(line, placed), ...alsoIn(line, notes)]
}

function cutText({ text, refs = [], claims }: Line, notes: readonly Footnote[]): NotedPiece[] {
  const placeOf = ({ at = text.length }: Footnote): number => Math.min(at, text.length)
  const counted = refs.filter(({ kind }) => kind === 'counted').map(({ span }) => span)
  const edges = [...notes.map(placeOf), ...counted.flatMap(({ start, end }) => [start, end]), text.length]
  const places = [...new Set(edges)].filter((place) => place > 0).sort((a, b) => a - b)
  const [claim] = claims
  return places.map((end, i): NotedPiece => {
    const start = places[i - 1] ?? 0
    const isCounted = counted.some((span) => span.start <= start && end <= span.end)
    const own = notes.filter((note) => placeOf(note) === end || (i === 0 && placeOf(note) === 0))
    return { text: text.slice(start, end), notes: own, ...(isCounted && claim && { claim }) }
  })
}
