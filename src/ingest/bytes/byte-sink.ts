// Bytes gathered as they come, in one stretch of memory that doubles: a body of a million one-byte chunks costs no more than one
// of the same size in one piece.

export interface ByteSink {
  readonly size: number
  add(part: Uint8Array): void
  /** All that was added, in memory of its own. */
  take(): Uint8Array
}

const FIRST = 16 * 1024

/** An empty sink. */
export function makeByteSink(): ByteSink {
  let room = new Uint8Array(FIRST)
  let size = 0
  return {
    get size() {
      return size
    },
    add(part) {
      if (size + part.length > room.length) {
        const larger = new Uint8Array(Math.max(2 * room.length, size + part.length))
        larger.set(room.subarray(0, size))
        room = larger
      }
      room.set(part, size)
      size += part.length
    },
    take: () => room.slice(0, size),
  }
}
