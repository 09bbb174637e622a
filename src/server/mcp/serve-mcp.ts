// door: process
// The protocol over standard input and output, until the input ends.
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import type { Desk } from '../../desk/desk.ts'
import { makeMcp } from './make-mcp.ts'

/** Serves until the other side goes. */
export async function serveMcp(desk: Pick<Desk, 'store'>, version: string): Promise<void> {
  const server = makeMcp(desk, version)
  const closed = new Promise<void>((resolve) => {
    server.server.onclose = resolve
    process.stdin.once('end', resolve)
    process.stdin.once('close', resolve)
  })
  await server.connect(new StdioServerTransport())
  await closed
  await server.close()
}
