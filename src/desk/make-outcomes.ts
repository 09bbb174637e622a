// What one report comes to: a doc and its reading, or why there is none. Nothing is kept here.
import { listAllSightings } from '../archive/captures.ts'
import { findDocOf, type LoggedDoc } from '../archive/docs.ts'
import type { Fault, Outcome } from '../archive/keep-read.ts'
import type { Makers } from '../archive/linked.ts'
import { findPayload } from '../archive/payload.ts'
import { isRepeat } from '../archive/repeats.ts'
import type { Unextracted } from '../archive/unread.ts'
import { textDigest } from '../extract/text-digest.ts'
import { decodePayload } from '../ingest/fetching/decode-content.ts'
import { type Doc, unreadBecause } from '../model/doc.ts'
import { type ErrorCode, ReadoutError } from '../model/errors.ts'
import type { Digest, Maker } from '../model/id.ts'
import { pageOf } from '../model/page-address.ts'
import type { Vector } from '../model/vector.ts'
import type { Desk, DocReader, Received } from './desk.ts'
import { embedNew } from './embed-texts.ts'
import { digestOfSaid, mergeFetched } from './merge-fetched.ts'
import { mergeGiven } from './merge-given.ts'

/** A report in which nothing was read, and why. */
export interface Unread {
  readonly name: string
  readonly reason: string
}

/** An outcome with the name of its report, and the vectors of what its doc says. */
export type NamedOutcome = Outcome & {
  readonly fault?: Fault & { readonly name: string }
  readonly unread?: Unread
  readonly vectors?: ReadonlyMap<Digest, Vector> // of what the doc says
}

/** The outcomes of these reports: the next is extracted, in its worker, while those before it are read in theirs. */
export async function makeOutcomes(
  desk: Desk,
  reader: DocReader,
  page: readonly Unextracted[],
): Promise<NamedOutcome[]> {
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

const PASSING: ReadonlySet<ErrorCode> = new Set(['DESK_BUSY', 'STORE_FAILED', 'STORE_AWAY']) // no fault of the report

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

/** The reading of a doc. One that fails is our bug, but must not keep all others from being read: it is kept as a fault. */
export async function readDoc(desk: Desk, reader: DocReader, { doc, report, seen }: Readable): Promise<NamedOutcome> {
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
