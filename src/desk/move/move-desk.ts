// door: files
// A whole desk carried from one store to another, either way: every row as it lies, from one unchanging view. It is there when both
// hold the same, table by table; before that nothing is. The desk that was stays as it is.
import { existsSync } from 'node:fs'
import { chmod, copyFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openFilling } from '../../archive/backup/fill-files.ts'
import { headOf, headOfView } from '../../archive/log.ts'
import { hasStore, openStore } from '../../archive/open-store.ts'
import { openDatabaseFilling } from '../../archive/postgres/fill-database.ts'
import { placeOf } from '../../archive/postgres/store-url.ts'
import { fillSearch } from '../../archive/search/fill-search.ts'
import { openSqliteView } from '../../archive/sqlite-view.ts'
import { differencesOf, hashSchema, joinTables, makeTableHash, type StateHash } from '../../archive/state-hash.ts'
import type { Store } from '../../archive/store.ts'
import { SCHEMA_VERSIONS, type Schema } from '../../archive/tables.ts'
import { pagesOf, type Table, type View } from '../../archive/view.ts'
import { ReadoutError } from '../../model/errors.ts'
import { makeWholeFolder } from '../backup/whole-folder.ts'

export interface Moved {
  readonly hash: StateHash // of both
  readonly upTo: number // the last entry of the log that was carried
  /** The last entry of the desk that was, where somebody went on working on it meanwhile. */
  readonly wentOn?: number
}

export interface MoveOptions {
  readonly onTable?: (table: { readonly schema: Schema; readonly name: string; readonly rows: number }) => void
}

/**
 * Moves the desk in a folder or database, named by its URL, to a folder that is not there yet or a database that holds nothing.
 * Throws NOT_A_DESK, BACKUP_REFUSED, STORE_FAILED where both do not hold the same in the end, and as `openStore`.
 */
export async function moveDesk(from: string, to: string, options: MoveOptions = {}): Promise<Moved> {
  if (!isUrl(from) && !hasStore(from)) throw new ReadoutError('NOT_A_DESK', `${from}: there is no desk here`)
  if (isUrl(to)) placeOf(to) // a URL that cannot be read is said to be before anything is opened
  const store = await openStore(from, { url: isUrl(from) ? from : null, make: false })
  try {
    const view = await store.view()
    try {
      const hash = isUrl(to)
        ? await moveToDatabase(view, to, options)
        : await moveToFolder(view, to, { ...options, ...(!isUrl(from) && { beside: from }) })
      const upTo = (await headOfView(view)).number
      const { number } = headOf(store)
      return { hash, upTo, ...(number > upTo && { wentOn: number }) }
    } finally {
      await view.close()
    }
  } finally {
    store.close()
  }
}

function isUrl(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place)
}

const SCHEMAS = ['truth', 'derived', 'state'] as const

/** Takes the rows of one table, page by page. */
type Take = (table: Table, rows: Awaited<ReturnType<View['rows']>>) => void | Promise<void>

// Every row of a schema goes by once: it is carried and summed up in one reading.
async function carry(view: View, schema: Schema, take: Take, { onTable }: MoveOptions): Promise<StateHash[Schema]> {
  const hashes = []
  for (const table of await view.tables(schema)) {
    const hash = makeTableHash(table)
    for await (const page of pagesOf(view, table)) {
      hash.add(page)
      await take(table, page)
    }
    const summed = hash.end()
    hashes.push(summed)
    if (summed.rows > 0) onTable?.({ schema, name: table.name, rows: summed.rows })
  }
  return joinTables(hashes)
}

async function moveToDatabase(view: View, url: string, options: MoveOptions): Promise<StateHash> {
  const place = placeOf(url)
  const made = await openStore(place, { url })
  made.close()
  const filling = await openDatabaseFilling(url, place)
  try {
    const take: Take = (table, rows) => filling.add(table, rows)
    const hash = {
      truth: await carry(view, 'truth', take, options),
      derived: await carry(view, 'derived', take, options),
      state: await carry(view, 'state', take, options),
    }
    await filling.restore()
    await fillSearch(filling.db)
    for (const schema of SCHEMAS) compare(place, schema, hash[schema], await hashSchema(filling.view, schema))
    await filling.commit()
    return hash
  } finally {
    await filling.close()
  }
}

async function moveToFolder(
  view: View,
  dir: string,
  { beside, ...options }: MoveOptions & { readonly beside?: string },
): Promise<StateHash> {
  const fill = async (part: string): Promise<StateHash> => {
    const move = async (schema: Schema): Promise<StateHash[Schema]> => {
      if ((await view.version(schema)) === 0) return joinTables([])
      const filling = await openFilling(part, schema, SCHEMA_VERSIONS[schema])
      try {
        const take: Take = (table, rows) => filling.add(table.name, table.columns, rows)
        const hash = await carry(view, schema, take, options)
        if (schema === 'derived') {
          for (const table of await view.searchTables()) {
            for await (const page of pagesOf(view, table)) await take(table, page)
          }
        }
        filling.end()
        return hash
      } finally {
        filling.close()
      }
    }
    const hash = { truth: await move('truth'), derived: await move('derived'), state: await move('state') }
    if (existsSync(join(part, 'state.db'))) await chmod(join(part, 'state.db'), 0o600)
    if ((await view.searchTables()).length === 0) await fillSearchIn(part)
    await compareFiles(part, hash)
    const settings = beside === undefined ? undefined : join(beside, 'settings.json')
    if (settings !== undefined && existsSync(settings)) await copyFile(settings, join(part, 'settings.json'))
    return hash
  }
  return await makeWholeFolder(dir, fill, 0o777)
}

async function fillSearchIn(part: string): Promise<void> {
  const store: Store = await openStore(part, { url: null })
  try {
    const { derived } = await store.kysely()
    await derived.transaction().execute(fillSearch)
  } finally {
    store.close()
  }
}

// What lies on the disk now, read from there, against what went by.
async function compareFiles(part: string, hash: StateHash): Promise<void> {
  const view = openSqliteView(part)
  try {
    for (const schema of SCHEMAS) compare(part, schema, hash[schema], await hashSchema(view, schema))
  } finally {
    await view.close()
  }
  for (const file of SCHEMAS) {
    for (const end of ['-wal', '-shm']) await rm(join(part, `${file}.db${end}`), { force: true }) // of the look just taken: empty
  }
}

function compare(place: string, schema: Schema, was: StateHash[Schema], is: StateHash[Schema]): void {
  if (was.digest === is.digest) return
  const tables = differencesOf(was, is).map(({ name, rows }) => `${name} (${rows[0]} rows, ${rows[1]} there)`)
  const cure = 'nothing was left there; the desk that was is as it was'
  throw new ReadoutError(
    'STORE_FAILED',
    `${place}: not the same came as was sent: ${schema}, ${tables.join(', ')}; ${cure}`,
  )
}
