// door: database
// A file of a desk made, or brought forward to the schema of today.
import { statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { ReadoutError } from '../model/errors.ts'
import { connect } from './connection.ts'
import { isBusy } from './store-errors.ts'
import { SCHEMA_VERSIONS, type Schema } from './tables.ts'

// As long as SQLite itself would wait: making a file's journal does not wait by itself, and what does has waited when it fails. A desk
// whose holder was frozen while it closed a file was else waited for fifty times as long.
const PATIENCE_MS = 5000
const AGAIN_MS = 100

/** Of a file, in bytes; 0 where there is none. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** The version of the schema in a file; 0 where it is missing or empty. Throws DESK_BUSY, STORE_DAMAGED, STORE_FAILED. */
export async function versionOf(path: string): Promise<number> {
  if (sizeOf(path) === 0) return 0
  const file = await patiently(() => connect([{ schema: 'main', path }]))
  try {
    return Number(file.rows('pragma user_version')[0]?.user_version)
  } finally {
    file.close()
  }
}

/** Makes the tables of a file, or migrates them. Throws DESK_NEWER, DESK_BUSY, STORE_DAMAGED, STORE_FAILED. */
export async function bringForward(schema: Schema, path: string): Promise<void> {
  const file = await patiently(() => connect([{ schema: 'main', path }]))
  try {
    const version = Number(file.rows('pragma user_version')[0]?.user_version)
    const known = SCHEMA_VERSIONS[schema]
    if (version > known) {
      const cure = 'use that Readout, or give this one another desk'
      throw new ReadoutError('DESK_NEWER', `${path}: written by a newer Readout (${version} > ${known}); ${cure}`)
    }
    if (version === known) return
    const { migrate } = await import('./migrate.ts')
    await migrate(schema, file)
  } finally {
    file.close()
  }
}

async function patiently<T>(work: () => T): Promise<T> {
  for (const end = performance.now() + PATIENCE_MS; ; ) {
    try {
      return work()
    } catch (error) {
      if (!isBusy(error) || performance.now() >= end) throw error
      await pause(AGAIN_MS)
    }
  }
}
