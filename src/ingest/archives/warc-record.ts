// One record of a WARC file (ISO 28500; WARC 1.0 and 1.1) off a stream: its named fields, and its block under a limit. A
// record counts only when it is whole: all bytes that its length promises, the two line breaks, and its digest.
import type { Header } from '../../model/capture.ts'
import type { ByteSource } from '../bytes/byte-source.ts'
import { isMet, openDigest } from './warc-digest.ts'

/** Where a record lies: the offset of its gzip member or of itself, and how many unzipped bytes stand before it there. */
export interface WarcPlace {
  readonly offset: number
  readonly skip: number
}

export interface WarcRecord {
  readonly type: string
  readonly id: string
  readonly place: WarcPlace
  readonly fields: readonly Header[]
  readonly block: Uint8Array // of a record over the limit, only its beginning
  readonly isWhole: boolean
}

/** A record that cannot be taken. `isLost`: nor can it be told where the next one begins. */
export class WarcFault extends Error {
  readonly id: string | undefined
  readonly isLost: boolean

  constructor(message: string, id: string | undefined, isLost: boolean) {
    super(message)
    this.id = id
    this.isLost = isLost
  }
}

const HEAD_CAP = 64 * 1024
export const BLOCK_CAP = 16 * 1024 * 1024 // a report of 15 MiB with its HTTP headers

/** The next record; undefined at the end of the stream. Throws WarcFault. */
export async function readWarcRecord(source: ByteSource, place: WarcPlace): Promise<WarcRecord | undefined> {
  const head = await readHead(source)
  if (head === undefined) return undefined
  const fields = parseFields(head)
  const [, id = ''] = /^<?([^\s<>]+)/.exec(fieldOf({ fields }, 'WARC-Record-ID') ?? '') ?? []
  const promised = fieldOf({ fields }, 'Content-Length') ?? ''
  if (!/^\d{1,15}$/.test(promised)) throw new WarcFault('it does not say how long it is', id, true)
  const length = Number(promised)
  const claimed = openDigest(fieldOf({ fields }, 'WARC-Block-Digest'))
  const parts: Uint8Array[] = []
  let read = 0
  try {
    while (read < length) {
      const chunk = await source.next()
      if (!chunk) throw new WarcFault(`cut short: ${length} bytes are promised, ${read} are there`, id, true)
      const piece = chunk.subarray(0, length - read)
      if (piece.length < chunk.length) source.putBack(chunk.subarray(piece.length))
      read += piece.length
      claimed?.hash.update(piece)
      if (length <= BLOCK_CAP || read <= HEAD_CAP) parts.push(piece)
    }
    await readTail(source, id)
  } catch (error) {
    throw asFault(error, id)
  }
  if (claimed && !isMet(claimed)) throw new WarcFault('its bytes are not those of its digest', id, false)
  const type = (fieldOf({ fields }, 'WARC-Type') ?? '').toLowerCase()
  return { type, id, place, fields, block: Buffer.concat(parts), isWhole: length <= BLOCK_CAP }
}

/** The first field of that name. */
export function fieldOf({ fields }: Pick<WarcRecord, 'fields'>, name: string): string | undefined {
  return fields.find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1]
}

/** `name: value` lines, a line that begins with white space going on with the one before. */
export function parseFields(text: string): Header[] {
  const lines = text.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return lines.flatMap((line): Header[] => {
    const at = line.indexOf(':')
    return at > 0 ? [[line.slice(0, at).trim(), line.slice(at + 1).trim()]] : []
  })
}

/** What the unzipping throws is a fault of the record in which it was thrown; what else goes wrong is none. */
export function asFault(error: unknown, id?: string): unknown {
  if (error instanceof WarcFault && id && !error.id) return new WarcFault(error.message, id, error.isLost)
  const isZip = String((error as NodeJS.ErrnoException).code).startsWith('Z_')
  return isZip ? new WarcFault(`its gzip data are damaged (${(error as Error).message})`, id, true) : error
}

/** All up to an empty line, line breaks before it skipped. */
async function readHead(source: ByteSource): Promise<string | undefined> {
  let text = ''
  for (;;) {
    const chunk = await source.next()
    if (!chunk && text === '') return undefined
    if (!chunk) throw new WarcFault('cut short in its header', undefined, true)
    text = (text + Buffer.from(chunk).toString('latin1')).replace(/^[\r\n]+/, '')
    if (text.length >= 7 && !/^WARC\/\d/.test(text)) throw new WarcFault('no WARC record begins here', undefined, true)
    const end = /\r?\n\r?\n/.exec(text)
    if (end) {
      source.putBack(Buffer.from(text.slice(end.index + end[0].length), 'latin1'))
      return Buffer.from(text.slice(0, end.index), 'latin1').toString()
    }
    if (text.length > HEAD_CAP) throw new WarcFault(`its header is longer than ${HEAD_CAP} bytes`, undefined, true)
  }
}

/** Two line breaks, of which a stream may lack the last; then either its end or more, so that a bad check sum shows. */
async function readTail(source: ByteSource, id: string): Promise<void> {
  const tail = Buffer.from(await source.take(4)).toString('latin1')
  if (tail.length === 4 && tail !== '\r\n\r\n') throw new WarcFault('it is longer than it says', id, true)
  const more = await source.next()
  if (more) source.putBack(more)
}
