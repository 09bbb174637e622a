// What an honest host answers at a time: robots.txt, its feed, a page in the version that stands then, where a page has
// moved to, that it is gone. A function of the plan and the time alone, so that a judge can ask it again.
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib'
import { type Asked, type Coding, type Host, type Page, type Stand, versionAt } from './stand.ts'
import { writeFeed } from './write-feed.ts'
import { writePage } from './write-page.ts'

export interface Answer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
  readonly changed?: number // when what was asked for last changed
  readonly page?: Page
  readonly version?: number // of the page
}

export interface Request {
  readonly path: string
  readonly time: number
  readonly origin: string // of the host, with its port
  readonly accept: string // the codings that the other side takes
}

/** What the path of a host is. */
export function askedOf(host: Host, path: string): Asked {
  if (path === '/robots.txt') return 'robots'
  if (path === host.feed.path) return 'feed'
  return findPage(host, path) ? 'page' : 'other'
}

export function findPage({ pages }: Host, path: string): Page | undefined {
  return pages.find((page) => page.path === path || page.moved?.to === path)
}

/** The answer to a request without conditions, still without validators. */
export function answerAt(stand: Stand, host: Host, { path, time, origin, accept }: Request): Answer {
  if (path === '/robots.txt') return answerRobots(host)
  if (path === host.feed.path) {
    const { type, text, changed } = writeFeed(host, time, origin)
    return coded(host.coding, accept, {
      status: 200,
      headers: [['content-type', type]],
      body: Buffer.from(text),
      changed,
    })
  }
  const page = findPage(host, path)
  const version = page ? versionAt(page, time) : -1
  if (!page || version < 0) return plain(404, 'There is nothing here.')
  const { moved, gone } = page
  if (gone && gone.at <= time) return { ...plain(gone.status, 'This report is gone.'), page }
  const hasMoved = moved !== undefined && moved.at <= time
  if (hasMoved && path !== moved.to) {
    return { status: moved.status, headers: [['location', origin + moved.to]], body: Buffer.alloc(0), page }
  }
  if (!hasMoved && path !== page.path) return plain(404, 'There is nothing here yet.')
  const body = writePage(stand, host, page, version, path)
  const headers = [['content-type', 'text/html; charset=utf-8']] as const
  return coded(host.coding, accept, { status: 200, headers, body, changed: page.versions[version] ?? 0, page, version })
}

export function plain(status: number, text: string): Answer {
  return { status, headers: [['content-type', 'text/plain; charset=utf-8']], body: Buffer.from(`${text}\n`) }
}

function answerRobots({ robots }: Host): Answer {
  if (robots === 'missing') return plain(404, 'There is nothing here.')
  const rules = { open: 'Disallow:', partly: 'Disallow: /closed/', slow: 'Crawl-delay: 20\nDisallow: /closed/' }[robots]
  return plain(200, `# How to read us\nUser-agent: *\n${rules}\n`)
}

function coded(coding: Coding, accept: string, answer: Answer): Answer {
  if (coding === 'identity' || !accept.includes(coding)) return answer
  const body = CODERS[coding](answer.body)
  return { ...answer, body, headers: [...answer.headers, ['content-encoding', coding]] }
}

const CODERS: Readonly<Record<Exclude<Coding, 'identity'>, (body: Buffer) => Buffer>> = {
  gzip: (body) => gzipSync(body, { level: 1 }),
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } }),
  zstd: (body) => zstdCompressSync(body),
}
