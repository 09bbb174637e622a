// What SQLite's refusals mean to the person at the desk. Codes: https://sqlite.org/rescode.html (low byte).
import { ReadoutError } from '../model/errors.ts'

/** The error as one with a code and a cure; one that is a fault of ours comes back as it is. `place`: a desk or its file. */
export function asReadoutError(error: unknown, place: string): unknown {
  const code = sqliteCode(error)
  const said = error instanceof Error ? error.message : String(error)
  if (code === 5 || code === 6) {
    const cure = 'what was acknowledged is kept; run the command again when the other is done'
    return new ReadoutError(
      'DESK_BUSY',
      `${place}: another process is writing to the desk and did not end in time; ${cure}`,
      {
        cause: error,
      },
    )
  }
  if (code === 11 || code === 26) return damaged(place, said, error)
  if (code === 1 && OTHER_SCHEMA.test(said)) return damaged(place, said, error)
  if (code === 13) {
    const cure = 'free some space and run the command again; what was acknowledged is kept'
    return new ReadoutError('STORE_FAILED', `${place}: the disk is full; ${cure}`, { cause: error })
  }
  if (code === 8) {
    const cure = 'see that you may write to it, or copy it to where you may; what it holds can be read'
    return new ReadoutError('STORE_FAILED', `${place}: the desk may not be written; ${cure}`, { cause: error })
  }
  if (code === 10 && GROWING.has(extendedCode(error))) {
    const why = 'the disk, a quota or a limit on the size of files ("ulimit -f") is in the way'
    const cure = 'lift it and run the command again; what was acknowledged is kept'
    return new ReadoutError(
      'STORE_FAILED',
      `${place}: a file could not be written or grow (${said}): ${why}; ${cure}`,
      {
        cause: error,
      },
    )
  }
  if (code === 10 || code === 14) {
    const cure = 'see that the folder is on a local disk and that you may write to it'
    return new ReadoutError('STORE_FAILED', `${place}: the store cannot be read or written (${said}); ${cure}`, {
      cause: error,
    })
  }
  return error
}

// A bit of the schema that turned over. What we ask for is there in a file that our migrations made.
const OTHER_SCHEMA =
  /^(?:no such (?:table|column|index|trigger)|malformed database schema|table \S+ has no column named)/

/** A desk whose file is cut, overwritten or missing. `place` names the file where that is known, else the desk. */
export function damaged(place: string, what: string, cause?: unknown): ReadoutError {
  const cure = '"readout rebuild" remakes derived.db; truth.db has to come from a backup'
  return new ReadoutError('STORE_DAMAGED', `${place}: the store is damaged (${what}); ${cure}`, { cause })
}

/** True where another process holds the lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof ReadoutError && error.code === 'DESK_BUSY'
}

// SQLITE_IOERR_WRITE, _FSYNC, _TRUNCATE and _SHMSIZE: what a write ends in that is refused for another reason than space.
const GROWING: ReadonlySet<number | undefined> = new Set([778, 1034, 1546, 4874])

function sqliteCode(error: unknown): number | undefined {
  const code = extendedCode(error)
  return code === undefined ? undefined : code & 0xff
}

function extendedCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined
  return error.errcode
}
