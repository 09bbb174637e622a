// The desk: its store and the rooms at work on it, as values, so that a test hands in its own.
import type { Makers } from '../archive/linked.ts'
import type { Store } from '../archive/store.ts'
import type { Given, MediaType, Told } from '../model/capture.ts'
import type { Doc } from '../model/doc.ts'
import type { Id, Instant } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import type { Vector } from '../model/vector.ts'
import type { OpenLinking } from './linking.ts'

/** A desk in a folder. What takes long to load is loaded when first asked for, once. */
export interface Desk {
  readonly dir: string
  readonly store: Store
  /** The versions at work. */
  readonly makers: Makers
  extractor(): Promise<Extractor>
  openReader(terms?: ReaderTerms): DocReader
  linker(): Promise<OpenLinking>
  now(): Instant
  /** Says that something was decided, so that what follows from it is made at once. Absent: whoever decided makes it. */
  nudge?(): void
  /** False where another process does by now what only one may do: then nothing of it may be kept. Absent: it may. */
  mayKeep?(): Promise<boolean>
  close(): Promise<void>
}

/** What a desk does its work with. */
export interface Rooms {
  readonly makers: Makers
  openExtractor(): Promise<Extractor>
  openReader(terms?: ReaderTerms): DocReader
  loadLinker(): Promise<OpenLinking>
}

export interface ReaderTerms {
  readonly isPressed?: () => boolean // false: one doc is read after the other, and no more memory is held than that takes; absent: true
}

/** A report on its way to a doc. */
export interface Received {
  readonly bytes: Uint8Array
  readonly mediaType: MediaType
  readonly charset?: string
  readonly given?: Given
  readonly url?: string // the address that the bytes came from
  readonly told?: Told
  readonly capture: Id<'capture'>
  readonly report?: string
}

export interface Extractor {
  /** The doc of a report. Throws ReadoutError: NO_TEXT, FILE_BINARY, EXTRACT_TIMEOUT, EXTRACT_FAILED. */
  extract(received: Received): Promise<Doc>
  close(): Promise<void>
}

export interface DocReader {
  /** The reading of the doc. Throws an Error that says why there is none, and the ReadoutError of a model that is missing. */
  read(doc: Doc): Promise<Reading>
  /** The vector of each text, made beside the readings. Absent: none are made, and linking goes by words alone. */
  embed?(texts: readonly string[]): Promise<readonly Vector[]>
  close(): void
}
