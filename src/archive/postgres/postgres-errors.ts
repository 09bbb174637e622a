// What PostgreSQL's refusals mean to the person at the desk. Codes: https://www.postgresql.org/docs/15/errcodes-appendix.html
import { ReadoutError } from '../../model/errors.ts'

/** An error as it is sent between threads. */
export interface PlainError {
  readonly message: string
  readonly code?: string | undefined
}

/** The error as one with a code and a cure; one that is a fault of ours comes back as it is. */
export function asStoreError(error: unknown, place: string): unknown {
  if (error instanceof ReadoutError) return error
  const { code = '', message } = plainOf(error)
  const say = (what: string, cure: string, own: ReadoutError['code'] = 'STORE_FAILED'): ReadoutError =>
    new ReadoutError(own, `${place}: ${what}; ${cure}`, { cause: error })
  if (isLost(error)) {
    const cure = 'see that it runs and can be reached from here; what was acknowledged is kept'
    return say(`the database is away (${message})`, cure, 'STORE_AWAY')
  }
  if (BUSY.has(code)) {
    const cure = 'what was acknowledged is kept; run the command again when the other is done'
    return say('another process is writing to the desk and did not end in time', cure, 'DESK_BUSY')
  }
  if (code === '57014') return say('a question took too long and was ended', 'try again when the database is less busy')
  if (code === '53100') {
    return say('the disk of the database is full', 'free some space there; what was acknowledged is kept')
  }
  if (code === '54000') {
    const cure = 'leave out the report or the address that has it'
    return say(`something is longer than the database takes (${message})`, cure)
  }
  if (code === '53300') return say('the database has no connection left', 'raise its max_connections or stop a worker')
  if (code === '25006') return say('the database may not be written', 'name the one that takes writes')
  if (code === '3D000') return say('there is no such database', 'make one with "createdb --encoding=UTF8"')
  if (code === '28P01' || code.startsWith('28')) {
    return say('the database refused the user or the password', 'see the URL of the store, ~/.pgpass and pg_hba.conf')
  }
  if (code === '42501') {
    const cure = 'let its owner say "grant create on database … to …", or use the user that made the desk'
    return say(`the user may not do that there (${message})`, cure)
  }
  if (code.startsWith('XX')) {
    const cure = '"readout rebuild" remakes what is derived; the truth has to come from a backup'
    return say(`the database is damaged (${message})`, cure, 'STORE_DAMAGED')
  }
  return error instanceof Error ? error : Object.assign(new Error(message), { code })
}

/** True where the connection is gone, or was never had: what was asked may be asked again of a new one. */
export function isLost(error: unknown): boolean {
  if (error instanceof ReadoutError) return error.code === 'STORE_AWAY'
  const { code = '', message } = plainOf(error)
  return code.startsWith('08') || LOST.has(code) || LOST_WORDS.test(message)
}

// a lock not had in time, a deadlock, a change that came in between
const BUSY: ReadonlySet<string> = new Set(['55P03', '40P01', '40001'])

const LOST: ReadonlySet<string> = new Set([
  '57P01', // the server is being stopped
  '57P02',
  '57P03', // it is starting
  '57P05', // it waited too long for us
  '25P03', // the same, within a transaction
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ENOENT', // no socket there
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EPIPE',
])

// the driver has no codes for these; a plan that no longer fits, since the tables came forward, goes with its connection as well
const LOST_WORDS =
  /^Connection terminated|^timeout expired$|^Query read timeout$|^Client has encountered a connection error|^timeout exceeded when trying to connect$|^cached plan must not change result type$/

/** The error as it can be sent between threads. Of several addresses tried, the first one's. */
export function plainOf(error: unknown): PlainError {
  if (error instanceof AggregateError && error.errors.length > 0) return plainOf(error.errors[0])
  if (typeof error !== 'object' || error === null || !('message' in error)) return { message: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  return { message: String(error.message), code }
}
