// door: worker thread, database
// Searches, on a thread with a connection of its own: one common word can take a quarter of a second, in which a server would
// answer nobody.
import { parentPort, workerData } from 'node:worker_threads'
import { ReadoutError } from '../../model/errors.ts'
import { type Connection, connect } from '../connection.ts'
import type { Answered, Asked, Searchable } from './open-searcher.ts'
import { searchLines } from './search-lines.ts'

const db = await open(workerData as Searchable)
parentPort?.on('message', ({ number, wanted }: Asked) => {
  parentPort?.postMessage(answer(number, wanted))
})

function answer(number: Asked['number'], wanted: Asked['wanted']): Answered {
  try {
    return { number, found: searchLines(db, wanted) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return { number, message, ...(error instanceof ReadoutError && { code: error.code }) }
  }
}

async function open(searched: Searchable): Promise<Connection> {
  if (!('url' in searched)) return connect(searched)
  const { openBridge } = await import('../postgres/bridge.ts')
  const { connectOver } = await import('../postgres/postgres-connection.ts')
  return connectOver(openBridge(searched), searched.place)
}
