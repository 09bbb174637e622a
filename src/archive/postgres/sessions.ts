// What each connection is told before its first question. Nothing rests on how the server or the database was set up.

/** What a connection is for. The writers wait for each other by these numbers: one writer a schema, as SQLite has it. */
export const LOCKS = { truth: 1, derived: 2, state: 3, diary: 3, making: 4 } as const

export type Purpose = 'truth' | 'derived' | 'state' | 'diary' | 'reader'

/** The space of the desk's advisory locks: "Read". Numbers from 100 on are free for others. */
export const LOCK_SPACE = 0x52_65_61_64

export const STATEMENT_MS = { reader: 60_000, writer: 600_000 } as const // the longest that one question may take
const IDLE_MS = 60_000 // a process that stopped within a transaction loses it after so long: others wait for its lock
const LOCK_MS = 30_000

/** The settings of a connection, as one statement. */
export function settingsOf(purpose: Purpose, { statementMs, patienceMs = LOCK_MS }: Limits): string {
  const isReader = purpose === 'reader'
  const limit = statementMs ?? (isReader ? STATEMENT_MS.reader : STATEMENT_MS.writer)
  const settings: readonly (readonly [name: string, value: string | number])[] = [
    ['search_path', 'readout, pg_catalog'],
    ['statement_timeout', limit],
    ['lock_timeout', patienceMs],
    ['idle_in_transaction_session_timeout', IDLE_MS],
    ['default_transaction_read_only', isReader ? 'on' : 'off'],
    // several questions of one transaction see one state; a writer sees what was written before it got its lock
    ['default_transaction_isolation', isReader ? 'repeatable read' : 'read committed'],
    // of what can be made again a power cut may take the last steps, and of the diary
    ['synchronous_commit', purpose === 'derived' || purpose === 'diary' ? 'off' : 'on'],
    ['jit', 'off'], // the questions are short: compiling them takes longer than answering
    ['standard_conforming_strings', 'on'],
    ['bytea_output', 'hex'],
    ['extra_float_digits', 1],
    ['timezone', 'UTC'],
    ['client_min_messages', 'warning'],
    // a machine that went away without a word is noticed within a minute
    ['tcp_keepalives_idle', 30],
    ['tcp_keepalives_interval', 10],
    ['tcp_keepalives_count', 3],
  ]
  return settings.map(([name, value]) => `set ${name} = ${name === 'search_path' ? value : `'${value}'`}`).join('; ')
}

export interface Limits {
  readonly statementMs?: number | undefined
  readonly patienceMs?: number | undefined
}
