// door: files
// A desk made from a backup, in a folder of its own: there when it is whole, and when its digests are those of the desk that was.
// What was harmed on that desk already comes back harmed, and `check` names it: one bit must not cost all the rest.
import { chmod, copyFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openFilling } from '../../archive/backup/fill-files.ts'
import { RowBroken } from '../../archive/backup/row-lines.ts'
import { beginEpoch } from '../../archive/catalogue/claim-changes.ts'
import { openStore } from '../../archive/open-store.ts'
import { storeUrl } from '../../archive/postgres/store-url.ts'
import { fillSearch } from '../../archive/search/fill-search.ts'
import { openSqliteView } from '../../archive/sqlite-view.ts'
import { differencesOf, hashSchema } from '../../archive/state-hash.ts'
import { SCHEMA_VERSIONS, type Schema } from '../../archive/tables.ts'
import { ReadoutError } from '../../model/errors.ts'
import { makeFolders } from '../keep-file.ts'
import { type BackupContents, damaged, refused } from './contents.ts'
import { type OpenBackup, openBackup, rowsIn, tryFile } from './read-backup.ts'
import { makeWholeFolder } from './whole-folder.ts'

export interface RestoreOptions {
  /** False: the folder is one of our own, whatever the environment says of the desk's store. */
  readonly isDesk?: boolean
  readonly onTable?: (table: { readonly schema: string; readonly name: string; readonly rows: number }) => void
}

/** Restores into a folder that is not there yet, or is empty. Throws BACKUP_REFUSED, BACKUP_DAMAGED, DESK_NEWER, FILE_MISSING. */
export async function restoreBackup(
  dir: string,
  target: string,
  { onTable, isDesk = true }: RestoreOptions = {},
): Promise<BackupContents> {
  if (isDesk && storeUrl() !== undefined) {
    throw refused(
      target,
      'a desk is restored into a folder; run this without a store, then carry it with "readout move"',
    )
  }
  const backup = await openBackup(dir)
  const { contents } = backup
  refuseNewer(dir, contents)
  const restore = async (part: string): Promise<void> => {
    for (const { path, bytes, table } of contents.files) {
      const wrong = await tryFile(dir, path, backup.sums.get(path) ?? '', bytes)
      if (wrong !== undefined) throw damaged(dir, `${path}: ${wrong}`)
      if (table) continue
      await makeFolders(dirname(join(part, path)))
      await copyFile(join(dir, path), join(part, path))
    }
    for (const schema of ['truth', 'derived', 'state'] as const) {
      if (contents.schemas[schema] && contents.schemas[schema].version > 0) {
        await fillSchema(backup, part, schema, onTable)
      }
    }
    await compare(backup, part)
  }
  await makeWholeFolder(target, restore, 0o777)
  await bringForward(target, contents)
  return contents
}

function refuseNewer(dir: string, { schemas }: BackupContents): void {
  for (const schema of ['truth', 'derived', 'state'] as const) {
    const version = schemas[schema]?.version ?? 0
    if (version <= SCHEMA_VERSIONS[schema]) continue
    const what = `a backup of a newer Readout (${schema} ${version} > ${SCHEMA_VERSIONS[schema]})`
    throw new ReadoutError('DESK_NEWER', `${dir}: ${what}; use that Readout to restore it`)
  }
}

async function fillSchema(
  { dir, contents }: OpenBackup,
  part: string,
  schema: Schema,
  onTable: RestoreOptions['onTable'],
): Promise<void> {
  const filling = await openFilling(part, schema, contents.schemas[schema]?.version ?? 0)
  try {
    for (const { path, table } of contents.files) {
      if (table?.schema !== schema) continue
      let count = 0
      for await (const rows of rowsIn(dir, path, table.columns)) {
        filling.add(table.name, table.columns, rows)
        count += rows.length
      }
      onTable?.({ schema, name: table.name, rows: count })
    }
    filling.end()
    if (schema === 'state') await chmod(join(part, 'state.db'), 0o600)
  } catch (error) {
    throw error instanceof RowBroken ? damaged(dir, error.message) : error
  } finally {
    filling.close()
  }
}

// What lies on the disk now, read from there, against what lay on the desk.
async function compare({ dir, contents }: OpenBackup, part: string): Promise<void> {
  const view = openSqliteView(part)
  try {
    for (const schema of ['truth', 'derived', 'state'] as const) {
      const told = contents.schemas[schema]
      if (!told) continue
      const found = await hashSchema(view, schema)
      if (found.digest === told.digest) continue
      const tables = differencesOf(told, found).map(
        ({ name, rows }) => `${name} (${rows[0]} rows, ${rows[1]} restored)`,
      )
      throw damaged(dir, `what was restored is not what was on the desk: ${schema}, ${tables.join(', ')}`)
    }
  } finally {
    await view.close()
  }
  for (const file of ['truth', 'derived', 'state']) {
    for (const end of ['-wal', '-shm']) await rm(join(part, `${file}.db${end}`), { force: true }) // of the look just taken: empty
  }
}

// Makes of it what this version knows, and writes what search looks into where the backup has none of it. The changes that come now
// are numbered as those were that came after the backup: they are of another epoch.
async function bringForward(target: string, { schemas, files }: BackupContents): Promise<void> {
  const store = await openStore(target)
  try {
    if (!schemas.derived) return
    const { derived } = await store.kysely()
    await derived.transaction().execute(async (trx) => {
      await beginEpoch(trx)
      if (!files.some(({ table }) => table?.isSearch)) await fillSearch(trx)
    })
  } finally {
    store.close()
  }
}
