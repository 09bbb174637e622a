// door: clock
// A manifest a day, for as long as a desk is served.
import type { Tell } from '../../model/happening.ts'
import type { Desk } from '../desk.ts'
import { keepManifest } from './keep-manifest.ts'

const EVERY_MS = 3_600_000 // an hour after midnight at the latest

/** Makes that of today where there is none, and looks again every hour. */
export function keepDays(desk: Pick<Desk, 'dir' | 'store' | 'now'>, tell: Tell): { end(): void } {
  let isEnded = false
  const look = (): void => {
    keepManifest(desk).catch((error: unknown) => {
      if (isEnded) return
      tell({ what: 'fault', level: 'error', words: error instanceof Error ? error.message : String(error) })
    })
  }
  look()
  const timer = setInterval(look, EVERY_MS).unref()
  return {
    end() {
      isEnded = true
      clearInterval(timer)
    },
  }
}
