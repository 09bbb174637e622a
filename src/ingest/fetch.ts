// door: network, clock
// The one place from which a request leaves: for feeds, pages and robots.txt alike. Redirects are followed by hand,
// each hop vetted anew. Whatever the world does is an outcome with a reason; docs/decisions/0020-fetching.md.
import { networkInterfaces } from 'node:os'
import type { Header, Hop, Outcome, Wanted } from '../model/capture.ts'
import { askHop } from './fetching/ask-hop.ts'
import { conditionsFor } from './fetching/conditional.ts'
import { type Resolve, resolveByLookup } from './fetching/connect-guarded.ts'
import { makeConnections } from './fetching/connections.ts'
import { DEFAULT_CAPS, DEFAULT_PORTS, type FetchCaps } from './fetching/fetch-caps.ts'
import { parseNetworks } from './fetching/guard-address.ts'
import { judgeAnswer } from './fetching/judge-answer.ts'
import { isRedirect, leadOn } from './fetching/redirects.ts'
import { checkUserAgent, headersFor, headersForPost, type Post } from './fetching/request-headers.ts'
import { readRetryAfter } from './fetching/retry-after.ts'
import { vetUrl } from './fetching/vet-url.ts'

export interface FetchSettings {
  readonly userAgent: string // "Readout/0.1 (+contact)"
  readonly networks?: readonly string[] // ranges of addresses that are allowed beside the public internet; none
  readonly ports?: readonly number[] // default 80, 443, 8080, 8443
  readonly caps?: Partial<FetchCaps>
  readonly resolve?: Resolve // default: what the system knows
  readonly own?: () => readonly string[] // addresses of this machine, never asked; default: what the system knows
  readonly now?: () => number // for `at`
}

type Refused = Extract<Outcome, { kind: 'refused' }>

export interface FetchRequest {
  readonly url: string
  readonly what: Wanted
  readonly etag?: string
  readonly modified?: string
  readonly post?: Post // then no redirect is followed
  readonly from?: string // the address that gave `etag` and `modified`, where it is not `url`
  /** Asked before each hop after the first; false, or a reason in words, refuses it. */
  readonly isAllowedHop?: (url: string) => Promise<boolean | string | Refused>
  readonly signal?: AbortSignal
}

export interface Fetched {
  readonly hops: readonly Hop[]
  readonly outcome: Outcome
  readonly sent: readonly Header[] // the header lines of the first request; none where nothing went out
  readonly bytes?: Uint8Array // as received, still content-coded; their SHA-256 is the payload
  readonly body?: Uint8Array // decoded
  readonly moved?: string // where the permanent redirects lead that the chain began with
  readonly retryAfterMs?: number // as the last answer asks
}

export interface Fetcher {
  /** Never throws for what the world does. Rejects with the signal's reason when told to stop, or when closed meanwhile. */
  fetch(request: FetchRequest): Promise<Fetched>
  close(): Promise<void>
}

/** A fetcher with connections of its own. Throws SETTINGS_BROKEN for ranges or a user agent that are none. */
export function openFetcher(settings: FetchSettings): Fetcher {
  const { ports = DEFAULT_PORTS, resolve = resolveByLookup, own = listOwn, now = Date.now } = settings
  const userAgent = checkUserAgent(settings.userAgent)
  const caps: FetchCaps = { ...DEFAULT_CAPS, ...settings.caps }
  const networks = parseNetworks(settings.networks ?? [])
  const connections = makeConnections({ networks, own, resolve, connectMs: caps.connectMs })
  const closing = new AbortController()

  const follow = async (request: FetchRequest, signal: AbortSignal): Promise<Fetched> => {
    const hops: Hop[] = []
    let sent: readonly Header[] = []
    let leftMs = caps.totalMs
    let vetted = vetUrl(request.url, ports)
    for (;;) {
      if ('reason' in vetted) return { hops, sent, outcome: refused('guard', vetted.reason) }
      const { url } = vetted
      const forbidden = hops.length > 0 ? await whyNotHop(request, url.href, signal) : undefined
      if (forbidden) return { hops, sent, outcome: forbidden }
      signal.throwIfAborted()

      const begun = performance.now()
      const conditions = conditionsFor(url.href, { ...request, from: request.from ?? hops[0]?.url ?? url.href })
      const { post } = request
      const headers = post ? headersForPost(userAgent, post) : headersFor(request.what, userAgent, conditions)
      const { hop, bytes, ending, isSent } = await askHop(
        connections,
        { url, headers, ...(post && { post: post.body }), endsAt: begun + leftMs, signal, now },
        caps,
      )
      leftMs -= performance.now() - begun
      if (hops.length === 0 && isSent)
        sent = [
          ['host', url.host],
          ['connection', 'keep-alive'],
          ...headers.filter(([name]) => name !== 'authorization'),
        ]
      if (hop) hops.push(hop)
      const retryAfterMs = hop && readRetryAfter(hop.headers, now())
      const told = { hops, sent, ...(retryAfterMs !== undefined && { retryAfterMs }) }
      if (ending) return { ...told, outcome: ending }
      if (!isRedirect(hop.status)) {
        return { ...told, ...(await judgeAnswer(hops, hop, { bytes, isConditional: conditions.length > 0, caps })) }
      }
      // what is posted, and the key with it, is for the one who was named
      if (post)
        return {
          ...told,
          outcome: failedBy(`the answer leads elsewhere (${hop.status}); what is posted is not sent on`),
        }
      const next = leadOn(hops, caps.redirects)
      if ('reason' in next) return { ...told, outcome: failedBy(next.reason) }
      vetted = vetUrl(next.location, ports, url)
    }
  }

  return {
    async fetch(request) {
      const signal = request.signal ? AbortSignal.any([request.signal, closing.signal]) : closing.signal
      signal.throwIfAborted()
      return follow(request, signal)
    },
    async close() {
      closing.abort(new Error('the fetcher was closed'))
      connections.close()
    },
  }
}

/** Why the next hop is not to be asked, by the one who asked for the first; undefined where it may be. */
async function whyNotHop(request: FetchRequest, url: string, signal: AbortSignal): Promise<Refused | undefined> {
  const verdict = await stoppable(request.isAllowedHop?.(url) ?? Promise.resolve(true), signal)
  if (verdict === true) return undefined
  return typeof verdict === 'object' ? verdict : refused('robots', verdict || `${url} is not to be asked for`)
}

/** Waits for the promise, but not beyond the signal. */
async function stoppable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: stopped, reject } = Promise.withResolvers<never>()
  const abort = (): void => reject(signal.reason)
  signal.addEventListener('abort', abort)
  try {
    return await Promise.race([promise, stopped])
  } finally {
    signal.removeEventListener('abort', abort)
  }
}

function refused(by: 'guard' | 'robots', reason: string): Refused {
  return { kind: 'refused', by, reason }
}

function failedBy(reason: string): Outcome {
  return { kind: 'failed', code: 'FETCH_REDIRECTS', reason }
}

function listOwn(): string[] {
  return Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address))
}
