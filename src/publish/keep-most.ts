// A section is a column, not a list of all there is: of very many things those that weigh most are printed, and the rest is counted.

/** At most so many, the weightiest, still in their order (between equals the earlier ones), and how many are left. */
export function keepMost<T>(
  all: readonly T[],
  most: number,
  weightOf: (one: T) => number,
): { readonly kept: readonly T[]; readonly left: number } {
  if (all.length <= most) return { kept: all, left: 0 }
  const weighed = all.map((one, at) => ({ one, at, weight: weightOf(one) }))
  const kept = weighed
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .toSorted((a, b) => a.at - b.at)
  return { kept: kept.map(({ one }) => one), left: all.length - most }
}
