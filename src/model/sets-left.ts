// Sets of things of which any two may be one, when some of the things are left out.

/** The sets of what is left, each of two or more, and none of which another holds all. */
export function setsLeft<T>(sets: readonly (readonly T[])[], isLeft: (thing: T) => boolean): [T, T, ...T[]][] {
  const small = sets.map((set) => set.filter(isLeft)).filter(isTwoOrMore)
  const whole = small.map((set) => new Set(set))
  return small.filter((set, at) => {
    const isWithin = (other: Set<T>, place: number): boolean =>
      place !== at && (other.size > set.length || place < at) && set.every((thing) => other.has(thing))
    return !whole.some(isWithin)
  })
}

function isTwoOrMore<T>(set: readonly T[]): set is [T, T, ...T[]] {
  return set.length > 1
}
