// What a killed process or an older version left undone, done before the ledger is looked at.
import type { Progress } from './derive.ts'
import type { Desk } from './desk.ts'
import { isPending } from './is-pending.ts'

/**
 * Brings what is derived up to the end of the log and to the versions at work. One cheap query where it is there.
 * On a desk that may not be written it only says, by `onStale`, that something is left to make.
 */
export async function catchUp(
  desk: Desk,
  onProgress: (progress: Progress) => void,
  onStale: (message: string) => void,
): Promise<void> {
  if (!isPending(desk)) return
  if (desk.store.isReadOnly) {
    const what = 'reports came in, or Readout changed, after the ledger was made; it is shown as it was then'
    onStale(`${desk.dir}: ${what}: the desk may not be written`)
    return
  }
  const { derive } = await import('./derive.ts')
  await derive(desk, onProgress)
}
