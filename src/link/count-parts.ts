// Things of which some may be one, counted as few as they can be.

/** The number of parts that the sets, which are of these things, leave unjoined: of a, b, c and d with a set of a, b and c, two. */
export function countParts<T>(things: readonly T[], sets: readonly (readonly [T, ...T[]])[]): number {
  const joinedTo = new Map<T, T>()
  const headOf = (thing: T): T => {
    let head = thing
    for (let next = joinedTo.get(head); next !== undefined; next = joinedTo.get(head)) head = next
    if (head !== thing) joinedTo.set(thing, head) // straight there the next time
    return head
  }
  let parts = new Set(things).size
  for (const [first, ...others] of sets) {
    for (const other of others) {
      const [from, to] = [headOf(other), headOf(first)]
      if (from === to) continue
      joinedTo.set(from, to)
      parts -= 1
    }
  }
  return parts
}
