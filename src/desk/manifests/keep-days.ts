// door: clock
// A manifest a day, for as long as a desk is served, and its time stamp where an authority is set.
import type { Tell } from '../../model/happening.ts'
import type { Desk } from '../desk.ts'
import { loadSettings } from '../load-settings.ts'
import { keepManifest } from './keep-manifest.ts'
import { stampManifest } from './stamp-manifest.ts'

const EVERY_MS = 3_600_000 // an hour after midnight at the latest; an authority that failed is asked again as often

/** Makes that of today where there is none, and looks again every hour. */
export function keepDays(desk: Pick<Desk, 'dir' | 'store' | 'now'>, tell: Tell): { end(): void } {
  const ended = new AbortController()
  const { signal } = ended
  const look = async (): Promise<void> => {
    try {
      await keepManifest(desk)
      const stamped = await stampManifest(desk, await loadSettings(desk.dir), { signal })
      if (stamped && 'fault' in stamped) tell({ what: 'warning', level: 'warn', words: stamped.fault })
    } catch (error) {
      if (signal.aborted) return
      tell({ what: 'fault', level: 'error', words: error instanceof Error ? error.message : String(error) })
    }
  }
  void look()
  const timer = setInterval(() => void look(), EVERY_MS).unref()
  return {
    end() {
      ended.abort()
      clearInterval(timer)
    },
  }
}
