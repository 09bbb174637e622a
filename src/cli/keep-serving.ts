// door: process
// Serving until somebody ends it: Ctrl-C or a polite kill closes the server, so that the desk closes after it.
import { once } from 'node:events'
import { type Background, workInBackground } from '../desk/background.ts'
import type { Desk } from '../desk/desk.ts'
import { readVersion } from '../desk/read-version.ts'
import { serve } from '../server/serve.ts'
import { print, warn } from './output.ts'

/** Serves the desk until SIGINT or SIGTERM, and follows its sources meanwhile unless told not to. Throws PORT_TAKEN. */
export async function keepServing(
  desk: Desk,
  { fetch: isFollowing = true, ...options }: { port: number; host?: string; fetch?: boolean },
): Promise<void> {
  let background: Background | undefined
  const { url, close } = await serve({ ...desk, nudge: () => background?.nudge() }, { ...options, onWarning: warn })
  if (!desk.store.isReadOnly) background = workInBackground(desk, readVersion(), { isFollowing, onFault: warn })
  await print(`serving ${desk.dir} on ${url} (Ctrl-C ends it)`)
  const ended = new AbortController()
  const { signal } = ended
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })])
  ended.abort() // a second Ctrl-C ends the process at once
  await background?.end()
  await close()
}
