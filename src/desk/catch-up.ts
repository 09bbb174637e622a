// What a killed process left undone, done before the ledger is looked at.
import { findWalk } from '../archive/linked.ts'
import { headOf } from '../archive/log.ts'
import type { Progress } from './derive.ts'
import type { Desk } from './desk.ts'

/** Brings what is derived up to the end of the log. One cheap query where nothing came since. */
export async function catchUp(desk: Desk, onProgress: (progress: Progress) => void): Promise<void> {
  if ((findWalk(desk.store)?.linkedTo ?? 0) >= headOf(desk.store).number) return
  const { derive } = await import('./derive.ts')
  await derive(desk, onProgress)
}
