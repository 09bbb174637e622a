// A small invented web for tests: addresses that answer as told, a clock that only moves when somebody waits, and a log of
// who was asked when.
import { createHash } from 'node:crypto'
import type { Fetched, FetchRequest } from '../../ingest/fetch.ts'
import type { Header, Hop } from '../../model/capture.ts'
import { ReadoutError } from '../../model/errors.ts'
import type { Feed } from '../../model/feed.ts'
import type { Desk } from '../desk.ts'
import { DEFAULTS, type Settings } from '../settings.ts'
import type { Clock } from './clock.ts'
import type { Asked, Following } from './following.ts'

/** What an address answers: words, a status, a redirect, or no answer at all. */
export interface Page {
  readonly status?: number
  readonly body?: string
  readonly headers?: readonly Header[]
  readonly to?: string // a redirect, 302 unless told
  readonly fails?: true
}

export interface StandInWeb {
  readonly following: Following
  readonly log: { readonly url: string; readonly at: number; readonly etag?: string }[]
  readonly asked: Asked[]
  readonly clock: Clock & { move(ms: number): void }
  set(url: string, page: Page | undefined): void
}

/** Addresses that are not named answer 404; so does every robots.txt. A body of "feed: A B" is a feed that leads to A and B. */
export function standInWeb(
  desk: Pick<Desk, 'store'>,
  pages: Readonly<Record<string, Page>>,
  settings: Partial<Settings> = {},
): StandInWeb {
  const web = new Map(Object.entries(pages))
  const log: StandInWeb['log'] = []
  const asked: Asked[] = []
  let now = Date.parse('2031-03-03T10:00:00.000Z')
  const clock = {
    now: () => now,
    async sleep(ms: number) {
      now += ms
      await new Promise((resolve) => setImmediate(resolve))
    },
    move(ms: number) {
      now += ms
    },
  }
  let holders = 0
  const fetch = async (request: FetchRequest): Promise<Fetched> => {
    const hops: Hop[] = []
    for (let url = request.url; ; ) {
      if (hops.length > 0) {
        const verdict = await request.isAllowedHop?.(url)
        if (verdict !== undefined && verdict !== true) {
          return { hops, sent: [], outcome: { kind: 'refused', by: 'robots', reason: String(verdict) } }
        }
      }
      const isTheirs = url === (request.from ?? request.url) // what told versions apart goes to who gave it
      log.push({ url, at: now, ...(request.etag !== undefined && isTheirs && { etag: request.etag }) })
      const { status = 200, body = '', headers = [], to, fails } = web.get(url) ?? { status: 404, body: 'not here' }
      if (fails) return { hops, sent: [], outcome: { kind: 'failed', code: 'FETCH_CONNECT', reason: 'no answer' } }
      const etag = headers.find(([name]) => name === 'etag')?.[1]
      if (etag !== undefined && etag === request.etag && isTheirs) {
        return { hops: [...hops, { url, status: 304, headers }], sent: [], outcome: { kind: 'unchanged' } }
      }
      hops.push({ url, status: to ? (status === 200 ? 302 : status) : status, headers })
      if (!to) {
        const bytes = new TextEncoder().encode(body)
        const payload = createHash('sha256').update(bytes).digest('hex')
        const [first] = hops
        const moved = first?.status === 301 ? { moved: url } : {}
        const wait = headers.find(([name]) => name === 'retry-after')?.[1]
        const later = wait === undefined ? {} : { retryAfterMs: 1000 * Number(wait) }
        return { hops, sent: [], outcome: { kind: 'answered', payload }, bytes, body: bytes, ...moved, ...later }
      }
      url = to
    }
  }
  const following: Following = {
    desk,
    settings: { ...DEFAULTS, inFlight: 1, ...settings },
    clock,
    fetcher: { fetch, close: async () => {} },
    feeds: { parse: async (bytes, { url }) => parse(new TextDecoder().decode(bytes), url), close: async () => {} },
    nextHolder: () => {
      holders += 1
      return `holder ${holders}`
    },
    random: () => 0.5,
    onAsked: (one) => void asked.push(one),
  }
  return { following, log, asked, clock, set: (url, page) => void (page ? web.set(url, page) : web.delete(url)) }
}

function parse(text: string, url: string): Feed {
  if (!text.startsWith('feed:')) throw new ReadoutError('FEED_UNKNOWN', `${url}: no feed`)
  const links = text.slice(5).trim().split(/\s+/).filter(Boolean)
  const items = links.map((link) => {
    const [address = '', updated] = link.split('@')
    const named = { id: address, link: address, title: { value: `About ${address}`, type: 'text/plain' } }
    const rest = { links: [], authors: [], contributors: [], categories: [], content: [], enclosures: [], credits: [] }
    return { ...named, ...rest, lacks: [], ...(updated && { updated: { given: updated, at: updated } }) }
  })
  const head = { links: [], authors: [], contributors: [], categories: [] }
  return {
    ...head,
    kind: 'rss',
    encoding: 'utf-8',
    title: { value: 'The Courier', type: 'text/plain' },
    items,
    notes: [],
  }
}
