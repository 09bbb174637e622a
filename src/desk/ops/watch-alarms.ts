// door: clock
// Alarms told as they begin and as they end, so that nobody has to look at a page to hear of them.
import { ReadoutError } from '../../model/errors.ts'
import type { Tell } from '../../model/happening.ts'
import type { Status } from './open-status.ts'

const EVERY_MS = 60_000

/** Looks at once, and then every minute. */
export function watchAlarms(status: Pick<Status, 'now'>, tell: Tell, everyMs: number = EVERY_MS): { end(): void } {
  let known: ReadonlySet<string> = new Set()
  let isEnded = false
  const look = async (): Promise<void> => {
    const { alarms } = await status.now()
    if (isEnded) return
    const now = new Map(alarms.map(({ name, words }) => [name === 'silent' ? words : name, { name, words }]))
    for (const [key, { name, words }] of now) {
      if (!known.has(key)) tell({ what: 'alarm', level: 'warn', words, facts: { alarm: name } })
    }
    for (const key of known) if (!now.has(key)) tell({ what: 'alarm over', level: 'info', facts: { alarm: key } })
    known = new Set(now.keys())
  }
  const begin = (): void => {
    look().catch((error: unknown) => {
      if (isEnded || (error instanceof ReadoutError && error.code === 'DESK_BUSY')) return // looked at again in a minute
      tell({ what: 'fault', level: 'error', words: error instanceof Error ? error.message : String(error) })
    })
  }
  begin()
  const timer = setInterval(begin, everyMs).unref()
  return {
    end() {
      isEnded = true
      clearInterval(timer)
    },
  }
}
