// door: worker thread
// The other side of the bridge: one connection, one question at a time. A connection that is gone is made anew and the question
// asked again, once: all that is asked here is read only. Within a transaction it is not, since the state that it looked at is
// gone with the connection.
import type { MessagePort } from 'node:worker_threads'
import { workerData } from 'node:worker_threads'
import type { Client } from 'pg'
import { makeClient } from './make-client.ts'
import { isLost, type PlainError, plainOf } from './postgres-errors.ts'

export interface Question {
  readonly id: number
  readonly sql: string
  readonly parameters: readonly unknown[]
  readonly isWithin: boolean // a transaction that was begun before
}

export type Answer =
  | {
      readonly id: number
      readonly names: readonly string[]
      readonly rows: readonly (readonly unknown[])[]
      readonly changes: number
    }
  | { readonly id: number; readonly error: PlainError; readonly isAway: boolean }

export interface Bridged {
  readonly url: string
  readonly statementMs: number
  readonly flag: Int32Array
  readonly port: MessagePort
}

const { url, statementMs, flag, port } = workerData as Bridged
const NAMED = 500 // statements that the server keeps for this connection; the archive has fewer
let client: Client | undefined
let names = new Map<string, string>()
let isAway = false // no connection could be made

port.on('message', (question: Question) => void answer(question))

async function answer(question: Question): Promise<void> {
  const found = await ask(question).catch((error: unknown): Answer => {
    return { id: question.id, error: plainOf(error), isAway: isAway && isLost(error) }
  })
  port.postMessage(found, 'rows' in found ? buffersIn(found.rows) : [])
  Atomics.store(flag, 0, 1)
  Atomics.notify(flag, 0)
}

async function ask(question: Question): Promise<Answer> {
  const wasOpen = client !== undefined
  try {
    if (question.isWithin && !client) throw new Error('Connection terminated within a transaction')
    client ??= await connect()
    return await query(client, question)
  } catch (error) {
    if (!isLost(error)) throw error
    void client?.end().catch(() => {})
    client = undefined
    if (!wasOpen || question.isWithin) throw error
    client = await connect()
    return await query(client, question)
  }
}

async function connect(): Promise<Client> {
  isAway = true
  const made = await makeClient(url, 'reader', { statementMs })
  isAway = false
  names = new Map()
  made.on('error', () => {
    if (client === made) client = undefined // between two questions: the next one connects again
  })
  return made
}

async function query(from: Client, { id, sql, parameters }: Question): Promise<Answer> {
  let name = names.get(sql)
  if (name === undefined && names.size < NAMED) {
    name = `q${names.size}`
    names.set(sql, name)
  }
  const result = await from.query<unknown[], unknown[]>({
    text: sql,
    values: [...parameters],
    rowMode: 'array',
    ...(name !== undefined && { name }),
  })
  return { id, names: result.fields.map((field) => field.name), rows: result.rows, changes: result.rowCount ?? 0 }
}

// Bytes are handed over, not copied again.
function buffersIn(rows: readonly (readonly unknown[])[]): ArrayBuffer[] {
  return rows.flatMap((row) =>
    row.flatMap((value) => (value instanceof Uint8Array ? [value.buffer as ArrayBuffer] : [])),
  )
}
