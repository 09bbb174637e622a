// Which of a list may stay where they are so that fewest are moved: the longest run of places that rises.

/** The indexes of the places that rise one after the other, as many as can be; a place below 0 is none. */
export function keptInOrder(places: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [] // of runs of each length, the index whose place is the lowest
  const before = new Map<number, number | undefined>()
  for (const [i, place] of places.entries()) {
    if (place < 0) continue
    let length = ends.length
    while (length > 0 && (places[ends[length - 1] ?? 0] ?? 0) >= place) length--
    before.set(i, length > 0 ? ends[length - 1] : undefined)
    ends[length] = i
  }
  const kept = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) kept.add(at)
  return kept
}
