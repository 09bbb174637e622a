// door: process, timers
// What is served for weeks had better stay small, however it was started: V8 is told so while the process runs.
import v8 from 'node:v8'
import { runInNewContext } from 'node:vm'
import { giveBack } from '../give-back.ts'

// young garbage is swept more often, the heap grows in smaller steps, and what is free can be given back (give-back.ts)
const SMALL = ['--semi-space-growth-factor=1', '--heap-growing-percent=20', '--expose-gc']
const EVERY_MS = 60_000 // everybody waits for the 50 to 100 ms that it takes

export interface Small {
  end(): void
}

/** Keeps this process small, with the threads that it begins from now on; ended, it gives nothing back any more. */
export function keepSmall(): Small {
  for (const flag of SMALL) v8.setFlagsFromString(flag)
  globalThis.gc ??= runInNewContext('gc') as NonNullable<typeof globalThis.gc> // the flag is for contexts that are made after it
  const timer = setInterval(() => giveBack(), EVERY_MS).unref()
  return { end: () => clearInterval(timer) }
}
