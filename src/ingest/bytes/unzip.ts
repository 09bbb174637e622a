// Gzip (RFC 1952) member by member, so that all that was whole is given before a damage is reported. The stream of
// node:zlib takes the members in one go, and loses what it had decoded when bytes after the last one are no gzip.
import { constants, crc32, createInflateRaw, type InflateRaw } from 'node:zlib'
import { type ByteSource, makeByteSource } from './byte-source.ts'

const HAS_CRC = 2
const HAS_EXTRA = 4
const HAS_NAME = 8
const HAS_COMMENT = 16

/** The unzipped bytes of all members. Throws an error of code Z_DATA_ERROR after the last bytes that came whole. */
export async function* unzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = makeByteSource(chunks)
  try {
    do yield* unzipMember(source)
    while (!(await isAtEnd(source)))
  } finally {
    await source.close()
  }
}

/** The unzipped bytes of the next member alone; the source stands behind it then. Throws like `unzip`. */
export async function* unzipMember(source: ByteSource): AsyncGenerator<Uint8Array> {
  await skipHeader(source)
  yield* inflate(source)
}

async function skipHeader(source: ByteSource): Promise<void> {
  const [first, second, method, flags = 0] = await take(source, 10)
  if (first !== 0x1f || second !== 0x8b || method !== 8) throw damaged('no gzip member where one was wanted')
  if (flags & HAS_EXTRA) {
    const [low = 0, high = 0] = await take(source, 2)
    await take(source, low + 256 * high)
  }
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if (flags & flag) while ((await take(source, 1))[0] !== 0);
  }
  if (flags & HAS_CRC) await take(source, 2)
}

async function* inflate(source: ByteSource): AsyncGenerator<Uint8Array> {
  // without this flush a cut would be an error that drops what is decoded; the missing trailer tells of it
  const raw = createInflateRaw({ chunkSize: 64 * 1024, finishFlush: constants.Z_SYNC_FLUSH })
  raw.on('error', () => {}) // the loop below throws it
  feed(raw, source).catch((error: Error) => raw.destroy(error))
  let sum = 0
  let size = 0
  for await (const chunk of raw as AsyncIterable<Uint8Array>) {
    sum = crc32(chunk, sum)
    size += chunk.length
    yield chunk
  }
  const trailer = Buffer.from(await take(source, 8))
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32) throw damaged('another check sum')
}

/** Feeds one member and puts back what follows it. */
async function feed(raw: InflateRaw, source: ByteSource): Promise<void> {
  for (let fed = 0; !raw.destroyed; ) {
    const chunk = await source.next()
    if (!chunk) break
    fed += chunk.length
    await new Promise<void>((resolve) => raw.write(chunk, () => resolve()))
    const left = fed - raw.bytesWritten // inflate takes all it is given, until its end
    if (left > 0) {
      source.putBack(chunk.subarray(chunk.length - left))
      break
    }
  }
  if (!raw.destroyed) raw.end()
}

/** Zeros after a member pad a tape or a block, and are no part of the text. */
export async function isAtEnd(source: ByteSource): Promise<boolean> {
  for (;;) {
    const chunk = await source.next()
    if (!chunk) return true
    const at = chunk.findIndex((byte) => byte !== 0)
    if (at < 0) continue
    source.putBack(chunk.subarray(at))
    return false
  }
}

async function take(source: ByteSource, length: number): Promise<Uint8Array> {
  const bytes = await source.take(length)
  if (bytes.length < length) throw damaged('cut short')
  return bytes
}

function damaged(what: string): Error {
  return Object.assign(new Error(what), { code: 'Z_DATA_ERROR' })
}
