// door: database
// Connections for Kysely, made when they are needed. One that went while nobody used it is made anew without a word, where what is
// asked was not begun yet: the beginning of a transaction, and every question of those who only read.
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg, { type ClientConfig, type PoolClient } from 'pg'
import { CONNECT_MS } from './make-client.ts'
import { asStoreError, isLost } from './postgres-errors.ts'
import { type Limits, type Purpose, STATEMENT_MS, settingsOf } from './sessions.ts'
import { toPostgres } from './to-postgres.ts'
import { toParameter, types } from './values.ts'

export interface PoolOptions extends Limits {
  readonly url: string
  readonly place: string
  readonly purpose: Purpose
}

export interface OpenPool extends PostgresPool {
  end(): Promise<void>
}

const READERS = 3

// To wait for one's turn takes as long as it takes: each statement has its limit. To connect has one of its own.
class PatientClient extends pg.Client {
  constructor(config: ClientConfig) {
    super({ ...config, connectionTimeoutMillis: CONNECT_MS })
    this.on('error', () => {}) // between two questions of a transaction; the next one is told
  }
}

/** The connections of one purpose. Their errors are ReadoutErrors where they are none of ours. */
export function openPool({ url, place, purpose, ...limits }: PoolOptions): OpenPool {
  const pool = new pg.Pool({
    connectionString: url,
    max: purpose === 'reader' ? READERS : 1,
    Client: PatientClient as typeof pg.Client,
    keepAlive: true,
    allowExitOnIdle: true,
    application_name: `readout ${purpose}`,
    query_timeout: (limits.statementMs ?? STATEMENT_MS.writer) + CONNECT_MS,
    types,
  })
  pool.on('error', () => {}) // one that idled: the pool makes another
  const ready = new WeakSet<object>()
  const take = async (): Promise<PoolClient> => {
    const client = await pool.connect()
    if (ready.has(client)) return client
    try {
      await client.query(settingsOf(purpose, limits))
    } catch (error) {
      client.release(true)
      throw error
    }
    ready.add(client)
    return client
  }
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect(): Promise<PostgresPoolClient> {
      let client: PoolClient | undefined = await take().catch((error: unknown) => {
        throw asStoreError(error, place)
      })
      let lost = false
      let isWithin = false
      const query = async (sql: string, parameters: readonly unknown[] = []): Promise<unknown> => {
        const isBegun = isWithin
        if (sql.startsWith('begin')) isWithin = true
        if (sql === 'commit' || sql === 'rollback') isWithin = false
        try {
          client ??= await take()
          return await ask(client, sql, parameters)
        } catch (error) {
          if (!isLost(error)) throw asStoreError(error, place)
          const isHarmless = !isBegun && (sql.startsWith('begin') || purpose === 'reader')
          if (!isHarmless || !client) {
            lost = true
            throw asStoreError(error, place)
          }
          client.release(true)
          client = undefined
        }
        try {
          client = await take()
          return await ask(client, sql, parameters)
        } catch (error) {
          lost ||= isLost(error)
          throw asStoreError(error, place)
        }
      }
      return { query: query as PostgresPoolClient['query'], release: () => client?.release(lost) }
    },
  }
}

function ask(client: PoolClient, sql: string, parameters: readonly unknown[]): Promise<unknown> {
  const text = toPostgres(sql)
  if (parameters.length === 0) return client.query(text)
  const name = nameOf(client, text)
  return client.query({ text, values: parameters.map(toParameter), ...(name !== undefined && { name }) })
}

const NAMED = 200 // statements that the server keeps for a connection: to read and plan one anew takes longer than many a write
const names = new WeakMap<object, Map<string, string>>()

function nameOf(client: object, sql: string): string | undefined {
  const own = names.get(client) ?? new Map<string, string>()
  names.set(client, own)
  const known = own.get(sql)
  if (known !== undefined || own.size >= NAMED) return known
  own.set(sql, `k${own.size}`)
  return own.get(sql)
}
