// Things of which some may be one, counted as few as they can be.

const MOST = 12 // kinds of things that are tried in all ways; of more, as many are counted as surely are two and two

/**
 * The fewest that the things can be, where two may be one that stand in a set together: of a, b, c and d with a set of a, b and c, two; of
 * a, b and c with the sets a, b and b, c two as well, since nothing shows that a may be c. Of more than twelve kinds that hang together never
 * more than the fewest, but perhaps less.
 */
export function countParts<T>(things: readonly T[], sets: readonly (readonly [T, ...T[]])[]): number {
  const whole = sets.map((set) => new Set(set))
  const patterns = new Map<T, string>() // the sets that each stands in: of those that stand in the same, any two may be one
  for (const thing of new Set(things)) {
    const within = whole.flatMap((set, at) => (set.has(thing) ? [at] : []))
    if (within.length > 0) patterns.set(thing, within.join(' '))
  }
  const alone = new Set(things).size - patterns.size
  const kinds = [...new Set(patterns.values())].map((pattern) => new Set(pattern.split(' ')))
  return partsOf(kinds).reduce((sum, part) => sum + fewestOf(part), alone)
}

type Kind = ReadonlySet<string>

function share(a: Kind, b: Kind): boolean {
  return [...a].some((set) => b.has(set))
}

// Those that hang together by sets.
function partsOf(kinds: readonly Kind[]): Kind[][] {
  const parts: { readonly sets: Set<string>; readonly kinds: Kind[] }[] = []
  for (const kind of kinds) {
    const near = parts.filter(({ sets }) => share(kind, sets))
    const joined = {
      sets: new Set([...kind, ...near.flatMap(({ sets }) => [...sets])]),
      kinds: [kind, ...near.flatMap((one) => one.kinds)],
    }
    for (const one of near) parts.splice(parts.indexOf(one), 1)
    parts.push(joined)
  }
  return parts.map((part) => part.kinds)
}

// As many as share no set with one another, those that share with few first: each is another.
function apart(kinds: readonly Kind[]): number {
  const chosen: Kind[] = []
  const friends = new Map(kinds.map((kind) => [kind, kinds.filter((other) => share(kind, other)).length]))
  for (const kind of kinds.toSorted((a, b) => (friends.get(a) ?? 0) - (friends.get(b) ?? 0)))
    if (!chosen.some((other) => share(kind, other))) chosen.push(kind)
  return chosen.length
}

// By all ways of putting together those of which any two share a set: the fewest for the first n of them, and for each choice among them.
function fewestOf(kinds: readonly Kind[]): number {
  if (kinds.length > MOST) return apart(kinds)
  const shared = kinds.map((a) => kinds.map((b) => share(a, b)))
  const all = 2 ** kinds.length - 1
  const isOne = (chosen: number): boolean =>
    kinds.every(
      (_, a) => !(chosen & (1 << a)) || kinds.every((__, b) => !(chosen & (1 << b)) || shared[a]?.[b] === true),
    )
  const ones = Array.from({ length: all + 1 }, (_, chosen) => isOne(chosen))
  const fewest = [0]
  for (let chosen = 1; chosen <= all; chosen++) {
    let best = Number.POSITIVE_INFINITY
    const lowest = chosen & -chosen
    for (let part = chosen; part > 0; part = (part - 1) & chosen)
      if (part & lowest && ones[part]) best = Math.min(best, 1 + (fewest[chosen ^ part] ?? 0))
    fewest.push(best)
  }
  return fewest[all] ?? 1
}
