// A stream of chunks from which a number of bytes can be taken, and to which bytes can be put back.

/** Reads a stream piece by piece. */
export interface ByteSource {
  /** The next chunk, of whatever length above 0; undefined at the end. */
  next(): Promise<Uint8Array | undefined>
  /** So many bytes, fewer only at the end. */
  take(length: number): Promise<Uint8Array>
  putBack(bytes: Uint8Array): void
  /** How many bytes were taken so far. */
  position(): number
  close(): Promise<void>
}

/** The stream as a source. */
export function makeByteSource(chunks: AsyncIterable<Uint8Array>): ByteSource {
  const stream = chunks[Symbol.asyncIterator]()
  const back: Uint8Array[] = []
  let position = 0
  const next = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      const chunk = back.pop() ?? (await stream.next()).value
      position += chunk?.length ?? 0
      if (chunk === undefined || chunk.length > 0) return chunk
    }
  }
  const putBack = (bytes: Uint8Array): void => {
    back.push(bytes)
    position -= bytes.length
  }
  return {
    next,
    async take(length) {
      const parts: Uint8Array[] = []
      let missing = length
      while (missing > 0) {
        const chunk = await next()
        if (!chunk) break
        parts.push(chunk.subarray(0, missing))
        if (chunk.length > missing) putBack(chunk.subarray(missing))
        missing -= Math.min(missing, chunk.length)
      }
      return Buffer.concat(parts)
    },
    putBack,
    position: () => position,
    async close() {
      await stream.return?.()
    },
  }
}
