// A backup tried by itself, without a desk: every file by its sum, every row of the truth by its digest, the chain of the log, and
// every table by the digest that it had on the desk.

import { makeRowChecks } from '../../archive/backup/check-rows.ts'
import { RowBroken } from '../../archive/backup/row-lines.ts'
import type { Breach } from '../../archive/breach.ts'
import { joinTables, makeTableHash, type TableHash } from '../../archive/state-hash.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { BackupContents, BackupFile } from './contents.ts'
import { type OpenBackup, openBackup, rowsIn, tryFile } from './read-backup.ts'

export interface CheckedBackup {
  /** Absent where not even the table of contents could be read. */
  readonly contents?: BackupContents
  readonly breaches: readonly Breach[]
}

/** Tries everything in the folder. Throws only where there is no backup at all (FILE_MISSING, DESK_NEWER). */
export async function checkBackup(dir: string): Promise<CheckedBackup> {
  let backup: OpenBackup
  try {
    backup = await openBackup(dir)
  } catch (error) {
    if (!(error instanceof ReadoutError) || error.code !== 'BACKUP_DAMAGED') throw error
    return { breaches: [{ what: 'the backup', reason: error.message }] }
  }
  const { contents, sums } = backup
  const breaches: Breach[] = []
  const changed = new Set<string>()
  for (const [path, sum] of sums) {
    const file = contents.files.find((one) => one.path === path)
    const wrong = await tryFile(dir, path, sum, file?.bytes)
    if (wrong !== undefined) {
      breaches.push({ what: path, reason: wrong })
      changed.add(path)
    }
    if (file && file.sha256 !== sum) breaches.push({ what: path, reason: 'two sums are kept of it, which differ' })
  }
  for (const { path } of contents.files) {
    if (!sums.has(path)) breaches.push({ what: path, reason: 'it has no sum' })
  }
  breaches.push(...(await checkTables(backup, changed)))
  return { contents, breaches }
}

async function checkTables({ dir, contents }: OpenBackup, changed: ReadonlySet<string>): Promise<Breach[]> {
  const breaches: Breach[] = []
  const checks = makeRowChecks()
  const hashes = new Map<string, TableHash[]>()
  for (const { path, table } of contents.files) {
    if (!table) continue
    const hash = makeTableHash(table)
    try {
      for await (const rows of rowsIn(dir, path, table.columns)) {
        hash.add(rows)
        if (table.schema !== 'truth') continue
        const found = checks.add(table.name, rows)
        breaches.push(...(changed.has(path) ? found : found.map(asBefore)))
      }
    } catch (error) {
      if (!(error instanceof RowBroken)) throw error
      breaches.push({ what: path, reason: error.message })
    }
    if (!table.isSearch) hashes.set(table.schema, [...(hashes.get(table.schema) ?? []), hash.end()])
  }
  for (const schema of ['truth', 'derived', 'state'] as const) {
    const told = contents.schemas[schema]
    const found = joinTables(hashes.get(schema) ?? [])
    if (!told || told.digest === found.digest) continue
    for (const what of namesOf(schema, contents.files, told.tables, found.tables)) {
      breaches.push({ what, reason: 'its rows are not those that were on the desk' })
    }
  }
  const records = contents.files.filter(({ table }) => table?.name === 'capture' || table?.name === 'decision')
  const isChanged = records.some(({ path }) => changed.has(path))
  breaches.push(...(isChanged ? checks.end() : checks.end().map(asBefore)))
  const { number, before } = checks.head()
  if (contents.schemas.truth && (number !== contents.log.number || before !== contents.log.next)) {
    breaches.push({
      what: 'the log',
      reason: `it ends at entry ${number}, not as it did at entry ${contents.log.number}`,
    })
  }
  return breaches
}

// The file is as it was written.
function asBefore({ what, reason }: Breach): Breach {
  return { what, reason: `${reason}; it was so on the desk when the backup was made` }
}

function namesOf(
  schema: string,
  files: readonly BackupFile[],
  told: readonly TableHash[],
  found: readonly TableHash[],
): string[] {
  const differ = told.filter(({ name, digest }) => found.find((one) => one.name === name)?.digest !== digest)
  const pathOf = (name: string): string =>
    files.find(({ table }) => table?.schema === schema && table.name === name)?.path ?? `table ${name} of ${schema}`
  return differ.length > 0 ? differ.map(({ name }) => pathOf(name)) : [`the tables of ${schema}`]
}
