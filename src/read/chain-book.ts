// Keeps the chains of one doc while it is read: who was spoken of before, so that "the envoy", "she", "one of the
// sources" and "the Times" find back to somebody the text has named or described.
import { asId, type Id } from '../model/id.ts'
import type { Chain, Kind, Mention } from '../model/reading.ts'
import type { Bounds, Span } from '../model/span.ts'
import type { Voice } from './name-source.ts'

export interface Entry {
  readonly id: Id<'chain'>
  readonly kind: Kind
  readonly voice: Voice
  readonly name: string
  readonly mentions: Mention[]
  side?: string
  count?: Bounds
  among?: Entry
  toldTo?: Entry // the outlet that an unnamed source told
  gender?: 'he' | 'she' // as the text has it, by title or pronoun
  isSpoken?: boolean // a body for which one person spoke: "he" may be that person
  lastSeen: number // offset of the latest mention
}

/** The chains so far, in the order in which they were opened. */
export interface ChainBook {
  readonly entries: Entry[]
  readonly byEnding: Map<string, Entry[]> // named ones, by kind and last word: one name may be the end of another
  speaker: Entry | undefined // whose words the text gave last
}

/** An empty book. */
export function makeChainBook(): ChainBook {
  return { entries: [], byEnding: new Map(), speaker: undefined }
}

/** The entry for a named voice, made at its first mention. */
export function nameEntry(
  book: ChainBook,
  kind: Kind,
  name: string,
  voice: Voice,
  span: Span,
  form: Mention['form'],
): Entry {
  const known = book.byEnding.get(endingOf(kind, name))?.find((entry) => isSameName(entry.name, name, kind))
  return known ? noteMention(known, span, form) : openEntry(book, kind, name, voice, span, form)
}

/** A new entry, whatever else bears its name: "a second official". */
export function openEntry(
  book: ChainBook,
  kind: Kind,
  name: string,
  voice: Voice,
  span: Span,
  form: Mention['form'],
): Entry {
  const id = asId<'chain'>(`c${book.entries.length + 1}`)
  const entry: Entry = { id, kind, name, voice, mentions: [{ span, form }], lastSeen: span.start }
  book.entries.push(entry)
  if (voice.kind !== 'anonymous') {
    const ending = endingOf(kind, name)
    book.byEnding.set(ending, [...(book.byEnding.get(ending) ?? []), entry])
  }
  return entry
}

function endingOf(kind: Kind, name: string): string {
  return `${kind} ${name.toLowerCase().split(' ').at(-1)}`
}

/** The entry, with one more mention. */
export function noteMention(entry: Entry, span: Span, form: Mention['form']): Entry {
  const isKnown = entry.mentions.some((other) => other.span.start === span.start && other.span.end === span.end)
  if (!isKnown) entry.mentions.push({ span, form })
  entry.lastSeen = Math.max(entry.lastSeen, span.start)
  return entry
}

/** The entry that the test accepts and that was mentioned last before `offset`. */
export function findLatest(book: ChainBook, offset: number, accepts: (entry: Entry) => boolean): Entry | undefined {
  let best: Entry | undefined
  let bestAt = -1
  for (const entry of book.entries) {
    if (!accepts(entry)) continue
    for (const { span } of entry.mentions)
      if (span.start < offset && span.start > bestAt) [best, bestAt] = [entry, span.start]
  }
  return best
}

/** The chains, each with its mentions in order of the text. */
export function chainsOf(book: ChainBook): Chain[] {
  return book.entries.flatMap(({ id, kind, name, mentions }) => {
    const [first, ...rest] = mentions.toSorted((a, b) => a.span.start - b.span.start)
    return first ? [{ id, kind, name, mentions: [first, ...rest] }] : []
  })
}

/** One name, or the longer one of which the other is the end: "Karskan foreign ministry", "foreign ministry". */
function isSameName(a: string, b: string, kind: Kind): boolean {
  const least = kind === 'outlet' ? 0 : 1 // the Northern Courier, the Courier
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return (
    x === y ||
    (x.split(' ').length > least && y.endsWith(` ${x}`)) ||
    (y.split(' ').length > least && x.endsWith(` ${y}`))
  )
}
