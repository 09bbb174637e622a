// Of all shingles of a text, few by which it can be found: the least of each window, so that two texts that share a run
// as long as window and shingle together always share one (Schleimer, Wilkerson and Aiken, SIGMOD 2003).

const WINDOW = 8 // shingles

/** The winnowed hashes, each once. */
export function winnow(hashes: Int32Array): Set<number> {
  const chosen = new Set<number>()
  if (hashes.length > 0 && hashes.length < WINDOW) return chosen.add(Math.min(...hashes))
  let least = -1 // its place
  for (let end = WINDOW - 1; end < hashes.length; end++) {
    const from = end - WINDOW + 1
    if (least < from) {
      least = from
      for (let at = from + 1; at <= end; at++) if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at
    } else if ((hashes[end] ?? 0) <= (hashes[least] ?? 0)) least = end
    chosen.add(hashes[least] ?? 0)
  }
  return chosen
}
