// The places at which two texts have the same shingle.

/** Pairs of places, in the order of the later text; a shingle that the earlier text has twice counts where it stands first. */
export function pairShingles(earlier: Int32Array, later: Int32Array): [here: number, there: number][] {
  const places = new Map<number, number>()
  earlier.forEach((hash, at) => {
    if (!places.has(hash)) places.set(hash, at)
  })
  const pairs: [number, number][] = []
  later.forEach((hash, here) => {
    const there = places.get(hash)
    if (there !== undefined) pairs.push([here, there])
  })
  return pairs
}
