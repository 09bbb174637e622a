// Everything that is made from the truth, brought up to the end of the log: docs, readings, then what links them.
// Any number of processes may do this at once; the one that gets there first wins, and a killed one is completed by the next.

import { listAllSightings } from '../archive/captures.ts'
import { findDocOf, type LoggedDoc } from '../archive/docs.ts'
import { type Fault, keepOutcomes, type Outcome } from '../archive/keep-read.ts'
import type { Makers } from '../archive/linked.ts'
import { headOf } from '../archive/log.ts'
import { findPayload } from '../archive/payload.ts'
import { isRepeat } from '../archive/repeats.ts'
import { countUnextracted, listUnextracted, listUnread, type Unextracted } from '../archive/unread.ts'
import { textDigest } from '../extract/text-digest.ts'
import { decodePayload } from '../ingest/fetching/decode-content.ts'
import { type Doc, unreadBecause } from '../model/doc.ts'
import { type ErrorCode, ReadoutError } from '../model/errors.ts'
import type { Digest, Maker } from '../model/id.ts'
import { pageOf } from '../model/page-address.ts'
import type { Vector } from '../model/vector.ts'
import type { Desk, DocReader, Received } from './desk.ts'
import { embedNew, keepEmbedded } from './embed-texts.ts'
import { isPending } from './is-pending.ts'
import { linkDesk } from './link-desk.ts'
import { digestOfSaid, mergeFetched } from './merge-fetched.ts'
import { mergeGiven } from './merge-given.ts'
import { dropRemoved } from './removal/drop-removed.ts'

/** How far a walk has come. `total` is what there was to do when it began. */
export interface Progress {
  readonly stage: 'reading' | 'linking'
  readonly done: number
  readonly total: number
}

/** A report in which nothing was read, and why. */
export interface Unread {
  readonly name: string
  readonly reason: string
}

/** What a walk did. */
export interface Derived {
  readonly read: number // reports read anew
  readonly faults: readonly (Fault & { readonly name: string })[] // new ones: a report of which nothing could be made
  readonly unread?: readonly Unread[] // new ones in another language
  readonly isLinked: boolean // true: the ledger changed
}

/** Brings everything derived up to the end of the log. Does nothing, fast, where nothing is pending or can be written. */
export async function derive(desk: Desk, onProgress: (progress: Progress) => void = () => {}): Promise<Derived> {
  if (desk.store.isReadOnly || !isPending(desk)) return { read: 0, faults: [], isLinked: false }
  const reader = desk.openReader()
  try {
    return await deriveWith(desk, reader, onProgress)
  } finally {
    reader.close()
  }
}

async function deriveWith(desk: Desk, reader: DocReader, onProgress: (progress: Progress) => void): Promise<Derived> {
  const { makers } = desk
  await dropRemoved(desk)
  const total = await countUnextracted(desk.store, makers.extractor)
  const faults: Derived['faults'][number][] = []
  const unread: Unread[] = []
  let read = 0
  let done = 0
  for (;;) {
    const head = headOf(desk.store) // before asking what is unread: whatever comes later is the next walk's
    let came = 0
    for await (const outcomes of outcomesOf(desk, reader)) {
      await keepOutcomes(desk.store, outcomes)
      await keepEmbedded(
        desk,
        outcomes.flatMap(({ vectors }) => vectors ?? []),
      )
      came += outcomes.length
      read += outcomes.filter(({ reading }) => reading).length
      for (const { fault } of outcomes) if (fault) faults.push(fault)
      unread.push(...outcomes.flatMap((outcome) => outcome.unread ?? []))
      done += outcomes.length
      onProgress({ stage: 'reading', done, total: Math.max(total, done) })
    }
    if (came > 0) continue
    onProgress({ stage: 'linking', done: 0, total: 1 })
    const isLinked = await linkDesk(desk, reader, head)
    onProgress({ stage: 'linking', done: 1, total: 1 })
    return { read, faults, ...(unread.length > 0 && { unread }), isLinked }
  }
}

type NamedOutcome = Outcome & {
  readonly fault?: Fault & { readonly name: string }
  readonly unread?: Unread
  readonly vectors?: ReadonlyMap<Digest, Vector> // of what the doc says
}

const PAGE = 16 // reports a commit: what a kill can cost in work done twice

async function* outcomesOf(desk: Desk, reader: DocReader): AsyncGenerator<NamedOutcome[]> {
  const { makers } = desk
  for (let after = 0; ; ) {
    const page = await listUnextracted(desk.store, { extractor: makers.extractor, after, limit: PAGE })
    if (page.length === 0) break
    yield await makeOutcomes(desk, reader, page)
    after = page.at(-1)?.first ?? after
  }
  for (let after = 0; ; ) {
    const page = await listUnread(desk.store, { ...makers, after, limit: PAGE })
    if (page.length === 0) return
    yield await Promise.all(page.map((readable) => readDoc(desk, reader, readable)))
    after = page.at(-1)?.first ?? after
  }
}

