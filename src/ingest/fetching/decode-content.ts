// Content codings off a payload (RFC 9110, 8.4): gzip, deflate, br or zstd, one of them and never one within another. By
// streams, so that nothing waits for a large one, and within caps, so that a few kilobytes cannot become gigabytes.
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib'
import type { Header } from '../../model/capture.ts'
import { ReadoutError } from '../../model/errors.ts'
import { makeByteSink } from '../bytes/byte-sink.ts'
import { DEFAULT_CAPS } from './fetch-caps.ts'

export type Coding = 'gzip' | 'deflate' | 'br' | 'zstd'

type Caps = Pick<typeof DEFAULT_CAPS, 'decodedBytes' | 'ratio'>

export type Decoded =
  | { readonly kind: 'decoded'; readonly body: Uint8Array }
  | { readonly kind: 'coding' | 'size'; readonly reason: string } // what stood in the way

const CODINGS: Readonly<Record<string, Coding>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
  br: 'br',
  zstd: 'zstd',
}

const RATIO_FROM = 1024 * 1024 // a body of some kilobytes may be as even as it likes
const CHUNK = 64 * 1024
const ZSTD_WINDOW_LOG = 23 // RFC 9659: 8 MiB; the library would take 128

/** The body of an answer, by its header lines; or why it cannot be had. */
export async function decodeContent(
  bytes: Uint8Array,
  headers: readonly Header[],
  caps: Caps = DEFAULT_CAPS,
): Promise<Decoded> {
  const named = listCodings(headers)
  const [first, second] = named
  if (second !== undefined) return { kind: 'coding', reason: `one coding within another: ${named.join(', ')}` }
  const coding = first === undefined ? undefined : CODINGS[first]
  if (first !== undefined && !coding) return { kind: 'coding', reason: `the content coding "${first}" is not known` }
  if (coding && bytes.length > 0) return decodeAs(coding, bytes, caps)
  if (bytes.length > caps.decodedBytes) return tooLarge(caps.decodedBytes)
  return { kind: 'decoded', body: bytes }
}

/** The body of a stored payload, by the header lines of the hop that brought it. Throws EXTRACT_FAILED where it has none. */
export async function decodePayload(bytes: Uint8Array, headers: readonly Header[]): Promise<Uint8Array> {
  const decoded = await decodeContent(bytes, headers)
  if (decoded.kind === 'decoded') return decoded.body
  throw new ReadoutError('EXTRACT_FAILED', `${decoded.reason}; the payload is kept as it came`)
}

/** Bytes of one coding decoded, within the caps. */
export async function decodeAs(coding: Coding, bytes: Uint8Array, caps: Caps = DEFAULT_CAPS): Promise<Decoded> {
  const stream = openDecoder(coding, bytes)
  const sink = makeByteSink()
  try {
    stream.end(bytes)
    for await (const part of stream as AsyncIterable<Uint8Array>) {
      sink.add(part)
      if (sink.size > caps.decodedBytes) return tooLarge(caps.decodedBytes)
      if (sink.size > RATIO_FROM && sink.size > caps.ratio * bytes.length) {
        return { kind: 'size', reason: `the body decodes to more than ${caps.ratio} times what came` }
      }
    }
  } catch (error) {
    return { kind: 'coding', reason: `the ${coding} coding is broken: ${tell(error)}` }
  } finally {
    stream.destroy()
  }
  return { kind: 'decoded', body: sink.take() }
}

/** Content codings in the order in which they were laid on; "identity" is none. */
function listCodings(headers: readonly Header[]): string[] {
  return headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.split(','))
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
}

function openDecoder(coding: Coding, bytes: Uint8Array) {
  const options = { chunkSize: CHUNK }
  if (coding === 'gzip') return createGunzip(options)
  if (coding === 'br') return createBrotliDecompress(options)
  if (coding === 'zstd') {
    return createZstdDecompress({ ...options, params: { [constants.ZSTD_d_windowLogMax]: ZSTD_WINDOW_LOG } })
  }
  return isZlib(bytes) ? createInflate(options) : createInflateRaw(options)
}

/** "deflate" is a zlib stream (RFC 1950); some servers send the bare one within (RFC 1951), and browsers take both. */
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}

function tooLarge(cap: number): Decoded {
  return { kind: 'size', reason: `the body decodes to more than ${cap} bytes` }
}

function tell(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
