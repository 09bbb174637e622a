// A server on loopback for tests, that says byte for byte what it is told to, by path; and a fetcher that may ask it.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { type Fetcher, type FetchSettings, openFetcher } from '../fetch.ts'
import type { FetchCaps } from './fetch-caps.ts'

export type Script = (socket: Socket, head: string) => unknown

export interface RawServer {
  readonly port: number
  readonly url: string // without a path
  readonly asked: readonly string[] // the head of each request
  readonly connections: () => number
  close(): Promise<void>
}

/** Answers each request by the script of its path; without one, by a 404. */
export async function serveRaw(scripts: Readonly<Record<string, Script>>, host = '127.0.0.1'): Promise<RawServer> {
  const asked: string[] = []
  const open = new Set<Socket>()
  let connections = 0
  const server = createServer((socket) => {
    connections++
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {}) // the other side may hang up
    let text = ''
    socket.on('data', (bytes) => {
      text += bytes.toString('latin1')
      for (let end = text.indexOf('\r\n\r\n'); end >= 0; end = text.indexOf('\r\n\r\n')) {
        const head = text.slice(0, end)
        text = text.slice(end + 4)
        asked.push(head)
        const path = head.split(' ')[1]?.split('?')[0] ?? ''
        const script = scripts[path] ?? ((one) => one.write(plain('404 Not Found', 'no such page')))
        script(socket, head)
      }
    })
  })
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    asked,
    connections: () => connections,
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** A whole answer with a length. */
export function plain(status: string, body: string | Uint8Array, ...headers: string[]): Buffer {
  const bytes = Buffer.from(body)
  const lines = [`HTTP/1.1 ${status}`, `content-length: ${bytes.length}`, ...headers]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), bytes])
}

/** A fetcher that may ask this machine, with caps that a test can wait for. */
export function openLocal(
  ports: readonly number[],
  caps: Partial<FetchCaps> = {},
  more: Partial<FetchSettings> = {},
): Fetcher {
  return openFetcher({
    userAgent: 'Readout/0.1 (+test)',
    networks: ['127.0.0.0/8', '::1/128'],
    ports,
    caps: { connectMs: 2000, idleMs: 500, totalMs: 4000, ...caps },
    ...more,
  })
}
