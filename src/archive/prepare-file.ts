// door: database
// A SQLite file attached with the settings the archive relies on, read back.
import type { DatabaseSync } from 'node:sqlite'
import { pathToFileURL } from 'node:url'
import { ReadoutError } from '../model/errors.ts'

export interface Attached {
  readonly schema: 'main' | 'truth' | 'derived' | 'state'
  readonly path: string
  readonly readOnly?: boolean
  readonly isFixed?: boolean // nobody writes it: read without a journal and without locks
  readonly isForgetful?: boolean // a power cut may take the last that was written
}

// Rows and what was remembered lie all over the file; but a process has up to three of these, and the system holds what it read as well.
const CACHE_KIB = 8 * 1024
const CHECKPOINT_PAGES = 4000
const SAFE_SQLITE = [3, 51, 3] as const // below, a checkpoint that races a commit drops committed rows

/** Throws STORE_FAILED where this SQLite can lose what was committed. */
export function refuseUnsafe(db: DatabaseSync): void {
  const version = String(db.prepare('select sqlite_version() as version').get()?.version)
  if (isSafeSqlite(version)) return
  const cure = 'run Node 24.15 or newer, which brings a mended one ("npm ci" installs it beside the project)'
  throw new ReadoutError('STORE_FAILED', `SQLite ${version} can lose committed rows; ${cure}`)
}

/** True from 3.51.3 on. */
export function isSafeSqlite(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, least] of SAFE_SQLITE.entries()) {
    const part = parts[i] ?? 0
    if (part !== least) return part > least
  }
  return true
}

/** Attaches the file. Throws STORE_FAILED where a setting does not hold. */
export function prepareFile(db: DatabaseSync, { schema, path, readOnly, isFixed, isForgetful }: Attached): void {
  if (schema !== 'main') {
    db.prepare(`attach ? as ${schema}`).run(
      pathToFileURL(path).href + (readOnly ? '?mode=ro' : '') + (isFixed ? '&immutable=1' : ''),
    )
  }
  const pragma = (name: string): unknown => Object.values(db.prepare(`pragma ${name}`).get() ?? {})[0]
  if (!readOnly && pragma(`${schema}.journal_mode`) !== 'wal') db.exec(`pragma ${schema}.journal_mode = wal`)
  // a power cut may take the last lines of what can be made again
  const safety = schema === 'derived' || isForgetful ? 'normal' : 'full'
  if (!readOnly) db.exec(`pragma ${schema}.synchronous = ${safety}`)
  if (schema === 'derived') db.exec(`pragma derived.cache_size = -${CACHE_KIB}`)
  if (schema === 'derived' && !readOnly) db.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
  db.exec('pragma foreign_keys = on')
  const settings = [
    ['journal_mode', isFixed ? 'wal' : pragma(`${schema}.journal_mode`), 'wal'],
    ['synchronous', pragma(`${schema}.synchronous`), readOnly || safety === 'full' ? 2 : 1],
    ['foreign_keys', pragma('foreign_keys'), 1],
  ]
  for (const [name, found, wanted] of settings) {
    if (found === wanted) continue
    const cure = 'keep the desk on a local disk; network folders cannot hold one'
    throw new ReadoutError('STORE_FAILED', `${path}: SQLite answers ${name}=${found}, not ${wanted}; ${cure}`)
  }
}
