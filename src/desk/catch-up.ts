// What a killed process or an older version left undone, done before the ledger is looked at.
import type { Progress } from './derive.ts'
import type { Desk } from './desk.ts'
import { isPending } from './is-pending.ts'

/** Brings what is derived up to the end of the log and to the versions at work. One cheap query where it is there. */
export async function catchUp(desk: Desk, onProgress: (progress: Progress) => void): Promise<void> {
  if (!isPending(desk)) return
  const { derive } = await import('./derive.ts')
  await derive(desk, onProgress)
}
