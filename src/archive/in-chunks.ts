// A list cut into pieces of few sizes, so that a statement takes a bounded number of values, and there are few statements: each size is
// another text, which SQLite has to compile, and holds for as long as it is known.

/** The pieces in order: of `size` as far as they go, then of ever smaller powers of two. */
export function* inChunks<T>(list: readonly T[], size: number): Generator<T[]> {
  let piece = size
  for (let at = 0; at < list.length; at += piece) {
    const left = list.length - at
    piece = left >= size ? size : 2 ** Math.floor(Math.log2(left))
    yield list.slice(at, at + piece)
  }
}
