// door: process
// V8 keeps the pages that a peak took, however little is left on them, until memory is short; a desk has several processes, each with
// its peaks at another time. What is free goes back when it is asked for as by a process that is about to run out.

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

const LARGE = 176 * 2 ** 20 // bytes held
const REST_MS = 10_000 // one takes some 50 ms

let last = Number.NEGATIVE_INFINITY

/**
 * Gives back what is free where much is held; true where it did. Of use in a process that was begun with LEAN (worker.ts) or keeps small
 * (ops/keep-small.ts), and in the threads of that one.
 */
export function giveBack(): boolean {
  const { gc } = globalThis as { gc?: Collect }
  if (!gc || performance.now() - last < REST_MS || process.memoryUsage.rss() < LARGE) return false
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  last = performance.now()
  return true
}
