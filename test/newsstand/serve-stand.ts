// One server on one loopback address that is all hosts of a newsstand: it answers by the Host header and the virtual
// clock, honestly or as the host's vice has it, and logs each request.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type AccessLog, openAccessLog } from './access-log.ts'
import { answerAt, askedOf, plain } from './answer-at.ts'
import { send, withValidators } from './send.ts'
import type { Stand } from './stand.ts'
import { strikeOf } from './strike-of.ts'

export interface ServeOptions {
  readonly now: () => number // virtual
  readonly address?: string
  readonly dripMs?: number // real milliseconds between two bytes of what drips
  readonly logFile?: string
}

export interface ServedStand {
  readonly address: string
  readonly port: number
  readonly log: AccessLog
  close(): Promise<void>
}

/** Serves the newsstand until it is closed. */
export async function serveStand(stand: Stand, options: ServeOptions): Promise<ServedStand> {
  const { now, address = '127.0.0.2', dripMs = 1000, logFile } = options
  const hosts = new Map(stand.hosts.map((host) => [host.name, host]))
  const log = openAccessLog(now, logFile)
  const counts = new Map<string, number>()
  const server = createServer({ keepAliveTimeout: 1000 }, (request, response) => {
    const [name = '', port = '80'] = (request.headers.host ?? '').split(':')
    const host = hosts.get(name)
    const path = request.url ?? '/'
    const access = log.begin(request, response, { host: name, path, asked: host ? askedOf(host, path) : 'other' })
    if (!host) return send(response, access, plain(421, 'No such host is served here.'))
    const count = counts.get(name) ?? 0 // requests to the host before this one, but for robots.txt
    if (access.asked !== 'robots') counts.set(name, count + 1)
    const origin = `http://${name}:${port}`
    const accept = String(request.headers['accept-encoding'] ?? '')
    const answer = answerAt(stand, host, { path, time: access.began, origin, accept })
    const struck = { stand, host, request, response, access, answer, origin, port: Number(port), count, dripMs }
    const strike = strikeOf(struck)
    if (strike) strike(struck)
    else send(response, access, withValidators(host, request, answer))
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, address, resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    address,
    port,
    log,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await log.close()
    },
  }
}
