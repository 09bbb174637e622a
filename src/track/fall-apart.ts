// Whether the reports of a story are two stories. Twins (two arrests, two earthquakes) look like one story until each has
// a few reports; then those of each are closer to one another than to the others.

/** How like two reports are. */
export type Likeness<T> = (a: T, b: T) => number

const APART = 0.7 // of the likeness within the looser part; chosen on topics 1 to 20, see test/corpus/stories.test.ts
const FEWEST = 3 // reports on either side: two that are nearly copies of one another are no story yet

/** The two parts that the reports fall into, the one with the first report first; undefined where they are one story. */
export function fallApart<T>(reports: readonly T[], likeness: Likeness<T>): [T[], T[]] | undefined {
  if (reports.length < 2 * FEWEST) return undefined
  const [one, other] = halve(reports, likeness)
  if (Math.min(one.length, other.length) < FEWEST || !areApart(one, other, likeness)) return undefined
  const order = new Map(reports.map((report, at) => [report, at]))
  const inOrder = (part: readonly T[]): T[] => part.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  return one.includes(reports[0] as T) ? [inOrder(one), inOrder(other)] : [inOrder(other), inOrder(one)]
}

/** True where two groups are less like one another than each is within itself. */
export function areApart<T>(a: readonly T[], b: readonly T[], likeness: Likeness<T>): boolean {
  return between(a, b, likeness) < APART * Math.min(within(a, likeness), within(b, likeness))
}

/** The mean likeness of two groups. */
export function between<T>(a: readonly T[], b: readonly T[], likeness: Likeness<T>): number {
  let sum = 0
  for (const x of a) for (const y of b) sum += likeness(x, y)
  return sum / (a.length * b.length)
}

function within<T>(group: readonly T[], likeness: Likeness<T>): number {
  let sum = 0
  for (const [at, x] of group.entries()) for (const y of group.slice(0, at)) sum += likeness(x, y)
  return (2 * sum) / Math.max(1, group.length * (group.length - 1))
}

// The two groups that are joined last where the most alike are joined first (average linkage: Sokal and Michener, 1958).
function halve<T>(reports: readonly T[], likeness: Likeness<T>): [T[], T[]] {
  const groups: T[][] = reports.map((report) => [report])
  const sums = reports.map((a) => reports.map((b) => likeness(a, b)))
  const mean = (a: number, b: number): number =>
    (sums[a]?.[b] ?? 0) / ((groups[a]?.length ?? 1) * (groups[b]?.length ?? 1))
  for (let left = groups.length; left > 2; left--) {
    let [best, first, second] = [Number.NEGATIVE_INFINITY, 0, 1]
    for (let a = 0; a < left; a++) {
      for (let b = a + 1; b < left; b++) {
        const near = mean(a, b)
        if (near > best) [best, first, second] = [near, a, b]
      }
    }
    groups[first] = [...(groups[first] ?? []), ...(groups[second] ?? [])]
    const joined = sums[first]?.map((sum, k) => sum + (sums[second]?.[k] ?? 0)) ?? []
    sums[first] = joined
    for (const [k, line] of sums.entries()) line[first] = joined[k] ?? 0
    groups.splice(second, 1)
    sums.splice(second, 1)
    for (const line of sums) line.splice(second, 1)
  }
  return [groups[0] ?? [], groups[1] ?? []]
}
