// An edited Markdown file as the edits that it asks for. What cannot be understood is said by the number of its line; as long as there
// is any of it, the file asks for nothing, so that nothing is dropped by mistake.
import type { Edit } from '../../../model/edit.ts'
import type { SectionKind } from '../../../model/edition.ts'
import type { EditionVersion } from '../../../model/edition-version.ts'
import { editionTitle } from '../../edition-title.ts'
import { SECTION_TITLES } from '../../render-html.ts'
import type { Edited } from '../apply-edits.ts'
import { editsTowards } from '../edits-towards.ts'
import type { AddedLine, Wanted, WantedItem, WantedLine, WantedOwn, WantedSection } from '../wanted.ts'
import { readMarker } from './markers.ts'
import { type Fault, openReader, type Read } from './open-reader.ts'
import { type Piece, type SplitFile, splitFile } from './split-file.ts'
import { foldWords, readWords, shorten } from './words.ts'

/** Something in the file that cannot be understood. */
export interface FileFault {
  readonly line: number // 1 for the first of the file
  readonly reason: string
}

/** Which version the file was made from, by its first line; undefined where that is gone. */
export function readHead(file: string): SplitFile['head'] {
  return splitFile(file).head
}

/** The edits that lead from the version that the file was made from to the file; none where there is any fault. */
export function readFile(
  file: string,
  version: Pick<EditionVersion, 'edition' | 'title'>,
): { readonly edits: readonly Edit[]; readonly faults: readonly FileFault[] } {
  const split = splitFile(file)
  const faults: FileFault[] = []
  if (split.endsAt === undefined) {
    const reason = 'the mark that ends the edition is gone, so the rest of the file may be; nothing is dropped for it'
    faults.push({ line: split.lines, reason })
  }
  const wanted = readPieces(split.pieces, version, (line, reason) => faults.push({ line, reason }))
  if (faults.length > 0) return { edits: [], faults: faults.toSorted((a, b) => a.line - b.line) }
  return { edits: editsTowards(version, wanted), faults: [] }
}

interface OpenItem {
  readonly line: number
  heading?: WantedLine
  readonly lines: (WantedLine | AddedLine)[]
  readonly own: WantedOwn[]
}

interface OpenSection {
  readonly kind: SectionKind
  readonly own: WantedOwn[]
  readonly items: OpenItem[]
  note?: string
}

function readPieces(pieces: readonly Piece[], version: Edited, fault: Fault): Wanted {
  const read = openReader(pieces, version, fault)
  const sections: OpenSection[] = []
  let title: { readonly text: string | undefined } | undefined
  for (const piece of pieces) {
    const here = sections.at(-1)
    if (piece.kind === 'fault') fault(piece.line, piece.text)
    else if (piece.kind === 'title') {
      if (title) fault(piece.line, 'there is a title already; ## begins a section')
      title ??= { text: readTitle(piece.text, version) }
    } else if (piece.kind === 'section') {
      const kind = findSection(piece, version, sections, fault)
      if (kind) sections.push({ kind, own: [], items: [] })
    } else if (!here) fault(piece.line, `“${shorten(piece.text)}” stands before the first section`)
    else readPiece(piece, here, version, { read, fault })
  }
  for (const item of sections.flatMap(({ items }) => items)) {
    if (item.lines.length > 0) continue
    fault(item.line, 'a heading has no line of a report under it; put one there, or take the heading out')
  }
  const kept = title ? title.text : version.title
  return {
    ...(kept !== undefined && { title: kept }),
    sections: version.edition.sections.map(({ kind, note }) => {
      const found = sections.find((section) => section.kind === kind)
      return found ? close(found) : { kind, own: [], items: [], ...(note !== undefined && { note }) }
    }),
  }
}

function close({ kind, own, items, note }: OpenSection): WantedSection {
  const closed = items.map(
    ({ heading, lines, own: after }): WantedItem => ({ ...(heading && { heading }), lines, own: after }),
  )
  return { kind, own, items: closed, ...(note !== undefined && { note }) }
}

function readPiece(
  piece: Piece,
  section: OpenSection,
  version: Edited,
  { read, fault }: { readonly read: (piece: Piece) => Read | undefined; readonly fault: Fault },
): void {
  const note = piece.kind === 'paragraph' && /^([*_])(?=\S)(?:\\.|(?!\1).)+\1$/.test(piece.text)
  if (note && readMarker(piece.text).kind === 'none') {
    if (section.note !== undefined)
      fault(piece.line, 'the section has a note already; a line of your own is no note: write it without *')
    section.note ??= noteOf(version, section.kind, readWords(piece.text.slice(1, -1)))
    return
  }
  const found = read(piece)
  if (!found) return
  const last = section.items.at(-1)
  if (found.as === 'heading') {
    const { id, text } = found
    section.items.push({ line: piece.line, heading: { id, text }, lines: [], own: [] })
  } else if (found.as === 'own' || found.as === 'new') {
    const line = { ...('id' in found && { id: found.id }), text: found.text }
    const list = last?.own ?? section.own
    list.push(line)
  } else {
    const line = found.as === 'add' ? { attribution: found.attribution } : { id: found.id, text: found.text }
    const begins = !last || (piece.kind === 'dash' && last.lines.length > 0)
    if (begins) section.items.push({ line: piece.line, lines: [line], own: [] })
    else last.lines.push(line)
  }
}

function findSection(
  { line, text }: Piece,
  { edition }: Edited,
  before: readonly OpenSection[],
  fault: Fault,
): SectionKind | undefined {
  const words = foldWords(readWords(text)).toLowerCase()
  const kinds = edition.sections.map(({ kind }) => kind)
  const kind = kinds.find((one) => SECTION_TITLES[one].toLowerCase() === words)
  if (!kind) {
    const known = kinds.map((one) => SECTION_TITLES[one]).join('; ')
    fault(line, `the edition has no section “${shorten(text)}”; it has: ${known}`)
  } else if (before.some((section) => section.kind === kind)) {
    fault(line, `the section “${SECTION_TITLES[kind]}” was begun already`)
    return undefined
  } else if (before.some((section) => kinds.indexOf(section.kind) > kinds.indexOf(kind))) {
    fault(line, `the section “${SECTION_TITLES[kind]}” is out of its place; sections keep their order`)
  }
  return kind
}

function readTitle(text: string, { edition, title }: Edited): string | undefined {
  const words = readWords(text)
  const folded = foldWords(words)
  if (words === '' || folded === foldWords(editionTitle(edition))) return undefined
  return title !== undefined && folded === foldWords(title) ? title : words
}

// A note keeps its own words where they are the same.
function noteOf({ edition }: Edited, kind: SectionKind, words: string): string {
  const before = edition.sections.find((section) => section.kind === kind)?.note
  return before !== undefined && foldWords(before) === foldWords(words) ? before : words
}
