// Work on several items at once, given out in the order they came in.

/**
 * What `make` gives for each item, in order, with at most `limit` items taken and not yet given out. The next item is
 * read while the others are worked on, and a result is given out as soon as it and all before it are there: a source
 * that stands still holds nothing back, and whoever is slow to take results slows the source. What the source or `make`
 * throws is thrown in its place.
 */
export async function* mapInOrder<In, Out>(
  items: AsyncIterable<In>,
  make: (item: In) => Promise<Out>,
  limit: number,
): AsyncGenerator<Out> {
  const source = items[Symbol.asyncIterator]()
  const made: Promise<Out>[] = []
  let taking: Promise<'taken'> | undefined
  let isDone = false
  const add = (one: Promise<Out>): void => {
    one.catch(() => {}) // thrown when its turn comes
    made.push(one)
  }
  const take = async (): Promise<'taken'> => {
    try {
      const next = await source.next()
      if (next.done) isDone = true
      else add(make(next.value))
    } catch (error) {
      isDone = true
      add(Promise.reject(error))
    }
    taking = undefined
    return 'taken'
  }
  try {
    for (;;) {
      if (!isDone && made.length < limit) taking ??= take()
      const [first] = made
      if (first === undefined && taking === undefined) return
      if (first === undefined || (taking && (await Promise.race([first.then(isMade, isMade), taking])) === 'taken')) {
        await taking
        continue
      }
      made.shift()
      yield await first
    }
  } finally {
    if (!taking) await source.return?.() // a source that stands still would hold up its own end
  }
}

function isMade(): 'made' {
  return 'made'
}
