// door: network
// A desk as pages: on this machine for one person or for those who sign in, on any other address for those who sign in.
import type { FastifyInstance } from 'fastify'
import { openAccounts } from '../desk/accounts/open-accounts.ts'
import { nameOfPerson } from '../desk/accounts/person.ts'
import type { Deciding } from '../desk/decide.ts'
import { openLeaning } from '../desk/editions/open-leaning.ts'
import { loadSettings } from '../desk/load-settings.ts'
import { openEditions } from '../desk/open-editions.ts'
import { openStatus, type Status } from '../desk/ops/open-status.ts'
import { makePages } from '../desk/pages.ts'
import { findKept } from '../desk/review/find-kept.ts'
import { refusedPage } from '../desk/views/accounts.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Happening, Tell } from '../model/happening.ts'
import { isLoopback } from './allowed-host.ts'
import { closesInTime } from './close-in-time.ts'
import { makeServer } from './make-server.ts'
import { type Answered, makeMeters } from './meters.ts'
import { listRoutes } from './routes.ts'

export interface ServeOptions {
  readonly port: number // 0 picks a free one
  readonly host?: string // default 127.0.0.1
  /** Is told what whoever keeps the desk should know: requests, faults of ours, passwords that travel in the open. */
  readonly tell?: Tell
  readonly status?: Status
}

export interface Served {
  readonly url: string // where the edition is
  /** Takes no more, and breaks off what is still under way after so many milliseconds. Gives back how much that was. */
  close(withinMs?: number): Promise<number>
}

const CLOSE_MS = 10_000

/** Listens until closed. Throws PORT_TAKEN, ACCOUNT_NEEDED, naming the cure. */
export async function serve(
  desk: Deciding,
  { port, host = '127.0.0.1', tell = () => {}, status = openStatus(desk) }: ServeOptions,
): Promise<Served> {
  const { publicAddress, proxies } = await loadSettings(desk.dir)
  const accounts = await openAccounts(desk, nameOfPerson())
  const isOpen = !isLoopback(host) || publicAddress !== undefined
  if (isOpen && !(await accounts.isShared())) throw wantAccount(publicAddress ?? host)
  if (isOpen && !publicAddress?.startsWith('https:')) tell({ what: 'warning', level: 'warn', words: IN_THE_OPEN })
  const editions = openEditions(desk)
  const pages = makePages(desk, { editions })
  const meters = makeMeters()
  let isStopping = false
  const operated = { status, meters, isStopping: () => isStopping }
  const server = await makeServer(listRoutes(pages, desk, { editions, operated }), {
    host,
    accounts,
    refused: refusedPage,
    notice: (address, shell) => findKept(desk, shell, address),
    leaning: openLeaning(desk),
    proxies,
    isPatient: true,
    alarms: () => status.known()?.alarms.length,
    onFault: (fault, asked) => tell({ what: 'fault', level: 'error', words: `${asked} failed: ${wordsOf(fault)}` }),
    onAnswered(answered) {
      meters.count(answered)
      tell(tellAnswered(answered))
    },
    ...(publicAddress !== undefined && { publicAddress }),
  })
  const closeInTime = closesInTime(server)
  try {
    await server.listen({ port, host })
  } catch (error) {
    await Promise.all([server.close(), editions.close()])
    throw explain(error, port, host)
  }
  return {
    url: addressOf(server, host),
    async close(withinMs = CLOSE_MS) {
      isStopping = true
      const [brokenOff] = await Promise.all([closeInTime(withinMs), editions.close()])
      return brokenOff
    },
  }
}

function wordsOf(fault: unknown): string {
  return fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)
}

function tellAnswered({ method, route, status, seconds }: Answered): Happening {
  const milliseconds = Math.round(seconds * 1000)
  return { what: 'request', level: status >= 500 ? 'warn' : 'info', facts: { method, route, status, milliseconds } }
}

const IN_THE_OPEN =
  'passwords travel unencrypted to this address; put a proxy with TLS before it, and its address as publicAddress into settings.json'

function wantAccount(where: string): ReadoutError {
  const cure = 'make an account first ("readout account add NAME --role admin")'
  return new ReadoutError('ACCOUNT_NEEDED', `${where}: others could read and change this desk there; ${cure}`)
}

function addressOf(server: FastifyInstance, host: string): string {
  const address = server.server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const shown = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port ?? 0}`
}

function explain(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    const cure = 'stop what uses it, or choose another with --port (--port 0 picks a free one)'
    return new ReadoutError('PORT_TAKEN', `port ${port} on ${host} is taken; ${cure}`, { cause: error })
  }
  if (code === 'EACCES') {
    const cure = 'choose one above 1023 with --port'
    return new ReadoutError('PORT_TAKEN', `port ${port} may not be used by you; ${cure}`, { cause: error })
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new ReadoutError('USAGE', `${host}: no address of this machine; leave --host out for 127.0.0.1`, {
      cause: error,
    })
  }
  return error
}
