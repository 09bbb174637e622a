// A stream that says when it stands still, so that what is at hand can be dealt with in the meantime.

/** Stands between two items where the second keeps us waiting. */
export const PAUSE = Symbol('pause')

/** Every item, and a PAUSE, once, wherever the next item is not there within `ms` milliseconds. */
export async function* withPauses<T>(items: AsyncIterable<T>, ms: number): AsyncGenerator<T | typeof PAUSE> {
  const source = items[Symbol.asyncIterator]()
  let isWaiting = false
  try {
    for (;;) {
      const next = source.next()
      isWaiting = true
      if (await isLate(next, ms)) yield PAUSE
      const { done, value } = await next
      isWaiting = false
      if (done) return
      yield value
    }
  } finally {
    if (!isWaiting) await source.return?.() // a source that stands still would hold up its own end
  }
}

async function isLate(next: Promise<unknown>, ms: number): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, ms, true)
  try {
    return await Promise.race([next.then(() => false), late])
  } finally {
    clearTimeout(timer)
  }
}
