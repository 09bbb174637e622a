// door: clock
// How a desk does, for whoever asks often: looked at anew only after a while, and never for more than a twentieth of the time.
import type { DeskStatus } from '../../model/desk-status.ts'
import type { Desk } from '../desk.ts'
import { makeStatus } from './make-status.ts'

export interface Status {
  /** At most some seconds old. Throws what looking throws. */
  now(): Promise<DeskStatus>
  /** As last seen, without waiting; undefined: nobody has looked yet. Has it looked at where that was long ago. */
  known(): DeskStatus | undefined
}

const FRESH_MS = 10_000
const SHARE = 20

/** Nothing is looked at before somebody asks. */
export function openStatus(desk: Pick<Desk, 'store' | 'now' | 'dir'>, freshMs: number = FRESH_MS): Status {
  let seen: DeskStatus | undefined
  let looking: Promise<DeskStatus> | undefined
  let again = 0
  const look = async (): Promise<DeskStatus> => {
    const begun = performance.now()
    try {
      seen = await makeStatus(desk)
      return seen
    } finally {
      const ended = performance.now()
      again = ended + Math.max(freshMs, SHARE * (ended - begun))
      looking = undefined
    }
  }
  const now = (): Promise<DeskStatus> => {
    if (seen && performance.now() < again) return Promise.resolve(seen)
    looking ??= look()
    return looking
  }
  return {
    now,
    known() {
      now().catch(() => {}) // told to whoever asks for it
      return seen
    },
  }
}
