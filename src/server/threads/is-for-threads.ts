// Which questions may be answered beside the thread that listens: pages and lists that take their time on a large desk, and only read.
import type { Route } from '../route.ts'

// Search has threads of its own and so have editions; what signs in, changes or streams stays where the connection is.
const PATHS: ReadonlySet<string> = new Set([
  '/',
  '/stories',
  '/story/:id',
  '/ledger',
  '/reports',
  '/people',
  '/person/:id',
  '/claim/:id',
  '/claim/:id/reports',
  '/claim/:id/near',
  '/report/:name',
  '/report/:name/changes',
  '/said/:id',
  '/api/claims',
  '/api/claims/:id',
  '/api/claims/:id/origins',
  '/api/claims/:id/reasons',
  '/api/claims/:id/timeline',
  '/api/claims/:id/appearances',
  '/api/claims/:id/stances',
  '/api/reports',
  '/api/reports/:name',
  '/api/said',
  '/api/said/:id',
  '/api/stories',
  '/api/stories/:id',
  '/api/people',
  '/api/people/:id',
])

/** True for a page or a list of these routes that is asked for whole, as HTML or JSON; rows are streamed, a page at a time. */
export function isForThreads({ method, path }: Pick<Route, 'method' | 'path'>, asked: AskedOf): boolean {
  if (method !== 'GET' || asked.method !== 'GET' || !PATHS.has(path)) return false
  const { accept = '' } = asked.headers
  return !/[?&]format=/.test(asked.url) && (path.startsWith('/api/') ? !/text\/csv|jsonl|ndjson/i.test(accept) : true)
}

interface AskedOf {
  readonly method: string // HEAD is answered by the route for GET too
  readonly url: string
  readonly headers: { readonly accept?: string | undefined }
}

/** The paths, to be held against the list of routes. */
export const THREAD_PATHS: Iterable<string> = PATHS
