// A list cut into pieces of one size, so that a statement takes a bounded number of values.

/** The pieces in order; the last may be shorter. */
export function* inChunks<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let i = 0; i < list.length; i += size) yield list.slice(i, i + size)
}
