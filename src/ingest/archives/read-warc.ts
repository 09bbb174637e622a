// The records of a WARC file, plain or as gzip members, each whole or named as a fault with its offset. After a fault
// that hides where the next record begins, the next one is looked for by its signature, so that a flipped bit or a
// missing piece costs the records it is in and no others. The library that writes WARC for us does not read it: on a cut
// file it never comes to an end, and it tries no digest.
import { makeByteSource } from '../bytes/byte-source.ts'
import { isAtEnd, unzipMember } from '../bytes/unzip.ts'
import { asFault, readWarcRecord, WarcFault, type WarcPlace, type WarcRecord } from './warc-record.ts'

/** The bytes of a file from an offset on. */
export type OpenAt = (offset: number) => AsyncIterable<Uint8Array>

export type WarcItem = { readonly record: WarcRecord } | { readonly fault: WarcFault; readonly offset: number }

type Records = AsyncGenerator<WarcItem, number | undefined> // gives the offset at which it lost its way

/** Every record in the order of the file. `isOnce`: the file can be opened at its beginning only, and once. */
export async function* readWarc(open: OpenAt, isOnce = false): AsyncGenerator<WarcItem> {
  let from: number | undefined = 0
  for (let isFound = false; from !== undefined; isFound = true) {
    const lostAt: number | undefined = yield* readFrom(open, from, isFound)
    from = lostAt === undefined || isOnce ? undefined : await findNext(open, lostAt + 1)
  }
}

/** One record again. Throws WarcFault. */
export async function readWarcAt(open: OpenAt, place: WarcPlace): Promise<WarcRecord | undefined> {
  const raw = makeByteSource(open(place.offset))
  try {
    const source = (await isZipped(raw)) ? makeByteSource(unzipMember(raw)) : raw
    for (let left = place.skip; left > 0; ) {
      const bytes = await source.take(Math.min(left, 65_536))
      if (bytes.length === 0) return undefined
      left -= bytes.length
    }
    return await readWarcRecord(source, place)
  } finally {
    await raw.close()
  }
}

/** `isGuess`: the beginning was found by its looks; what turns out to be no record there is not worth a word. */
async function* readFrom(open: OpenAt, from: number, isGuess: boolean): Records {
  const raw = makeByteSource(open(from))
  try {
    if (!(await isZipped(raw))) return yield* readAll(raw, (offset) => ({ offset: from + offset, skip: 0 }), isGuess)
    for (let isFirst = true; ; isFirst = false) {
      const offset = from + raw.position()
      const source = makeByteSource(refuseBombs(unzipMember(raw), () => from + raw.position() - offset))
      const lostAt = yield* readAll(source, (skip) => ({ offset, skip }), isGuess && isFirst)
      await source.close()
      if (lostAt !== undefined) return lostAt
      if (await isAtEnd(raw)) return undefined
    }
  } finally {
    await raw.close()
  }
}

async function* readAll(
  source: ReturnType<typeof makeByteSource>,
  placeOf: (position: number) => WarcPlace,
  isGuess: boolean,
): Records {
  for (let isFirst = true; ; isFirst = false) {
    const place = placeOf(source.position())
    try {
      const record = await readWarcRecord(source, place)
      if (!record) return undefined
      yield { record }
    } catch (error) {
      const fault = asFault(error)
      if (!(fault instanceof WarcFault)) throw fault
      if (!isGuess || !isFirst || fault.id) yield { fault, offset: place.offset }
      if (fault.isLost) return place.offset
    }
  }
}

const MOST_TIMES = 200 // as large once unzipped; pages come to 10, and the worst that gzip can do is 1032
const LEAST_BOMB = 64 * 1024 * 1024

async function* refuseBombs(chunks: AsyncIterable<Uint8Array>, packed: () => number): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > LEAST_BOMB && size > MOST_TIMES * packed()) {
      throw new WarcFault(
        `more than ${MOST_TIMES} times as large once unzipped: it is made to do harm`,
        undefined,
        true,
      )
    }
    yield chunk
  }
}

async function isZipped(raw: ReturnType<typeof makeByteSource>): Promise<boolean> {
  const head = await raw.take(2)
  raw.putBack(head)
  return head[0] === 0x1f && head[1] === 0x8b
}

const GZIP = String.fromCharCode(0x1f, 0x8b, 8)
const PLAIN = /(?<=\n)WARC\/1\.\d\r\n/
const LONGEST = 12

/** The offset of the next thing that looks like a gzip member, or in a plain file like a record. */
async function findNext(open: OpenAt, from: number): Promise<number | undefined> {
  const first = makeByteSource(open(0))
  const isGzip = await isZipped(first)
  await first.close()
  let held = ''
  let at = from
  for await (const chunk of open(from)) {
    held += Buffer.from(chunk).toString('latin1')
    const found = isGzip ? held.indexOf(GZIP) : held.search(PLAIN)
    if (found >= 0) return at + found
    const gone = Math.max(0, held.length - LONGEST)
    held = held.slice(gone)
    at += gone
  }
  return undefined
}
