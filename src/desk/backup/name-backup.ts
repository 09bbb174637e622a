// The name of one backup among others: by the time it was made at, so that they stand in order.
import { join } from 'node:path'
import type { Instant } from '../../model/id.ts'

/** "desk-20310506T100000Z" in the folder. */
export function nameInFolder(folder: string, at: Instant): string {
  return join(folder, `desk-${at.replace(/\.\d+/, '').replace(/[-:]/g, '')}`)
}
