// A page of which the middle is the same for whoever asks, packed as gzip (RFC 1952): the middle once, and for each answer only what is
// around it. Blocks of deflate (RFC 1951) may follow one another whoever packed them, where each ends on a byte, as after a flush.
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PageInParts } from '../desk/shell.ts'
import { isPackable, LEVEL } from './guard/packing.ts'

/** The bytes of the answer; says in its headers how they are packed. */
export async function sendParts(
  { before, kept, after }: PageInParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Buffer> {
  const middle = middles.get(kept) ?? { bytes: Buffer.from(kept.toString()) }
  middles.set(kept, middle)
  const bytes = [Buffer.from(before), middle.bytes, Buffer.from(after)] as const
  varyByPacking(reply)
  if (!isPackable(request)) return Buffer.concat(bytes)
  const [head, packed, tail] = await Promise.all([pack(bytes[0]), packedOf(middle), pack(bytes[2])])
  void reply.header('content-encoding', 'gzip') // once nothing can fail: an error goes out as it is
  return Buffer.concat([BEGIN, head, packed, tail, LAST, endOf(bytes)])
}

// Beside what it varies by already, such as the form that was asked for.
function varyByPacking(reply: FastifyReply): void {
  const known = reply.getHeader('vary')
  void reply.header('vary', known === undefined ? PACKED : `${String(known)}, ${PACKED}`)
}

const PACKED = 'accept-encoding'

function packedOf(middle: Middle): Promise<Buffer> {
  if (middle.packed !== undefined) return middle.packed
  const packed = pack(middle.bytes)
  middle.packed = packed
  packed.catch(() => delete middle.packed) // the next one tries again
  return packed
}

interface Middle {
  readonly bytes: Buffer
  packed?: Promise<Buffer>
}

const middles = new WeakMap<PageInParts['kept'], Middle>()

const BEGIN = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]) // deflate; no name, no time, no system
const LAST = Buffer.from([3, 0]) // an empty block that says it is the last

// The checksum and the length of what was packed.
function endOf(bytes: readonly Buffer[]): Buffer {
  const end = Buffer.alloc(8)
  end.writeUInt32LE(
    bytes.reduce((sum, part) => crc32(part, sum), 0),
    0,
  )
  end.writeUInt32LE(bytes.reduce((length, part) => length + part.length, 0) % 2 ** 32, 4)
  return end
}

const deflate = promisify(deflateRaw)

function pack(bytes: Buffer): Promise<Buffer> {
  return deflate(bytes, { level: LEVEL, finishFlush: constants.Z_SYNC_FLUSH })
}
