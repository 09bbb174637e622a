// Keeps the chains of one doc while it is read: who was spoken of before, so that "the envoy", "she", "one of the
// sources" and "the Times" find back to somebody the text has named or described.
import { asId, type Id } from '../model/id.ts'
import type { Chain, Kind, Mention } from '../model/reading.ts'
import type { Bounds, Span } from '../model/span.ts'
import type { Voice } from './name-source.ts'
import type { Standing } from './weigh-mention.ts'

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
  isUndecided?: boolean // the text does not tell who it is; nobody else's words are joined to it
  isSpoken?: boolean // a body for which one person spoke: "he" may be that person
  readonly places: Set<string> // of its mentions, so that none is noted twice
}

/** An entry at one of its mentions; by offsets. */
export interface Seen {
  readonly at: number
  readonly end: number
  readonly entry: Entry
}

/** The chains so far, in the order in which they were opened. */
export interface ChainBook {
  readonly entries: Entry[]
  readonly byEnding: Map<string, Entry[]> // named ones, by kind and last word: one name may be the end of another
  readonly timeline: Seen[] // every mention, by offset
  speaker: Seen | undefined // whose words the text gave last, and where
  next: number // the first token whose pronoun is not settled yet
  readonly meant: Map<number, Entry | undefined> // by token: whom a pronoun means
  readonly standings: Map<Seen, Standing | undefined>
}

/** An empty book. */
export function makeChainBook(): ChainBook {
  return {
    entries: [],
    byEnding: new Map(),
    timeline: [],
    speaker: undefined,
    next: 0,
    meant: new Map(),
    standings: new Map(),
  }
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
  return known ? noteMention(book, known, span, form) : openEntry(book, kind, name, voice, span, form)
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
  const entry: Entry = { id, kind, name, voice, mentions: [], places: new Set() }
  book.entries.push(entry)
  if (voice.kind !== 'anonymous') {
    const ending = endingOf(kind, name)
    book.byEnding.set(ending, [...(book.byEnding.get(ending) ?? []), entry])
  }
  return noteMention(book, entry, span, form)
}

function endingOf(kind: Kind, name: string): string {
  return `${kind} ${name.toLowerCase().split(' ').at(-1)}`
}

/** The entry, with one more mention. */
export function noteMention(book: ChainBook, entry: Entry, span: Span, form: Mention['form']): Entry {
  const place = `${span.start}-${span.end}`
  if (entry.places.has(place)) return entry
  entry.places.add(place)
  entry.mentions.push({ span, form })
  book.timeline.splice(placeFor(book.timeline, span.start), 0, { at: span.start, end: span.end, entry })
  return entry
}

/** Notes that the text speaks of the entry there, by a word that is no mention to be listed: "his" in "his offer". */
export function noteSeen(book: ChainBook, entry: Entry, { start, end }: Span): void {
  book.timeline.splice(placeFor(book.timeline, start), 0, { at: start, end, entry })
}

const RECALL = 300 // mentions; whoever was spoken of before that many others is not meant by "she" or "the official"

/** The entry that the test accepts and that was mentioned last before `offset`. */
export function findLatest(book: ChainBook, offset: number, accepts: (seen: Seen) => boolean): Entry | undefined {
  for (const seen of mentionsBefore(book, offset)) if (accepts(seen)) return seen.entry
  return undefined
}

/** The mentions before `offset`, the latest first; no further back than anybody is remembered. */
export function* mentionsBefore({ timeline }: ChainBook, offset: number): Generator<Seen> {
  const end = placeFor(timeline, offset - 1)
  for (let i = end - 1; i >= Math.max(0, end - RECALL); i--) {
    const seen = timeline[i]
    if (seen) yield seen
  }
}

/** Where in the timeline a mention at the offset belongs: after those at it. By halving. */
function placeFor(timeline: readonly Seen[], offset: number): number {
  let [low, high] = [0, timeline.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((timeline[middle]?.at ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The chains, each with its mentions in order of the text; of the undecided ones those that still speak. */
export function chainsOf(book: ChainBook, speaking: ReadonlySet<Id<'chain'>>): Chain[] {
  return book.entries.flatMap(({ id, kind, name, voice, mentions, isUndecided }) => {
    if (isUndecided && !speaking.has(id)) return []
    const [first, ...rest] = mentions.toSorted((a, b) => a.span.start - b.span.start)
    const offices = voice.kind === 'person' ? voice.person?.offices : undefined
    return first ? [{ id, kind, name, mentions: [first, ...rest], ...(offices?.length && { offices }) }] : []
  })
}

/**
 * One name, or the longer one of which the other is the end: "Karskan foreign ministry", "foreign ministry". A ministry that was named
 * without its land stays apart from one that is named with it afterwards: it is the writer's own.
 */
function isSameName(a: string, b: string, kind: Kind): boolean {
  const least = kind === 'outlet' ? 0 : 1 // the Northern Courier, the Courier
  const [x, y] = [a.toLowerCase(), b.toLowerCase()]
  return (
    x === y ||
    (x.split(' ').length > least && y.endsWith(` ${x}`) && kind !== 'government') ||
    (y.split(' ').length > least && x.endsWith(` ${y}`))
  )
}
