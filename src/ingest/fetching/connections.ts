// door: network
// The connections that are open. One carries one request at a time; a few wait a little for the next request to the same
// origin. What is closed or broken is never handed out again.
import { Client } from 'undici'
import { type GuardSettings, type Link, makeLink } from './connect-guarded.ts'

export interface Connection {
  readonly origin: string
  readonly client: Client
  readonly link: Link
  isUsed: boolean // has carried a request before
}

export interface Connections {
  take(origin: string, isFresh?: boolean): Connection
  giveBack(connection: Connection): void
  drop(connection: Connection, error: Error): void
  close(): void
}

// Over its cap undici makes an error with its stack for each further line: sixteen thousand of them in one piece stopped the
// process for half a second. So the watch, and whoever reads the head, keep the cap; undici only what comes between two looks,
// since it puts a long line together anew with each piece.
const HEAD_AT_ONCE = 1024 * 1024
const MOST_WAITING = 16
const WAIT_MS = 10_000 // twice the pace at which one host is asked

/** No connection is opened before one is asked for. */
export function makeConnections(guard: GuardSettings): Connections {
  const busy = new Set<Connection>()
  const waiting: Connection[] = [] // the latest last

  const drop = (connection: Connection, error: Error): void => {
    busy.delete(connection)
    connection.link.isDropped = true
    connection.link.socket?.destroy(error)
    connection.client.destroy(error).catch(() => {}) // it is gone either way
  }

  const open = (origin: string): Connection => {
    const link = makeLink(guard)
    const client = new Client(origin, {
      connect: link.connect,
      allowH2: false,
      useMilo: false, // whatever the environment says
      pipelining: 1,
      maxHeaderSize: HEAD_AT_ONCE,
      headersTimeout: 0, // the times are kept where a request is made
      bodyTimeout: 0,
      keepAliveTimeout: WAIT_MS,
      keepAliveMaxTimeout: WAIT_MS,
    })
    return { origin, client, link, isUsed: false }
  }

  return {
    take(origin, isFresh = false) {
      const at = isFresh ? -1 : waiting.findLastIndex((one) => one.origin === origin && !one.client.destroyed)
      const connection = at < 0 ? open(origin) : (waiting.splice(at, 1)[0] ?? open(origin))
      busy.add(connection)
      return connection
    },
    giveBack(connection) {
      if (!busy.delete(connection)) return
      connection.isUsed = true
      waiting.push(connection)
      const eldest = waiting.length > MOST_WAITING ? waiting.shift() : undefined
      if (eldest) drop(eldest, new Error('let go'))
    },
    drop,
    close() {
      for (const connection of [...busy, ...waiting.splice(0)]) drop(connection, new Error('the fetcher was closed'))
    },
  }
}
