// Redirects of an archive wait for the answer that they led to: each is a record of its own there, and a hop of one
// capture here.
import type { Hop } from '../../model/capture.ts'
import { headerOf } from '../../model/header.ts'

/** What led to an answer: its hops, the first one first, and the ids by which that one's request is found. */
export interface Led {
  readonly hops: readonly Hop[]
  readonly asked?: readonly string[]
}

export interface Redirects {
  /** Remembers a redirect with what led to it; false where it leads nowhere. */
  add(hop: Hop, asked: readonly string[]): boolean
  /** What led to the address; it is not given again. */
  take(url: string, at: string | undefined): Led
}

const LATEST = 256 // waiting at once; a crawler follows a redirect soon or never
const WITHIN = 120_000 // ms from one answer to the next: as long as one fetch may take in all
const MOST = 20 // hops, as many as browsers follow

/** None yet. */
export function makeRedirects(): Redirects {
  const waiting = new Map<string, Led>() // by the address that they lead to
  const take = (url: string, at: string | undefined): Led => {
    const led = waiting.get(url)
    waiting.delete(url)
    const apart = Math.abs(Date.parse(at ?? '') - Date.parse(led?.hops.at(-1)?.at ?? ''))
    return led && apart <= WITHIN ? led : { hops: [] }
  }
  return {
    add(hop, asked) {
      const location = headerOf(hop.headers, 'location')
      const url = location === undefined ? null : URL.parse(location, hop.url)
      if (!url) return false
      url.hash = ''
      const before = take(hop.url, hop.at)
      const led = before.hops.length < MOST ? before : { hops: [] }
      waiting.set(url.href, { asked, ...led, hops: [...led.hops, hop] })
      const [oldest] = waiting.keys()
      if (waiting.size > LATEST && oldest !== undefined) waiting.delete(oldest)
      return true
    },
    take,
  }
}
