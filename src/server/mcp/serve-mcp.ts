// door: process
// The protocol over standard input and output, until the input ends and what was asked is answered.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Desk } from '../../desk/desk.ts'
import { makeMcp } from './make-mcp.ts'

/** Serves until the other side goes, and answers first what it asked before. */
export async function serveMcp(desk: Pick<Desk, 'store'>, version: string): Promise<void> {
  const server = makeMcp(desk, version)
  const transport = new StdioServerTransport()
  const gone = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
  })
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve
  })
  await server.connect(transport)
  const answered = followRequests(transport)
  await Promise.race([closed, gone.then(answered)])
  await server.close()
}

const LONGEST_MS = 60_000 // for what was asked before the input ended

/** Counts what is asked and answered from now on; what comes back waits until nothing is open. */
function followRequests(transport: StdioServerTransport): () => Promise<void> {
  const open = new Set<unknown>()
  let tellDone = (): void => {}
  const hear = transport.onmessage?.bind(transport)
  transport.onmessage = (message) => {
    if ('method' in message && 'id' in message) open.add(message.id)
    // what was called off is never answered
    if ('method' in message && message.method === 'notifications/cancelled') open.delete(message.params?.requestId)
    hear?.(message)
  }
  const send = transport.send.bind(transport)
  transport.send = async (message) => {
    await send(message)
    if ('id' in message && !('method' in message)) open.delete(message.id)
    if (open.size === 0) tellDone()
  }
  return () =>
    new Promise((resolve) => {
      tellDone = resolve
      setTimeout(resolve, LONGEST_MS).unref()
      if (open.size === 0) resolve()
    })
}
