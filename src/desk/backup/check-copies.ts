// A backup held against copies of manifests that were kept elsewhere: they vouch for its log, which whoever can write the backup could
// have written anew, sums and all.
import { RowBroken } from '../../archive/backup/row-lines.ts'
import type { Breach } from '../../archive/breach.ts'
import { digestOfEntry } from '../../archive/log.ts'
import type { LogEntry } from '../../model/decision.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Digest } from '../../model/id.ts'
import { readCopies, tryManifests } from '../manifests/check-manifests.ts'
import { type OpenBackup, openBackup, rowsIn } from './read-backup.ts'

/**
 * What does not hold against them. Throws USAGE for a manifest made after the backup, which cannot tell of it, FILE_UNREADABLE for a
 * copy that cannot be read, and as `openBackup` does.
 */
export async function checkCopies(dir: string, paths: readonly string[]): Promise<readonly Breach[]> {
  const backup = await openBackup(dir)
  const copies = await readCopies(paths)
  const { made } = backup.contents
  const later = copies.find(({ manifest }) => manifest && manifest.at > made.at)
  if (later?.manifest) {
    throw new ReadoutError(
      'USAGE',
      `${later.name}: this manifest is of ${later.manifest.at}, and the backup of ${made.at}, before it; name one made by then`,
    )
  }
  const digestsUpTo = (numbers: ReadonlySet<number>): Promise<ReadonlyMap<number, Digest>> => walkLog(backup, numbers)
  return (await tryManifests({ noun: 'backup', dir, digestsUpTo }, copies)).breaches
}

async function walkLog({ dir, contents }: OpenBackup, numbers: ReadonlySet<number>): Promise<Map<number, Digest>> {
  const found = new Map<number, Digest>()
  for (const { path, table } of contents.files) {
    if (table?.schema !== 'truth' || table.name !== 'log') continue
    try {
      for await (const rows of rowsIn(dir, path, table.columns)) {
        for (const row of rows as unknown as LogEntry[]) {
          if (numbers.has(row.number)) found.set(row.number, digestOfEntry(row))
        }
      }
    } catch (error) {
      if (!(error instanceof RowBroken)) throw error // the check of the backup itself names it
    }
  }
  return found
}
