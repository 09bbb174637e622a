// From scores to labels: which words around a cue are its source, its cue, its content.

/** A word's label: none, or the beginning or the inside of a role. */
export const [NONE, SOURCE, SOURCE_ON, CUE, CUE_ON, CONTENT, CONTENT_ON] = [0, 1, 2, 3, 4, 5, 6] as const
const LABELS = 7
const PIECE_COST = 4 // log odds that a new piece of content must bring; one that is none is two words out of place

/**
 * The likeliest labels of `count` words by `scores` (log probabilities, LABELS a word) in which the cue begins at
 * `anchor` and nowhere else, and a role goes on only from itself (Viterbi 1967).
 */
export function bestPath(scores: Float32Array, count: number, anchor: number): number[] {
  const back = new Uint8Array(count * LABELS)
  let at = new Float64Array(LABELS)
  for (let word = 0; word < count; word++) {
    const next = new Float64Array(LABELS)
    const [any, value] = greatest(at)
    for (let label = 0; label < LABELS; label++) {
      let [from, best] = [any, value]
      if (label > 0 && label % 2 === 0) {
        // goes on: only from its own beginning or inside
        from = (at[label] ?? 0) >= (at[label - 1] ?? 0) ? label : label - 1
        best = word === 0 ? Number.NEGATIVE_INFINITY : (at[from] ?? 0)
      }
      if (label === CONTENT) best -= PIECE_COST
      const isAnchored = (word === anchor) === (label === CUE)
      back[word * LABELS + label] = from
      next[label] = isAnchored
        ? best + (word === anchor ? 0 : (scores[word * LABELS + label] ?? 0))
        : Number.NEGATIVE_INFINITY
    }
    at = next
  }
  const path = new Array<number>(count)
  let [label] = greatest(at)
  for (let word = count - 1; word >= 0; word--) {
    path[word] = label
    label = back[word * LABELS + label] ?? 0
  }
  return path
}

function greatest(values: Float64Array): [at: number, value: number] {
  let [at, value] = [0, Number.NEGATIVE_INFINITY]
  values.forEach((one, k) => {
    if (one > value) [at, value] = [k, one]
  })
  return [at, value]
}
