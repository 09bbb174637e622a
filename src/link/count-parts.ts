// Things of which some may be one, counted as few as they can be.

/** The number of parts that the pairs, which are of these things, leave unjoined: of a, b and c with a pair of a and b, two. */
export function countParts<T>(things: readonly T[], pairs: readonly (readonly [T, T])[]): number {
  const joinedTo = new Map<T, T>()
  const headOf = (thing: T): T => {
    let head = thing
    for (let next = joinedTo.get(head); next !== undefined; next = joinedTo.get(head)) head = next
    if (head !== thing) joinedTo.set(thing, head) // straight there the next time
    return head
  }
  let parts = new Set(things).size
  for (const [a, b] of pairs) {
    const [from, to] = [headOf(a), headOf(b)]
    if (from === to) continue
    joinedTo.set(from, to)
    parts -= 1
  }
  return parts
}
