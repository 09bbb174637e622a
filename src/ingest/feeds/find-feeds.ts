// The feeds that a page leads to: those that its `link` elements name, anchors that look like feeds, and the addresses
// where sites keep them unasked, the likeliest first.
import { Parser } from 'htmlparser2'
import { plainText } from './clean-html.ts'
import { asBase, resolveAddress } from './resolve-address.ts'

export interface FoundFeed {
  readonly url: string
  readonly by: 'link' | 'anchor' | 'custom' // named by the page, linked in its text, or where sites keep feeds
  readonly title?: string
  readonly type?: string
}

const TYPES =
  /^(?:application|text)\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|x-rss\+xml|x-atom\+xml|x\.atom\+xml|rss|atom)\b/i
const MAYBE = /^(?:application|text)\/(?:xml|json)\b/i

// `/feed/`, `/rss/world`, `atom.xml`, `feed.json`, `?feed=rss2`; not `/feedback`
const ADDRESS =
  /(?:^|[/._-])(?:rss\d?|atom|feeds?|rdf)(?:$|[/._?#-])|[?&](?:feed|format|type)=(?:rss2?|atom|rdf|json)\b|^feed:/i
const WORDS = /\b(?:rss|atom|xml)\b[\s-]*feed|\bfeed\b|^\s*(?:rss|atom)\s*$/i
const PAGE_CAP = 5_000_000 // characters; what names feeds stands in the head of a page
const DEPTH_CAP = 1000 // elements in one another; the parser's time grows with the square of the depth
const PIECE = 16_384 // characters: between two pieces it is seen whether to go on

/** The feeds of a page, each address once: named ones, then linked ones. `url` is where the page stands. */
export function findFeeds(html: string, url: string | undefined): FoundFeed[] {
  const found: FoundFeed[] = []
  let base = asBase(url, undefined)
  let anchor: { readonly href: string; words: string } | undefined
  let depth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1
      if (name === 'base') base = asBase(attributes.href, base) ?? base
      if (name === 'link') found.push(...readLink(attributes, base))
      if (name === 'a' && attributes.href) anchor = { href: attributes.href, words: attributes.title ?? '' }
    },
    ontext(words) {
      if (anchor && anchor.words.length < 200) anchor.words += words
    },
    onclosetag(name) {
      depth -= 1
      if (name !== 'a' || !anchor) return
      found.push(...readAnchor(anchor, base))
      anchor = undefined
    },
  })
  const end = Math.min(html.length, PAGE_CAP)
  for (let at = 0; at < end && depth < DEPTH_CAP; at += PIECE) parser.write(html.slice(at, Math.min(end, at + PIECE)))
  const ordered = [...found.filter(({ by }) => by === 'link'), ...found.filter(({ by }) => by === 'anchor')]
  const seen = new Set<string>()
  return ordered.filter((feed) => !seen.has(feed.url) && seen.add(feed.url))
}

/** A feed's `rel` is `alternate` or `feed`; `alternate stylesheet` and a page in another language are none. */
function readLink(attributes: Readonly<Record<string, string>>, base: string | undefined): FoundFeed[] {
  const { rel = '', type = '', href = '', title } = attributes
  const relations = rel.toLowerCase().split(/\s+/)
  const isFeed = relations.includes('feed') || (relations.includes('alternate') && !relations.includes('stylesheet'))
  if (!isFeed || !(TYPES.test(type) || relations.includes('feed') || (MAYBE.test(type) && ADDRESS.test(href))))
    return []
  const address = asFeedAddress(href, base)
  if (address === undefined) return []
  return [
    { url: address, by: 'link', ...(title && { title: plainText(title) }), ...(type && { type: type.toLowerCase() }) },
  ]
}

function readAnchor(anchor: { readonly href: string; readonly words: string }, base: string | undefined): FoundFeed[] {
  const address = asFeedAddress(anchor.href, base)
  if (address === undefined || !/^https?:/i.test(address)) return []
  const words = anchor.words.replace(/\s+/g, ' ').trim()
  const path = address.replace(/^https?:\/\/[^/]*/i, '')
  const isFeed = ADDRESS.test(path) || (WORDS.test(words) && /\.(?:xml|rss|atom|rdf|json)(?:$|[?#])/i.test(path))
  return isFeed && !/\.(?:html?|php|png|gif|jpe?g|svg|pdf)$/i.test(path)
    ? [{ url: address, by: 'anchor', ...(words && { title: words.slice(0, 200) }) }]
    : []
}

/** `feed:https://…` and `feed://…` are how readers were once called. */
function asFeedAddress(href: string, base: string | undefined): string | undefined {
  const plain = href
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
  return resolveAddress(plain, base)?.replace(/#.*$/s, '')
}

const CUSTOMARY = [
  '/feed',
  '/rss.xml',
  '/feed.xml',
  '/rss',
  '/atom.xml',
  '/index.xml',
  '/feeds',
  '/feed/rss',
  '/feed/atom',
  '/rss/index.xml',
  '/index.rdf',
  '/feed.json',
  '/?feed=rss2',
  '/news-sitemap.xml',
  '/sitemap-news.xml',
  '/sitemap_news.xml',
  '/news/sitemap.xml',
  '/googlenews.xml',
  '/sitemap.xml',
  '/sitemap_index.xml',
]

/** Where a site may keep its feeds, the likeliest first: in the page's own section, then at the root. */
export function listCustomaryFeeds(url: string): FoundFeed[] {
  const page = asBase(url, undefined)
  if (page === undefined) return []
  const { origin, pathname } = new URL(page)
  const section = pathname.replace(/\/[^/]*\.[a-z]{3,5}$/i, '').replace(/\/+$/, '')
  const inSection = section === '' ? [] : ['/feed', '/rss.xml', '/rss', '/index.xml'].map((path) => section + path)
  return [...inSection, ...CUSTOMARY].map((path) => ({ url: origin + path, by: 'custom' }))
}

/** The addresses of the `Sitemap:` lines of a robots.txt, those that speak of news first. */
export function findSitemaps(robots: string, url: string | undefined): string[] {
  const base = asBase(url, undefined)
  const addresses = robots.split(/\r\n?|\n/).flatMap((line) => {
    const given = /^\uFEFF?\s*sitemap\s*:\s*([^\s#]\S*)/i.exec(line)?.[1]
    const address = given === undefined ? undefined : resolveAddress(given, base)
    return address !== undefined && /^https?:/i.test(address) ? [address] : []
  })
  const isNews = (address: string): boolean => /news/i.test(address)
  return [...new Set([...addresses.filter(isNews), ...addresses.filter((address) => !isNews(address))])]
}
