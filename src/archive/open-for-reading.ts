// door: database
// A desk whose folder or files may not be written: another user's, or one on a medium that is read-only.
import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { ReadoutError } from '../model/errors.ts'
import { type Connection, connect } from './connection.ts'
import type { Attached } from './prepare-file.ts'
import { SCHEMA_VERSIONS } from './tables.ts'

/** True where all files are there and one of them, or their folder, may not be written. */
export function isForReading(paths: readonly string[]): boolean {
  return paths.every((path) => existsSync(path)) && [...paths, ...paths.map(dirname)].some((path) => !mayWrite(path))
}

/**
 * One connection that only reads. A file without a journal is taken as it lies: nothing beside it can be made. A journal
 * that is there has the latest rows and is read as well. Throws DESK_NEWER, STORE_FAILED, STORE_DAMAGED.
 */
export function openForReading(
  files: readonly { readonly schema: 'truth' | 'derived'; readonly path: string }[],
  patienceMs?: number,
): Connection {
  const attached = files.map(
    ({ schema, path }): Attached => ({ schema, path, readOnly: true, isFixed: !hasJournal(path) }),
  )
  const connection = connectTo(attached, patienceMs)
  try {
    for (const { schema, path } of files) {
      const version = Number(connection.rows(`pragma ${schema}.user_version`)[0]?.user_version)
      if (version !== SCHEMA_VERSIONS[schema]) throw otherVersion(path, version, SCHEMA_VERSIONS[schema])
    }
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

// A journal without its index is what a killed process leaves; SQLite has to make the index before it can read.
function connectTo(files: readonly Attached[], patienceMs?: number): Connection {
  try {
    return connect(files, { ...(patienceMs !== undefined && { patienceMs }) })
  } catch (error) {
    const left = files.find(({ path }) => hasJournal(path) && !existsSync(`${path}-shm`))
    if (!left) throw error
    const what = 'the folder may not be written, and a journal was left in it that has to be folded in first'
    const cure = 'open the desk once where it may be written, or copy the folder to where you may'
    throw new ReadoutError('STORE_FAILED', `${left.path}: ${what}; ${cure}`, { cause: error })
  }
}

/** True where a journal with rows lies beside the file. */
export function hasJournal(path: string): boolean {
  return (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function otherVersion(path: string, version: number, known: number): ReadoutError {
  if (version > known) {
    const cure = 'use that Readout, or give this one another desk'
    return new ReadoutError('DESK_NEWER', `${path}: written by a newer Readout (${version} > ${known}); ${cure}`)
  }
  const cure = 'open it once where it may be written, or copy the folder to where you may'
  return new ReadoutError('STORE_FAILED', `${path}: written by an older Readout, and it may not be written; ${cure}`)
}
