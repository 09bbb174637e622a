// door: files
// A backup: all rows of a desk as they were at one moment, whatever is written meanwhile, in files that any tool can read.
import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { makeRowChecks } from '../../archive/backup/check-rows.ts'
import { writeRows } from '../../archive/backup/row-lines.ts'
import type { Breach } from '../../archive/breach.ts'
import { headOfView } from '../../archive/log.ts'
import { joinTables, makeTableHash, type TableHash } from '../../archive/state-hash.ts'
import type { Row } from '../../archive/statement.ts'
import { pagesOf, type Table, type View } from '../../archive/view.ts'
import type { Desk } from '../desk.ts'
import { listManifests, listStamps, MANIFESTS } from '../manifests/list-manifests.ts'
import { ABOUT, type BackupContents, type BackupFile, CONTENTS, FORMAT, SUMS } from './contents.ts'
import { makeWholeFolder } from './whole-folder.ts'

export interface BackupOptions {
  readonly by: string // the Readout that makes it
  /** False: without what can be made again from the truth, which takes long. */
  readonly hasDerived?: boolean
  readonly onTable?: (table: { readonly schema: string; readonly name: string; readonly rows: number }) => void
}

export interface WrittenBackup {
  readonly contents: BackupContents
  /** What is harmed on the desk itself, and so in its backup. */
  readonly harmed: readonly Breach[]
}

/** Writes a backup into a folder that is not there yet. It is there when all of it is on the disk. Throws BACKUP_REFUSED. */
export async function writeBackup(
  desk: Pick<Desk, 'dir' | 'store' | 'now'>,
  path: string,
  options: BackupOptions,
): Promise<WrittenBackup> {
  return await makeWholeFolder(path, async (part) => {
    const at = desk.now()
    const view = await desk.store.view()
    try {
      const { schemas, files, harmed } = await writeTables(view, part, options)
      files.push(...(await copyFiles(desk.dir, part)))
      const contents = { format: FORMAT, made: { at, by: options.by }, log: await logOf(view), schemas, files } as const
      await writeEnd(part, contents)
      return { contents, harmed }
    } finally {
      await view.close()
    }
  })
}

async function logOf(view: View): Promise<BackupContents['log']> {
  const { number, before } = await headOfView(view)
  return { number, next: before }
}

async function writeTables(
  view: View,
  part: string,
  { hasDerived = true, onTable }: BackupOptions,
): Promise<{ schemas: BackupContents['schemas']; files: BackupFile[]; harmed: Breach[] }> {
  const files: BackupFile[] = []
  const harmed: Breach[] = []
  const checks = makeRowChecks()
  const schemas: BackupContents['schemas'] = {}
  const write = async (table: Table, folder: string, isSearch = false): Promise<TableHash> => {
    const hash = makeTableHash(table)
    const name = `${folder}/${table.name}.rows.gz`
    const { schema, columns } = table
    const written = await writePart(
      join(part, name),
      rowsOf(view, table, (page) => {
        hash.add(page)
        if (table.schema === 'truth') harmed.push(...checks.add(table.name, page))
      }),
    )
    const hashed = hash.end()
    onTable?.({ schema, name: table.name, rows: hashed.rows })
    const told = { schema, name: table.name, columns: [...columns], ...(isSearch && { isSearch: true as const }) }
    files.push({ path: name, ...written, table: told })
    return hashed
  }
  for (const schema of ['truth', 'derived', 'state'] as const) {
    if (schema === 'derived' && !hasDerived) continue
    await mkdir(join(part, schema), { mode: 0o700 })
    const hashes: TableHash[] = []
    for (const table of await view.tables(schema)) {
      if (await hasRows(view, table)) hashes.push(await write(table, schema))
    }
    const { digest, tables } = joinTables(hashes)
    schemas[schema] = { version: await view.version(schema), digest, tables: [...tables] }
    if (schema !== 'derived') continue
    await mkdir(join(part, 'search'), { mode: 0o700 })
    for (const table of await view.searchTables()) {
      if (await hasRows(view, table)) await write(table, 'search', true)
    }
  }
  return { schemas, files, harmed: [...harmed, ...checks.end()] }
}

async function hasRows(view: View, { schema, name }: Table): Promise<boolean> {
  return (await view.rows(`select 1 as one from ${schema}."${name}" limit 1`)).length > 0
}

async function* rowsOf(
  view: View,
  table: Table,
  onPage: (page: readonly Row[]) => void,
): AsyncGenerator<string | Uint8Array> {
  for await (const page of pagesOf(view, table)) {
    onPage(page)
    yield* writeRows(page, table.columns)
  }
}

const PIECE = 2 ** 18 // bytes written at a time
const FAST = 1 // five times as fast as the best on reports, for a twentieth more

async function writePart(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    await pipeline(pieces, createGzip({ level: FAST, chunkSize: PIECE }), async (packed: AsyncIterable<Uint8Array>) => {
      for await (const piece of packed) {
        hash.update(piece)
        bytes += piece.byteLength
        await file.appendFile(piece)
      }
    })
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

// What lies in the desk's folder beside its store: its settings, and the manifests of its days with their time stamps.
async function copyFiles(dir: string, part: string): Promise<BackupFile[]> {
  const files: BackupFile[] = []
  const copy = async (name: string): Promise<void> => {
    files.push({ path: name, ...(await writeSynced(join(part, name), await readFile(join(dir, name)))) })
  }
  const names = await readdir(dir).catch((): string[] => []) // of a desk in a database there may be no folder
  if (names.includes('settings.json')) await copy('settings.json')
  const days = await listManifests(dir)
  if (days.length > 0) await mkdir(join(part, MANIFESTS), { mode: 0o700 })
  for (const { name } of days) await copy(`${MANIFESTS}/${name}`)
  if (days.length > 0) for (const name of await listStamps(dir)) await copy(`${MANIFESTS}/${name}`)
  return files
}

async function writeEnd(part: string, contents: BackupContents): Promise<void> {
  const about = await writeSynced(join(part, ABOUT), aboutOf(contents))
  const end = await writeSynced(join(part, CONTENTS), `${JSON.stringify(contents, undefined, 1)}\n`)
  const sums = [...contents.files, { path: CONTENTS, ...end }, { path: ABOUT, ...about }]
  await writeSynced(join(part, SUMS), sums.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join(''))
}

async function writeSynced(path: string, text: string | Uint8Array): Promise<{ bytes: number; sha256: string }> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  return { bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function aboutOf({ made, log, schemas }: BackupContents): string {
  const derived = schemas.derived
    ? ''
    : '\nWhat is made from reports is left out; the first command on the restored desk makes it again.'
  return `A backup of a Readout desk, made ${made.at} by ${made.by}, up to entry ${log.number} of its log.${derived}

It holds accounts, the digests of passwords and the addresses of subscribers: keep it as you keep the desk.

Try it:      readout check THIS-FOLDER           or, without Readout: sha256sum -c SHA256SUMS
Restore it:  readout restore THIS-FOLDER --desk NEW-FOLDER

Each .rows.gz is a table: after gunzip, a line of JSON a row, a list of values in the order of "columns" in contents.json.
{"bytes": n} among the values means n bytes that follow the line as they are, with a line feed after them; {"integer": "n"} is
a whole number that is too large for most readers of JSON.
`
}
