// What the pass remembers of each report it took: by its number, in the order of taking.
import type { Id } from '../model/id.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import type { Shelf } from '../model/shelf.ts'
import type { PutVerb } from './deny-verb.ts'
import type { Copy } from './fold-copies.ts'
import type { Memory } from './memory.ts'
import type { Day } from './postings.ts'

export interface DocRow {
  readonly id: Id<'doc'>
  readonly name: string
  readonly at: string // its place in the order of printing; sorts as text
  readonly day: Day
  readonly outlet?: string
  readonly page?: string // its address, as pages are compared
}

/** Where an attribution bears on a claim. */
export interface FoundRow {
  readonly attribution: Id<'attribution'>
  readonly draft: number
  readonly spans: readonly (readonly [start: number, end: number])[] // of its words; the first says most
  readonly opens?: Id<'claim'> // the id of the claim, were these the first words to put it
  readonly isOpener: boolean // they are
  readonly isContrary: boolean
  readonly isOuter: boolean
  readonly wording?: string // as a claim that these words open would be put; of what puts it forward
  readonly verb?: PutVerb
  readonly heads: readonly string[] // the words of weight, each by the first of its synonyms
  readonly because: string
}

/** A sentence that puts a claim forward in the outlet's own voice. */
export interface VoicedRow {
  readonly draft: number
  readonly span: readonly [start: number, end: number]
}

export interface FoundRows {
  readonly found: readonly FoundRow[]
  readonly late: readonly FoundRow[] // of the answers left over, found in what was printed later
  readonly left: readonly Id<'attribution'>[] // answers that were about nothing printed before
  readonly isAlone: boolean // the report puts nothing forward itself
  readonly voiced: readonly VoicedRow[]
}

const NOTHING: FoundRows = { found: [], late: [], left: [], isAlone: true, voiced: [] }

/** The number of a doc, or undefined where it was not taken. */
export function numberOf(memory: Memory, id: Id<'doc'>): number | undefined {
  return memory.read<number>(`number of ${id}`)
}

export function readDocRow(memory: Memory, number: number): DocRow {
  const row = memory.read<DocRow>(`doc ${number}`)
  if (!row) throw new Error(`no doc of the number ${number} is remembered`)
  return row
}

/** Gives a doc its number. */
export function addDocRow(memory: Memory, row: DocRow): number {
  const number = memory.read<number>('docs') ?? 0
  memory.write('docs', number + 1)
  memory.add(`doc ${number}`, row)
  memory.add(`number of ${row.id}`, number)
  memory.write(`answers to ${row.name}`, row.id)
  if (row.page !== undefined) memory.append(`page ${row.page}`, number)
  return number
}

/** The numbers of the versions of a doc's page that were taken, in the order in which they came; of another doc, none. */
export function listVersions(memory: Memory, { page }: Pick<DocRow, 'page'>): number[] {
  return page === undefined ? [] : memory.list(`page ${page}`).toArray()
}

export function readChains(memory: Memory, number: number): ReadonlyMap<Id<'chain'>, Id<'entity'>> {
  return new Map(memory.read<[Id<'chain'>, Id<'entity'>][]>(`who ${number}`) ?? [])
}

export function readFound(memory: Memory, number: number): FoundRows {
  return memory.read<FoundRows>(`found ${number}`) ?? NOTHING
}

/** Remembers what a doc bears on, and for each claim that this doc does. */
export function writeFound(memory: Memory, number: number, rows: FoundRows): void {
  const known = new Set(draftsOf(readFound(memory, number)))
  memory.write(`found ${number}`, rows)
  for (const { id, draft } of rows.found.flatMap(({ opens, draft }) => (opens ? [{ id: opens, draft }] : []))) {
    memory.write(`put ${id}`, draft)
  }
  for (const draft of draftsOf(rows)) if (!known.has(draft)) memory.append(`docs of ${draft}`, number)
}

/** The numbers of the claims that a doc bears on, each once. */
export function draftsOf({ found, late, voiced }: FoundRows): number[] {
  return [...new Set([...found, ...late, ...voiced].map(({ draft }) => draft))]
}

/** What a doc shares with others: with those before it, and with those after it, at most so many. */
export function readCopies(memory: Memory, number: number, most = Number.POSITIVE_INFINITY): readonly Copy[] {
  const later = memory.list(`copied in ${number}`).toArray().slice(0, most)
  return [
    ...(memory.read<Copy[]>(`copies ${number}`) ?? []),
    ...later.flatMap((other) =>
      (memory.read<Copy[]>(`copies ${other}`) ?? []).filter(({ earlier }) => earlier === number),
    ),
  ]
}

/** Remembers what a doc shares with those before it. */
export function writeCopies(memory: Memory, number: number, copies: readonly Copy[]): void {
  if (copies.length > 0) memory.add(`copies ${number}`, copies)
  for (const { earlier } of copies) memory.append(`copied in ${earlier}`, number)
}

export function readQuotes(memory: Memory, number: number): readonly QuoteMatch[] {
  return memory.read<QuoteMatch[]>(`quotes ${number}`) ?? []
}

/** Sorts by the order of printing. */
export function compareAt(a: { readonly at: string }, b: { readonly at: string }): number {
  return a.at < b.at ? -1 : a.at > b.at ? 1 : 0
}

/** The number of the claim that words put, by the id that it has where they are the first to; undefined for no such words. */
export function findPut(shelf: Shelf, id: string): number | undefined {
  const number = shelf.get(`put ${id}`)
  return typeof number === 'string' ? Number(number) : undefined
}
