// door: files
// The bytes of a path or of standard input as a stream, unzipped where they are gzip, with every failure of the
// disk said in one sentence.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { unzip } from '../ingest/bytes/unzip.ts'
import { ReadoutError } from '../model/errors.ts'
import { isGzip } from './sniff.ts'

/** What a path is called in messages; `-` is standard input. */
export function callPath(path: string): string {
  return path === '-' ? 'standard input' : path
}

// What a shell hands over for `<(zcat week.gz)`: a pipe whose other end is open already.
const HANDED_PIPE = /^\/dev\/(?:fd\/\d+|stdin)$/

/**
 * The size of a file in bytes, or `folder`; undefined for standard input. Throws FILE_MISSING, or FILE_UNREADABLE where
 * it may not be looked at or is neither: a device or a pipe may never end, or never begin.
 */
export async function sizeOf(path: string): Promise<number | 'folder' | undefined> {
  if (path === '-') return undefined
  const found = await stat(path).catch((error: unknown) => {
    throw asReadoutError(error, path)
  })
  if (found.isDirectory()) return 'folder'
  if (found.isFile()) return found.size
  if (found.isFIFO() && HANDED_PIPE.test(path)) return undefined
  const what = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device'
  const cure = 'name a file, or give what it holds on standard input, as "-"'
  throw new ReadoutError('FILE_UNREADABLE', `${path}: ${what}, not a file; ${cure}`)
}

/** The bytes, unzipped where they begin as gzip does, in chunks that are never empty. Throws ReadoutError. */
export async function* openBytes(path: string): AsyncGenerator<Uint8Array> {
  await sizeOf(path) // refuses what could block for ever
  const source: Readable = path === '-' ? process.stdin : createReadStream(path)
  try {
    const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
    const first = await chunks.next()
    if (first.done) return
    const bytes = putBack(first.value, chunks)
    for await (const chunk of isGzip(first.value) ? unzip(bytes) : bytes) if (chunk.length > 0) yield chunk
  } catch (error) {
    throw asReadoutError(error, path)
  } finally {
    if (path !== '-') source.destroy()
  }
}

/** The bytes as they lie there, from an offset on; standard input only from its beginning, and once. Throws ReadoutError. */
export async function* openRaw(path: string, from = 0): AsyncGenerator<Uint8Array> {
  const source: Readable = path === '-' ? process.stdin : createReadStream(path, { start: from })
  try {
    for await (const chunk of source as AsyncIterable<Uint8Array>) yield chunk
  } catch (error) {
    throw asReadoutError(error, path)
  } finally {
    if (path !== '-') source.destroy()
  }
}

/** All bytes up to `cap`; undefined where there are more, of which no more than one chunk was read. */
export async function readUpTo(chunks: AsyncIterable<Uint8Array>, cap: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > cap) return undefined
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

/**
 * The first bytes of a stream, at least `length` where it has as many, and the whole stream again. A stream that breaks
 * off after some bytes does so again, in its place.
 */
export async function peek(
  stream: AsyncIterable<Uint8Array>,
  length: number,
): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  const rest = stream[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let size = 0
  let failure: { readonly error: unknown } | undefined
  while (size < length) {
    try {
      const next = await rest.next()
      if (next.done) break
      parts.push(next.value)
      size += next.value.length
    } catch (error) {
      if (size === 0) throw error
      failure = { error }
      break
    }
  }
  const head = Buffer.concat(parts)
  return { head, chunks: putBack(head, rest, failure) }
}

async function* putBack(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
  failure?: { readonly error: unknown },
): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head
    if (failure) throw failure.error
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}

/** A failure of the disk, said in one sentence with its cure. */
export function asReadoutError(error: unknown, path: string): ReadoutError {
  if (error instanceof ReadoutError) return error
  const where = callPath(path)
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const options = { cause: error }
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    const cure = /^[a-z]{2,}:\/\//i.test(path)
      ? 'of addresses only those with http and https are asked'
      : 'check the path'
    return new ReadoutError('FILE_MISSING', `${where}: no such file or folder; ${cure}`, options)
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new ReadoutError('FILE_UNREADABLE', `${where}: may not be read; check its permissions`, options)
  }
  if (code === 'EISDIR') {
    return new ReadoutError(
      'FILE_UNREADABLE',
      `${where}: is a folder where a file was wanted; name a file in it`,
      options,
    )
  }
  if (code.startsWith('Z_')) {
    return new ReadoutError(
      'FILE_UNREADABLE',
      `${where}: the gzip data are damaged or cut short; fetch it again`,
      options,
    )
  }
  return new ReadoutError('FILE_UNREADABLE', `${where}: could not be read (${code || String(error)})`, options)
}
