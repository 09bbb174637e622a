// What the pieces of an edited file are: each by its marker, or, without one, by its words.
import type { Id } from '../../../model/id.ts'
import type { Edited } from '../apply-edits.ts'
import { linesOf, ownLinesOf } from '../open-parts.ts'
import { findMarked, readMarker } from './markers.ts'
import type { Piece } from './split-file.ts'
import { foldWords, likeness, readWords, shorten } from './words.ts'

/** Is told what cannot be understood, and where. */
export type Fault = (line: number, reason: string) => void

/** What a piece turned out to be. */
export type Read =
  | { readonly as: 'line' | 'heading' | 'own'; readonly id: Id<'line'>; readonly text: string }
  | { readonly as: 'add'; readonly attribution: string }
  | { readonly as: 'new'; readonly text: string }

/** Reads the pieces of one file; undefined for what is nothing or cannot be understood. */
export function openReader(
  pieces: readonly Piece[],
  { edition }: Edited,
  fault: Fault,
): (piece: Piece) => Read | undefined {
  const headings = new Set(edition.sections.flatMap(({ items }) => items.flatMap(({ heading }) => heading?.id ?? [])))
  const own = new Set(ownLinesOf(edition).map(({ id }) => id))
  const textById = new Map([...linesOf(edition), ...ownLinesOf(edition)].map(({ id, text }) => [id, text]))
  const ids = [...textById.keys()]
  const named = new Set(
    pieces.flatMap(({ text }) => {
      const marked = readMarker(text)
      const id = marked.kind === 'line' ? findMarked(marked.id, ids) : undefined
      return typeof id === 'string' ? [id] : []
    }),
  )
  const seenAt = new Map<string, number>()
  const isTwice = (id: string, line: number): boolean => {
    const before = seenAt.get(id)
    if (before === undefined) seenAt.set(id, line)
    else fault(line, `its line stands at line ${before} of the file already; a line is printed once`)
    return before !== undefined
  }
  const asLine = (id: Id<'line'>, piece: Piece, text: string): Read | undefined => {
    if (isTwice(id, piece.line)) return undefined
    const before = textById.get(id) ?? ''
    const same = foldWords(before) === foldWords(text) ? before : text
    if (same === '') {
      fault(piece.line, 'its words are gone; to take the line out, take out its marker too')
      return undefined
    }
    if (own.has(id)) return { as: 'own', id, text: same }
    const isHeading = headings.has(id)
    if (isHeading === (piece.kind === 'heading')) return { as: isHeading ? 'heading' : 'line', id, text: same }
    fault(
      piece.line,
      isHeading ? 'it heads an item: write ### before it' : 'it is a line and heads nothing: write it without ###',
    )
    return undefined
  }
  return (piece) => {
    const marked = readMarker(piece.text)
    if (marked.kind === 'fault') {
      fault(piece.line, marked.reason)
      return undefined
    }
    const text = readWords(marked.words)
    switch (marked.kind) {
      case 'line': {
        const id = findMarked(marked.id, ids)
        if (typeof id === 'string') return asLine(id, piece, text)
        fault(piece.line, id.reason)
        return undefined
      }
      case 'add':
        if (text === '' && piece.kind !== 'heading') {
          return isTwice(`+${marked.attribution}`, piece.line)
            ? undefined
            : { as: 'add', attribution: marked.attribution }
        }
        fault(
          piece.line,
          `{+${marked.attribution}} adds a statement in the words of the rules; write nothing else beside it`,
        )
        return undefined
      case 'none': {
        const like = findLike(
          text,
          ids.filter((id) => !named.has(id) && !seenAt.has(id)),
          textById,
        )
        if (like?.isSame) return asLine(like.id, piece, text)
        if (like) {
          const cure = `put it back, or write {#new} for a line of your own`
          fault(
            piece.line,
            `“${shorten(text)}” has no marker, and reads like the line {#${like.id.slice(0, 8)}}; ${cure}`,
          )
          return undefined
        }
        break
      }
      default:
    }
    if (text === '') return undefined
    if (piece.kind === 'heading') {
      fault(piece.line, `“${shorten(text)}” is no heading of the edition; a line of your own is written without ###`)
      return undefined
    }
    return { as: 'new', text }
  }
}

const LIKE = 0.5 // of all words in two texts: a line that somebody reworded, and whose marker went with the words

function findLike(
  text: string,
  ids: readonly Id<'line'>[],
  textById: ReadonlyMap<Id<'line'>, string>,
): { readonly id: Id<'line'>; readonly isSame: boolean } | undefined {
  const folded = foldWords(text)
  const same = ids.find((id) => foldWords(textById.get(id) ?? '') === folded)
  if (same !== undefined) return { id: same, isSame: true }
  const near = ids.map((id) => ({ id, by: likeness(textById.get(id) ?? '', text) })).toSorted((a, b) => b.by - a.by)[0]
  return near && near.by >= LIKE ? { id: near.id, isSame: false } : undefined
}
