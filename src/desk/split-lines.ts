// Cuts a stream of bytes into lines, holding at most one line in memory, and never more of it than the cap.
const LINE_FEED = 0x0a

const ENDLESS = 16 // times the cap: so long a line has no end that is worth waiting for, /dev/zero has none at all

/** One line without its line feed. `overlong`: it had more bytes than the cap and was let go. */
export type ByteLine =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly overlong: true; readonly isLast?: true } // the last: the rest was not read

/**
 * Every line of the stream, numbered from 1, the last one with or without its line feed. Blank lines are counted and
 * passed over, and white space before a line is dropped: JSON has no use for either. A line of more than 16 times the
 * cap ends the work, since it may never end itself.
 */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, cap: number): AsyncGenerator<ByteLine> {
  let number = 1
  let parts: Uint8Array[] = []
  let size = 0
  const close = (): ByteLine => {
    const line: ByteLine = size > cap ? { number, overlong: true } : { number, bytes: join(parts, size) }
    parts = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      if (size === 0) {
        const from = at
        at = skipBlank(chunk, from)
        number += countLines(chunk, from, at)
        if (at === chunk.length) break
      }
      const found = chunk.indexOf(LINE_FEED, at)
      const end = found < 0 ? chunk.length : found
      size += end - at
      if (size > cap) parts = []
      else parts.push(chunk.subarray(at, end))
      at = end
      if (found < 0) continue
      yield close()
      number += 1
      at += 1
    }
    if (size > cap * ENDLESS) {
      yield { number, overlong: true, isLast: true }
      return
    }
  }
  if (size > 0) yield close()
}

// Byte by byte: a call for each of a thousand million blank lines would take minutes.
function skipBlank(chunk: Uint8Array, from: number): number {
  for (let at = from; at < chunk.length; at += 1) {
    const byte = chunk[at]
    if (byte !== LINE_FEED && byte !== 0x0d && byte !== 0x20 && byte !== 0x09) return at
  }
  return chunk.length
}

function countLines(chunk: Uint8Array, from: number, to: number): number {
  let lines = 0
  for (let at = from; at < to; at += 1) if (chunk[at] === LINE_FEED) lines += 1
  return lines
}

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const only = parts[0]
  if (parts.length === 1 && only) return only
  const bytes = new Uint8Array(size)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
