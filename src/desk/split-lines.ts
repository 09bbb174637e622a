// Cuts a stream of bytes into lines, holding at most one line in memory, and never more of it than the cap.
const LINE_FEED = 0x0a

/** One line without its line feed. `overlong`: it had more bytes than the cap and was let go. */
export type ByteLine =
  | { readonly number: number; readonly bytes: Uint8Array }
  | { readonly number: number; readonly overlong: true }

/** Every line of the stream, numbered from 1, the last one with or without its line feed. */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, cap: number): AsyncGenerator<ByteLine> {
  let number = 1
  let parts: Uint8Array[] = []
  let size = 0
  const close = (): ByteLine => {
    const line: ByteLine = size > cap ? { number, overlong: true } : { number, bytes: join(parts, size) }
    number += 1
    parts = []
    size = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      size += end - from
      if (size <= cap) parts.push(chunk.subarray(from, end))
      yield close()
      from = end + 1
    }
    size += chunk.length - from
    if (size > cap) parts = []
    else if (from < chunk.length) parts.push(chunk.subarray(from))
  }
  if (size > 0) yield close()
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
