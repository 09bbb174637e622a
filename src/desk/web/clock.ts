// door: clock
// The time of day and waiting, as a value: tests hand in one that runs a week in minutes.
import { setTimeout as pause } from 'node:timers/promises'

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Waits so long, or until the signal aborts; it never throws for that. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>
}

/** The clock of this machine. */
export const clock: Clock = {
  now: () => Date.now(),
  sleep: (ms, signal) => pause(ms, undefined, signal ? { signal } : {}).catch(() => undefined),
}

/** What a clock shows, as an instant. */
export function instantOf({ now }: Clock, plusMs = 0): string {
  return new Date(now() + plusMs).toISOString()
}
