// Whether a desk can answer now. Light: a supervisor asks every few seconds.
import { headOf } from '../../archive/log.ts'
import type { Desk } from '../desk.ts'

/** True where its store answers. */
export function isReady({ store }: Pick<Desk, 'store'>): boolean {
  try {
    headOf(store)
    return true
  } catch {
    return false // why is told by the pages that fail
  }
}