// The next report is extracted, in its worker, while those before it are read in theirs.
async function makeOutcomes(desk: Desk, reader: DocReader, page: readonly Unextracted[]): Promise<NamedOutcome[]> {
  const { makers } = desk
  const outcomes: Promise<NamedOutcome>[] = []
  const before: LoggedDoc[] = []
  for (const unextracted of page) {
    const { doc: logged, isKnown, ...outcome } = await extractOne(desk, makers, unextracted)
    const isRead = logged && !isKnown && !isRepeat(desk.store, logged) && !before.some((one) => repeats(logged, one))
    if (logged) before.push(logged)
    const made =
      logged && isRead
        ? readDoc(desk, reader, logged).then((read) => ({ doc: logged, ...read }))
        : Promise.resolve({ ...outcome, ...(logged && { doc: logged }) })
    made.catch(() => {}) // thrown below, with all others; until then it is nobody's
    outcomes.push(made)
  }
  return Promise.all(outcomes)
}

// Not kept yet, so the archive cannot tell.
function repeats({ page, words }: LoggedDoc, before: LoggedDoc): boolean {
  return page !== undefined && page === before.page && words === before.words
}

type Extracted = NamedOutcome & { readonly isKnown?: boolean } // known: the doc is there, one more sighting told nothing new

const PASSING: ReadonlySet<ErrorCode> = new Set(['DESK_BUSY', 'STORE_FAILED']) // no fault of the report

// What cannot be taken from the store is a fault of this report: the others are made out all the same.
async function extractOne(desk: Desk, makers: Makers, unextracted: Unextracted): Promise<Extracted> {
  const { report, name, last: seen } = unextracted
  try {
    return await extractFrom(desk, makers, unextracted)
  } catch (error) {
    if (!(error instanceof ReadoutError) || PASSING.has(error.code)) throw error
    const message = error.message.startsWith(name) ? error.message : `${name}: ${error.message}`
    return { fault: { name, report, madeBy: makers.extractor, seen, code: error.code, message } }
  }
}

async function extractFrom(desk: Desk, makers: Makers, unextracted: Unextracted): Promise<Extracted> {
  const { report, name, first, last: seen } = unextracted
  const sightings = await listAllSightings(desk.store, report)
  const [sighting] = sightings
  const given = mergeGiven(
    sightings.map(({ capture }) => capture),
    name,
  )
  const fetched = mergeFetched(sightings.map(({ capture }) => capture))
  const givenDigest = digestOfSaid(given, fetched)
  const known = await findDocOf(desk.store, report, makers.extractor)
  if (known?.given === givenDigest) return { doc: { ...known, seen }, isKnown: true }
  const outcome = sighting?.capture.outcome
  const payload = outcome && 'payload' in outcome ? await findPayload(desk.store, outcome.payload) : undefined
  if (!sighting || !payload) {
    const what = 'its bytes are gone from the store; "readout check" names what is harmed'
    throw new ReadoutError('STORE_DAMAGED', `${name}: ${what}`)
  }
  const bytes = await decodePayload(payload, sighting.capture.hops.at(-1)?.headers ?? [])
  const received: Received = {
    bytes,
    mediaType: given.mediaType,
    given,
    capture: sighting.capture.id,
    report,
    ...fetched, // its media type too, where no hand said one
  }
  const doc: Doc = { ...(await (await desk.extractor()).extract(received)), name }
  mustBe(makers.extractor, doc.madeBy)
  const page = pageOf(doc.url)
  return { doc: { doc, report, first, seen, given: givenDigest, ...(page && { page }), words: textDigest(doc) } }
}

interface Readable {
  readonly doc: Doc
  readonly report: string
  readonly seen: number
}

// A reading that fails is our bug, but one report must not keep all others from being read: it is kept as a fault.
async function readDoc(desk: Desk, reader: DocReader, { doc, report, seen }: Readable): Promise<NamedOutcome> {
  const { makers } = desk
  try {
    const reading = await reader.read(doc)
    mustBe(makers.reader, reading.madeBy)
    const reason = unreadBecause(doc)
    if (reason) return { reading, unread: { name: doc.name, reason } }
    return { reading, vectors: await embedNew(desk, reader, { doc, reading }) }
  } catch (error) {
    if (error instanceof ReadoutError) throw error // no model, say: no fault of the report
    const said = error instanceof Error ? error.message : String(error)
    const message = `${doc.name}: could not be read (${said}); the report is kept, please tell us of it`
    return { fault: { name: doc.name, report, madeBy: makers.reader, seen, code: 'READ_FAILED', message } }
  }
}

// Rows of a version that nobody asked for would be asked for again for ever.
function mustBe(wanted: Maker, found: Maker): void {
  if (found !== wanted) throw new Error(`made by ${found}, where ${wanted} was at work`)
}
