// door: process, timers, clock
// The other end of a helper: it gives signs, listens, and ends with whoever began it.
import { giveBack } from '../give-back.ts'
import { SIGN_MS } from './helper.ts'

export interface Helping {
  readonly args: readonly string[]
  /** Aborted where it is to end: what is under way is finished, and nothing new begun. */
  readonly signal: AbortSignal
  say(message: unknown): void
  /** Waits until somebody said something since the last time, or until it is to end, or for so long. Gives what was said last. */
  heard(mostMs?: number): Promise<unknown>
  /** Gives back what it can; where it holds much all the same, and has been there for a minute, it ends, and another takes its place. */
  leaveWhereLarge(): void
  /** Milliseconds that only ever grow. */
  elapsed(): number
  done(): void
}

const LARGE = 320 * 2 ** 20 // bytes; a process gives back what it holds by making room for another
const LEAST_MS = 60_000 // that it stays: where the work itself needs so much, it is not begun again for each piece

/** Called once, first of all. */
export function help(): Helping {
  const ending = new AbortController()
  let said: unknown
  let wake = (): void => {}
  const say = (message: unknown): void => {
    if (process.connected) process.send?.(message as object, () => {})
  }
  process.on('SIGINT', () => {}) // Ctrl-C reaches us as well; who began us decides
  const end = (): void => {
    ending.abort(new Error('stopped'))
    wake()
  }
  process.on('SIGTERM', end)
  process.on('disconnect', () => process.exit())
  process.on('message', (message) => {
    said = message
    wake()
  })
  const signs = setInterval(() => say('sign'), SIGN_MS)
  return {
    args: process.argv.slice(2),
    signal: ending.signal,
    say,
    async heard(mostMs) {
      let timer: NodeJS.Timeout | undefined
      if (said === undefined && !ending.signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
          if (mostMs !== undefined) timer = setTimeout(resolve, mostMs)
        })
      }
      clearTimeout(timer)
      const last = said
      said = undefined
      return last
    },
    leaveWhereLarge() {
      const hasGiven = giveBack() // what it held just before is no measure of what it needs
      if (hasGiven && performance.now() > LEAST_MS && process.memoryUsage.rss() > LARGE) end()
    },
    elapsed: () => performance.now(),
    done() {
      clearInterval(signs)
      process.removeAllListeners('disconnect')
      if (process.connected) process.disconnect()
    },
  }
}
