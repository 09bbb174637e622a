// door: database
// The files of a desk written anew, so that no byte of what was deleted is left in their free pages or in their journals.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ReadoutError } from '../model/errors.ts'
import { connect } from './connection.ts'
import { isBusy } from './store-errors.ts'
import type { Schema } from './tables.ts'

const SCHEMAS = ['truth', 'derived', 'state'] as const

/**
 * Writes each file anew and empties its journal. It takes as much free space as the largest file has, and waits for whoever is at
 * work. Throws DESK_BUSY where somebody goes on reading what was.
 */
export async function scrubFiles(dir: string, of?: Schema): Promise<void> {
  for (const schema of SCHEMAS) {
    const path = join(dir, `${schema}.db`)
    if (of !== undefined && of !== schema) continue
    if (existsSync(path)) await scrub(path)
  }
}

const TRIES = 100 // of 100 ms

// A reader that looks at a state of before keeps the journal from being emptied; none does for long.
async function scrub(path: string): Promise<void> {
  const file = connect([{ schema: 'main', path }])
  try {
    for (let tries = 1; ; tries++) {
      const isDone = tryOnce(() => file.rows('vacuum'))
      if (isDone) break
      if (tries >= TRIES) throw busy(path)
      await pause(100)
    }
    for (let tries = 1; ; tries++) {
      const [row] = file.rows('pragma wal_checkpoint(truncate)')
      if (row?.busy === 0) return
      if (tries >= TRIES) throw busy(path)
      await pause(100)
    }
  } finally {
    file.close()
  }
}

function tryOnce(work: () => unknown): boolean {
  try {
    work()
    return true
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
}

function busy(path: string): ReadoutError {
  const cure = 'stop what is at work on the desk and run "readout remove --close"'
  return new ReadoutError('DESK_BUSY', `${path}: another process is reading what was removed; ${cure}`)
}
