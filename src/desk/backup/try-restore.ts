// door: files
// A backup restored aside, and everything in it tried as on a desk: the evidence of each line as well.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Breach } from '../../archive/breach.ts'
import { check } from '../check.ts'
import { openDesk } from '../open-desk.ts'
import type { BackupContents } from './contents.ts'
import { restoreBackup } from './restore-backup.ts'

/** Restores it into a folder of its own, which is gone again when this returns. Throws as `restoreBackup`. */
export async function tryRestore(dir: string): Promise<{ contents: BackupContents; breaches: readonly Breach[] }> {
  const aside = await mkdtemp(join(tmpdir(), 'readout-restore-'))
  try {
    const target = join(aside, 'desk')
    const contents = await restoreBackup(dir, target, { isDesk: false })
    const desk = await openDesk(target, { make: false, url: null })
    try {
      return { contents, breaches: check(desk).breaches }
    } finally {
      await desk.close()
    }
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}
