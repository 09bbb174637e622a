// door: worker thread, clock
// Questions to PostgreSQL that are answered before the next line runs, as SQLite answers: one worker thread holds the connection
// and this thread sleeps until it has the answer. It only reads. Linking asks its shelf so, in the middle of a pass.
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { ReadoutError } from '../../model/errors.ts'
import type { Answer, Bridged, Question } from './bridge-worker.ts'
import { asStoreError, type PlainError } from './postgres-errors.ts'
import { STATEMENT_MS } from './sessions.ts'

export interface Bridge {
  /** The answer to one question, in the order in which they are asked. Throws ReadoutError, STORE_AWAY without a connection. */
  ask(question: Omit<Question, 'id'>): Rows
  close(): void
}

export interface Rows {
  readonly names: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
  readonly changes: number
}

export interface BridgeOptions {
  readonly url: string
  readonly place: string
  /** The longest that one question may take. */
  readonly statementMs?: number
}

const GRACE_MS = 10_000 // beyond the server's own limit: to connect, and for the answer to come
const FAST_MS = 1000 // after a failure to connect, all questions fail at once for so long, instead of each waiting again

/** Opens the bridge. The thread and the connection are begun by the first question. */
export function openBridge({ url, place, statementMs = STATEMENT_MS.reader }: BridgeOptions): Bridge {
  const flag = new Int32Array(new SharedArrayBuffer(4))
  let open: { readonly worker: Worker; readonly port: MessagePort } | undefined
  let count = 0
  let away: { readonly until: number; readonly error: PlainError } | undefined

  const start = () => {
    const { port1: port, port2 } = new MessageChannel()
    const file = new URL(`./bridge-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    const workerData: Bridged = { url, statementMs, flag, port: port2 }
    const worker = new Worker(file, { workerData, transferList: [port2] })
    worker.unref()
    port.unref()
    worker.on('error', () => {}) // the question that waits is told so by its limit
    return { worker, port }
  }
  const stop = (): void => {
    open?.port.close()
    void open?.worker.terminate()
    open = undefined
  }
  const wait = (id: number, port: MessagePort): Answer | undefined => {
    const end = performance.now() + statementMs + GRACE_MS
    for (;;) {
      const left = end - performance.now()
      if (left <= 0 || Atomics.wait(flag, 0, 0, left) === 'timed-out') return undefined
      Atomics.store(flag, 0, 0)
      const answer = receiveMessageOnPort(port)?.message as Answer | undefined
      if (answer?.id === id) return answer
    }
  }

  return {
    ask(question) {
      if (away && performance.now() < away.until) throw asStoreError(away.error, place)
      open ??= start()
      count += 1
      Atomics.store(flag, 0, 0)
      open.port.postMessage({ id: count, ...question } satisfies Question)
      const answer = wait(count, open.port)
      if (!answer) {
        stop()
        throw new ReadoutError('STORE_AWAY', `${place}: the database did not answer in time; see that it runs`)
      }
      if ('rows' in answer) {
        away = undefined
        return answer
      }
      if (answer.isAway) away = { until: performance.now() + FAST_MS, error: answer.error }
      throw asStoreError(answer.error, place)
    },
    close: stop,
  }
}
