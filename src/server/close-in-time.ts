// door: clock
// A server that ends: it takes no more, lets what is under way come to its end within a limit, and breaks off what is left. Whoever only
// listens for news is let go at once; a browser comes back by itself.
import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** Closes the server, and gives back how many requests were broken off. */
export type CloseInTime = (withinMs: number) => Promise<number>

/** To be called before the server listens. */
export function closesInTime(server: FastifyInstance): CloseInTime {
  const listening = new Set<Socket>()
  let underWay = 0
  let isStopping = false
  server.addHook('onRequest', async () => {
    underWay += 1
  })
  server.addHook('onSend', async (request, reply) => {
    if (isStopping) reply.header('connection', 'close')
    if (!String(reply.getHeader('content-type')).startsWith('text/event-stream')) return
    const { socket } = request.raw
    listening.add(socket)
    socket.once('close', () => listening.delete(socket))
  })
  const end = async (): Promise<void> => {
    underWay -= 1
    if (isStopping) server.server.closeIdleConnections() // kept open for another request, which will not be answered
  }
  server.addHook('onResponse', end)
  return async (withinMs) => {
    isStopping = true
    for (const socket of listening) socket.destroy()
    let brokenOff = 0
    const timer = setTimeout(() => {
      brokenOff = Math.max(0, underWay)
      server.server.closeAllConnections()
    }, withinMs)
    await server.close()
    clearTimeout(timer)
    return brokenOff
  }
}
