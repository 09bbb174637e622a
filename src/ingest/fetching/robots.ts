// May a page be asked for, by the robots.txt of its site (RFC 9309)? robots-parser groups the rules and finds the longest that
// matches; before that the lines are put in one spelling, since it compares %61 and a, [ and %5B, or "Readout bot" and Readout as
// they are written, and since what it may cost has to be bounded.
import robotsParser from 'robots-parser'
import { normalisePath } from './normalise-path.ts'

export interface Robots {
  /** Why the address is not to be asked for; undefined where it may be. */
  readonly whyNot: (url: string) => string | undefined
  readonly crawlDelayMs?: number // how long to wait between two requests, as the site asks
  readonly sitemaps: readonly string[]
}

interface Parsed {
  isAllowed(url: string, agent: string): boolean | undefined
  getMatchingLineNumber(url: string, agent: string): number
  getCrawlDelay(agent: string): number | undefined
}

/** The name that a robots.txt calls us by; our user agent begins with it. */
export const PRODUCT = 'Readout'

const READ = 500 * 1024 // RFC 9309, 2.5: what has to be read; the rest is not
const LONGEST = 1_000 // characters of a rule or of a path that are compared
const STARRED = 20_000 // characters of rules with a wildcard, some 600 rules: each costs as many steps as the path is long
const LONGEST_DELAY_MS = 24 * 60 * 60 * 1000

const parse = robotsParser as unknown as (url: string, text: string) => Parsed // its types cannot be called under nodenext

/** The rules for us in a robots.txt. `url` is its address. Never throws; what it cannot read is no rule. */
export function parseRobots(url: string, bytes: Uint8Array): Robots {
  const sitemaps: string[] = []
  const budget = { starred: STARRED }
  const lines = splitLines(bytes).map((line) => rewrite(line, budget, sitemaps))
  const parsed = parse(url, lines.join('\n'))
  const delay = parsed.getCrawlDelay(PRODUCT)
  return {
    sitemaps,
    ...(delay !== undefined && delay >= 0 && { crawlDelayMs: Math.min(delay * 1000, LONGEST_DELAY_MS) }),
    whyNot(page) {
      const asked = rewriteUrl(page)
      if (asked === undefined) return `${page} is no address that ${url} could allow`
      if (asked.isRobots) return undefined // RFC 9309, 2.2.2: always allowed
      const verdict = parsed.isAllowed(asked.url, PRODUCT)
      if (verdict) return undefined
      if (verdict === undefined) return `${url} does not speak for ${page}`
      return `${url} disallows it, line ${parsed.getMatchingLineNumber(asked.url, PRODUCT)}`
    },
  }
}

/** No rules: everything may be asked for. */
export const ALLOW_ALL: Robots = { whyNot: () => undefined, sitemaps: [] }

/** Nothing may be asked for until more is known. */
export function disallowAll(reason: string): Robots {
  return { whyNot: () => reason, sitemaps: [] }
}

function splitLines(bytes: Uint8Array): string[] {
  const lines = new TextDecoder().decode(bytes.subarray(0, READ)).split(/\r\n|\r|\n/) // takes the byte order mark off
  if (bytes.length > READ) lines.pop() // half a line says something else
  return lines
}

/** One line in one spelling. Lines that are no rule become empty, so that those that are keep their numbers. */
function rewrite(line: string, budget: { starred: number }, sitemaps: string[]): string {
  const [, name = '', rest = ''] = /^\s*([A-Za-z-]+)\s*:(.*)$/.exec(line) ?? []
  const value = rest.replace(/#.*$/, '').trim()
  switch (name.toLowerCase()) {
    case 'user-agent':
      return `user-agent: ${readAgent(value)}`
    case 'allow':
    case 'disallow':
      return rewriteRule(name.toLowerCase(), value, budget)
    case 'crawl-delay':
      return `crawl-delay: ${value}`
    case 'sitemap':
      if (value) sitemaps.push(rest.trim()) // an address may have a fragment
      return ''
    default:
      return ''
  }
}

/** "Readout/0.1" and "readout  (news)" -> readout; a name that only begins like ours is somebody else’s. */
function readAgent(value: string): string {
  return /^(\*|[A-Za-z_-]+)(?=$|[\s/(;,])/.exec(value)?.[1] ?? 'somebody-else'
}

/** A rule that would cost too much becomes what begins alike: a disallow its plain beginning, an allow nothing. */
function rewriteRule(name: string, value: string, budget: { starred: number }): string {
  const path = normalisePath(value, 'pattern').replace(/\*{2,}/g, '*')
  const isStarred = path.includes('*')
  if (isStarred) budget.starred -= path.length
  if (path.length <= LONGEST && (!isStarred || budget.starred >= 0)) return `${name}: ${path}`
  const plain = path.slice(0, LONGEST).replace(/\*.*$/, '')
  return name === 'disallow' && plain !== '' ? `${name}: ${plain}` : ''
}

function rewriteUrl(page: string): { readonly url: string; readonly isRobots: boolean } | undefined {
  try {
    const { origin, pathname, search } = new URL(page)
    const path = normalisePath(pathname + search, 'path').slice(0, LONGEST)
    return { url: origin + path, isRobots: pathname === '/robots.txt' }
  } catch {
    return undefined // no address
  }
}
