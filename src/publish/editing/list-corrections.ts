// What an edition prints otherwise than the one that readers have, as corrections: its title, each line put in, taken out, in other words
// or under another heading, the notes of its sections, its pictures.

import type { Line } from '../../model/edition.ts'
import type { Correction } from '../../model/edition-version.ts'
import type { Id } from '../../model/id.ts'
import type { Edited } from './apply-edits.ts'

type Word = Pick<Correction, 'at' | 'why'>

/**
 * The corrections that lead from one to the other: the heads, then lines in the order of the newer one, what was taken out last. Order
 * alone is none.
 */
export function listCorrections(issued: Edited, corrected: Edited, { at, why }: Word): readonly Correction[] {
  const changed = (was: string | undefined, now: string | undefined): Correction[] =>
    was === now ? [] : [{ at, ...(was && { was }), ...(now && { now }), why }]
  const [before, after] = [placesOf(issued), placesOf(corrected)]
  const [{ edition: old }, { edition: fresh }] = [issued, corrected]
  const notes = new Set([...old.sections, ...fresh.sections].map(({ kind }) => kind))
  return [
    ...changed(issued.title, corrected.title),
    ...changed(old.watch?.name, fresh.watch?.name),
    ...changed(old.watch?.question, fresh.watch?.question),
    ...[...after].flatMap(([line, place]): Correction[] => {
      const was = before.get(line)
      if (was?.text === place.text) return []
      return [{ at, line, ...(was && { was: was.text }), now: place.text, why }]
    }),
    ...[...before].flatMap(([line, { text }]): Correction[] => (after.has(line) ? [] : [{ at, was: text, why }])),
    ...moved(before, after, { at, why }),
    ...[...notes].flatMap((kind) => changed(noteOf(old, kind), noteOf(fresh, kind))),
    ...(JSON.stringify(old.pictures) === JSON.stringify(fresh.pictures) ? [] : [{ at, now: DRAWN_ANEW, why }]),
  ]
}

const DRAWN_ANEW = 'The pictures are drawn anew, from what was known by then.'

/** A line's words, and what they stand under. */
interface PlaceOfLine {
  readonly text: string
  readonly kind: string
  readonly heading?: Line
}

type Places = ReadonlyMap<Id<'line'>, PlaceOfLine>

function placesOf({ edition }: Edited): Places {
  return new Map(
    edition.sections.flatMap(({ kind, own = [], items }) => [
      ...own.map(({ id, text }) => [id, { text, kind }] as const),
      ...items.flatMap(({ heading, lines, own: after = [] }) => [
        ...(heading ? [[heading.id, { text: heading.text, kind }] as const] : []),
        ...[...lines, ...after].map(({ id, text }) => [id, { text, kind, ...(heading && { heading }) }] as const),
      ]),
    ]),
  )
}

// A line that is told in another section stands otherwise: "in other news" says another thing of it than "denials"; and so does one
// under another heading.
function moved(before: Places, after: Places, { at, why }: Word): Correction[] {
  const isElse = (was: PlaceOfLine, now: PlaceOfLine): boolean =>
    was.heading?.id !== now.heading?.id &&
    // a heading that was put in or taken out is a correction by itself
    ((was.heading !== undefined && after.has(was.heading.id)) ||
      (now.heading !== undefined && before.has(now.heading.id)))
  return [...after].flatMap(([line, now]): Correction[] => {
    const was = before.get(line)
    if (was === undefined || was.text !== now.text || (was.kind === now.kind && !isElse(was, now))) return []
    return [{ at, line, was: tellPlace(was), now: tellPlace(now), why }]
  })
}

function tellPlace({ kind, heading, text }: PlaceOfLine): string {
  return `${kind}${heading ? `, under “${heading.text}”` : ''}: ${text}`
}

function noteOf({ sections }: Edited['edition'], kind: string): string | undefined {
  return sections.find((section) => section.kind === kind)?.note
}
