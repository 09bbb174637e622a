// door: process
// Serving until somebody ends it: Ctrl-C or a polite kill closes the server, so that the desk closes after it.
import { once } from 'node:events'
import type { Desk } from '../desk/desk.ts'
import { serve } from '../server/serve.ts'
import { print } from './output.ts'

/** Serves the desk until SIGINT or SIGTERM. Throws PORT_TAKEN. */
export async function keepServing(desk: Desk, options: { port: number; host?: string }): Promise<void> {
  const { url, close } = await serve(desk, options)
  await print(`serving ${desk.dir} on ${url} (Ctrl-C ends it)`)
  const ended = new AbortController()
  const { signal } = ended
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })])
  ended.abort() // a second Ctrl-C ends the process at once
  await close()
}
