// door: process
// V8 keeps the pages that a peak took, however little is left on them, until memory is short; a desk has several processes, each with
// its peaks at another time. What is free goes back when it is asked for as by a process that is about to run out.

type Collect = (how: { type: 'major'; execution: 'sync'; flavor: 'last-resort' }) => void

const LARGE = 176 * 2 ** 20 // bytes held
type When = 'after a piece of work' | 'within one'

const REST_MS: Record<When, number> = { 'after a piece of work': 10_000, 'within one': 2000 } // one takes some 50 ms

const last: Record<When, number> = {
  'after a piece of work': Number.NEGATIVE_INFINITY,
  'within one': Number.NEGATIVE_INFINITY,
}

/**
 * Gives back what is free where much is held; true where it did. Of use in a process that was begun with LEAN (worker.ts) or keeps small
 * (ops/keep-small.ts), and in the threads of that one. What was given back within a piece of work is no reason to keep what its end frees.
 */
export function giveBack(when: When = 'after a piece of work'): boolean {
  const { gc } = globalThis as { gc?: Collect }
  if (!gc || performance.now() - last[when] < REST_MS[when] || process.memoryUsage.rss() < LARGE) return false
  gc({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  last[when] = performance.now()
  return true
}
