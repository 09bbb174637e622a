// `readout backup` and `readout restore`, and what `readout check BACKUP` prints.
import { checkBackup } from '../desk/backup/check-backup.ts'
import { checkCopies } from '../desk/backup/check-copies.ts'
import type { BackupContents } from '../desk/backup/contents.ts'
import { nameInFolder } from '../desk/backup/name-backup.ts'
import { restoreBackup } from '../desk/backup/restore-backup.ts'
import { tryRestore } from '../desk/backup/try-restore.ts'
import { writeBackup } from '../desk/backup/write-backup.ts'
import { keepManifest } from '../desk/manifests/keep-manifest.ts'
import { ReadoutError } from '../model/errors.ts'
import { print, printJson, warn } from './output.ts'
import { warnOfBreaches } from './warn-of-breaches.ts'
import { withDeskAsItIs } from './with-desk.ts'

interface BackupOptions {
  readonly desk: string
  readonly in?: string
  readonly derived: boolean
  readonly json?: true
}

/** Writes a backup; 1 where something on the desk is harmed, which is then in the backup as it is. */
export async function backup(
  folder: string | undefined,
  { desk: dir, in: into, derived, json }: BackupOptions,
  version: string,
): Promise<0 | 1> {
  if ((folder === undefined) === (into === undefined)) {
    throw new ReadoutError('USAGE', 'name either a new folder for the backup or, with --in, the folder to make one in')
  }
  return await withDeskAsItIs(dir, async (desk) => {
    await keepManifest(desk)
    const path = folder ?? nameInFolder(into ?? '', desk.now())
    const { contents, harmed } = await writeBackup(desk, path, { by: `readout@${version}`, hasDerived: derived })
    if (json) await printJson({ backup: path, ...headOf(contents), harmed })
    else {
      await printHead(contents)
      await print(`backed up to ${path}`)
    }
    warnOfBreaches(harmed)
    if (harmed.length > 0)
      warn('this was harmed on the desk before; the backup has it as it is, so keep the one before it too')
    return harmed.length > 0 ? 1 : 0
  })
}

/** Restores a desk, or with `check` only tries whether it could be; 1 where what came back does not hold. */
export async function restore(
  folder: string,
  { desk: dir, check, json }: { readonly desk: string; readonly check?: true; readonly json?: true },
): Promise<0 | 1> {
  if (!check) {
    const contents = await restoreBackup(folder, dir)
    if (json) await printJson({ desk: dir, ...headOf(contents) })
    else {
      await printHead(contents)
      await print(`restored to ${dir}, with the same digests`)
    }
    return 0
  }
  const { contents, breaches } = await tryRestore(folder)
  if (json) await printJson({ ...headOf(contents), breaches })
  else {
    await printHead(contents)
    warnOfBreaches(breaches)
    await print(
      breaches.length > 0 ? 'it can be restored, but not all of it holds' : 'it can be restored, and all of it holds',
    )
  }
  return breaches.length > 0 ? 1 : 0
}

/** Tries a backup by itself, and against copies of manifests where some are named; 1 where anything does not hold. */
export async function checkFolder(
  folder: string,
  { json, manifest: copies = [] }: { readonly json?: true; readonly manifest?: readonly string[] },
): Promise<0 | 1> {
  const { contents, breaches: own } = await checkBackup(folder)
  const isHeld = contents !== undefined && copies.length > 0 // without its contents nothing can be held against anything
  const breaches = isHeld ? [...own, ...(await checkCopies(folder, copies))] : own
  if (json) await printJson({ ...(contents && headOf(contents)), breaches })
  else {
    if (contents) await printHead(contents)
    warnOfBreaches(breaches)
    const whole = isHeld ? 'the backup is whole, and its log is what the manifests vouch for' : 'the backup is whole'
    await print(breaches.length > 0 ? 'the backup is harmed' : whole)
  }
  return breaches.length > 0 ? 1 : 0
}

interface Head {
  readonly made: BackupContents['made']
  readonly log: BackupContents['log']
  readonly digests: Readonly<Record<string, string>>
  readonly rows: Readonly<Record<string, number>>
}

function headOf({ made, log, schemas }: BackupContents): Head {
  const known = Object.entries(schemas)
  return {
    made,
    log,
    digests: Object.fromEntries(known.map(([schema, { digest }]) => [schema, digest])),
    rows: Object.fromEntries(
      known.map(([schema, { tables }]) => [schema, tables.reduce((sum, { rows }) => sum + rows, 0)]),
    ),
  }
}

async function printHead(contents: BackupContents): Promise<void> {
  const { made, log, digests, rows } = headOf(contents)
  await print(`as of ${made.at}, up to entry ${log.number} of the log`)
  for (const [schema, digest] of Object.entries(digests)) await print(`${schema}: ${rows[schema]} rows, ${digest}`)
  if (!contents.schemas.derived) await print('derived: left out; the first command on the restored desk makes it again')
}
