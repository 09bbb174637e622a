// Words in a text, as numbers: spans, pieces, and the two functions that keep highlights honest.

/** A half-open range of UTF-16 code units: `text.slice(start, end)` is the words. Made by `makeSpan` only. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type NonEmpty<T> = readonly [T, ...T[]]

/** Words in one or more pieces, in order: `"The offer," he said, "is dead."` has a content of two. */
export type Pieces = NonEmpty<Span>

/** At least so many, at most so many; no `atMost` where nothing sets one. */
export interface Bounds {
  readonly atLeast: number
  readonly atMost?: number
}

/**
 * The only way to make a span. Offsets are UTF-16 units into `text`.
 * Throws RangeError on one that is empty, out of range, or cuts a character in two.
 */
export function makeSpan(text: string, start: number, end: number): Span {
  if (!(start >= 0 && start < end && end <= text.length && Number.isInteger(start) && Number.isInteger(end))) {
    throw new RangeError(`span ${start}-${end} does not lie in a text of ${text.length}`)
  }
  if (!text.slice(start, end).isWellFormed()) throw new RangeError(`span ${start}-${end} cuts a character in two`)
  return Object.freeze({ start, end })
}

/** True where the two share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

/** True where `inner` lies wholly inside `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

/** The words of the pieces, joined by a single space. */
export function wordsOf(text: string, pieces: readonly Span[]): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' ')
}

/**
 * Cuts a text at every edge of the spans. The pieces joined are the text; `marks` holds, for each piece, the
 * indexes into `spans` of those that cover it.
 */
export function segments(text: string, spans: readonly Span[]): { text: string; marks: number[] }[] {
  const edges = [...new Set([0, text.length, ...spans.flatMap((s) => [s.start, s.end])])].sort((a, b) => a - b)
  return edges.slice(1).map((end, i) => {
    const start = edges[i] ?? 0
    const marks = spans.flatMap((s, mark) => (s.start < end && start < s.end ? [mark] : []))
    return { text: text.slice(start, end), marks }
  })
}
