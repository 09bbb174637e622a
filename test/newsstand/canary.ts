// Canaries: they listen on inner addresses at the newsstand's port and count who comes. Nobody must.
import { createServer, type Server, type Socket } from 'node:net'

export interface Canaries {
  readonly addresses: readonly string[] // on which one sits; an address that this machine lacks has none
  readonly visits: readonly string[]
  close(): Promise<void>
}

/** Sits down on each address at the port. */
export async function openCanaries(port: number, addresses = ['127.0.0.1', '127.0.0.9', '::1']): Promise<Canaries> {
  const visits: string[] = []
  const guests = new Set<Socket>()
  const servers = new Map<string, Server>()
  for (const address of addresses) {
    const server = createServer((socket) => {
      visits.push(`${address} port ${port}`)
      guests.add(socket)
      socket.on('error', () => {})
      socket.resume().end('HTTP/1.1 200 OK\r\nContent-Length: 6\r\nContent-Type: text/html\r\n\r\nsecret')
    })
    const isUp = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(port, address, () => resolve(true))
    })
    if (isUp) servers.set(address, server)
  }
  return {
    addresses: [...servers.keys()],
    visits,
    async close() {
      for (const guest of guests) guest.destroy()
      await Promise.all([...servers.values()].map((server) => new Promise((resolve) => server.close(resolve))))
    },
  }
}
