// A feed from its bytes, whatever its format: RSS 0.90 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, news sitemaps and
// sitemap indexes. Kind to broken feeds: what is whole is given, what is not is told in a note.
import type { Feed, FeedHead, FeedItem, FeedKind } from '../../model/feed.ts'
import { type Clean, makeCleaner } from './clean-html.ts'
import { decodeFeed } from './decode-feed.ts'
import { FEED_CAPS, type FeedCaps } from './feed-caps.ts'
import { dropAbsent, parseHead } from './parse-head.ts'
import { parseItem } from './parse-item.ts'
import { parseJsonFeed } from './parse-json-feed.ts'
import { parseSitemapEntry } from './parse-sitemap.ts'
import type { Ways } from './parse-text.ts'
import { asLanguage, readXml } from './read-xml.ts'
import { asBase } from './resolve-address.ts'
import { attributeOf, childOf, type XmlNode } from './xml-node.ts'

/** What the answer that brought a feed says of it. */
export interface FeedAnswer {
  readonly contentType?: string
  readonly contentLocation?: string
  readonly contentLanguage?: string
  readonly url?: string // where it was had
}

/** The feed; undefined where the bytes are none. Never throws on bad input. */
export function parseFeed(bytes: Uint8Array, answer: FeedAnswer = {}, caps: FeedCaps = FEED_CAPS): Feed | undefined {
  const { text, encoding } = decodeFeed(bytes.subarray(0, caps.bytes), answer.contentType)
  const base = asBase(answer.contentLocation, answer.url) ?? asBase(answer.url, undefined)
  const cut = bytes.length > caps.bytes ? [`larger than ${caps.bytes} bytes: read up to there`] : []
  const json = parseJsonFeed(text, base, caps)
  if (json) {
    const { head, version, items, notes } = json
    return dropAbsent({ ...head, kind: 'json', version, encoding, base, items, notes: [...cut, ...notes] })
  }
  return parseXmlFeed({ text, encoding, base, language: asLanguage(answer.contentLanguage ?? ''), caps, cut })
}

interface XmlFeed {
  readonly text: string
  readonly encoding: string
  readonly base: string | undefined
  readonly language: string | undefined
  readonly caps: FeedCaps
  readonly cut: readonly string[]
}

function parseXmlFeed({ text, encoding, base, language, caps, cut }: XmlFeed): Feed | undefined {
  const items: FeedItem[] = []
  const clean = makeCleaner(caps.markup)
  const { root, doctype, notes } = readXml(text, {
    base,
    language,
    caps,
    isRoot: (name) => ITEMS.has(bare(name)),
    isItem,
    onItem: (node, top) => {
      const cap = isSitemap(top) ? caps.entries : caps.items
      if (items.length >= cap) return `more than ${cap} items: the first ${cap} were read`
      const ways = waysOf(top, clean)
      const item = isSitemap(top) ? parseSitemapEntry(node, ways) : parseItem(node, ways)
      if (item) items.push(item)
      return undefined
    },
  })
  const format = root && formatOf(root, doctype)
  if (!root || !format) return undefined
  const head: FeedHead = isSitemap(root) ? NO_HEAD : parseHead(headOf(root), waysOf(root, clean))
  return dropAbsent({ ...head, ...format, encoding, base: root.base, items, notes: [...cut, ...notes] })
}

const NO_HEAD: FeedHead = { links: [], authors: [], contributors: [], categories: [] }

const ITEMS: ReadonlyMap<string, readonly string[]> = new Map([
  ['rss', ['item', 'entry']],
  ['rdf', ['item']],
  ['feed', ['entry', 'item']],
  ['channel', ['item']],
  ['urlset', ['url']],
  ['sitemapindex', ['sitemap']],
])

/** Items stand in the root, or in something directly in it such as `channel` or `items`; CDF has channels in channels. */
function isItem(name: string, around: readonly string[]): boolean {
  const [root = ''] = around
  return ITEMS.get(bare(root))?.includes(name) === true && around.every((outer) => !INNER.has(outer))
}

const INNER = new Set(['image', 'textinput', 'title', 'description'])

/** `rdf:RDF` is a root by another name. */
function bare(root: string): string {
  return root === 'rdf:rdf' ? 'rdf' : root
}

function waysOf(root: XmlNode, clean: Clean): Ways {
  const isAtom = root.name === 'feed'
  return { isAtom, isWrapped: isAtom && attributeOf(root, 'version') === undefined, clean } // Atom 0.3 says its version
}

function isSitemap(root: XmlNode): boolean {
  return root.name === 'urlset' || root.name === 'sitemapindex'
}

/** In RSS the channel speaks for the feed. */
function headOf(root: XmlNode): XmlNode {
  return root.name === 'rss' || bare(root.name) === 'rdf' ? (childOf(root, 'channel') ?? root) : root
}

/** The format and its version; undefined for a root that no feed has. */
function formatOf(root: XmlNode, doctype: string): { kind: FeedKind; version?: string } | undefined {
  const namespace = root.attributes.xmlns ?? ''
  const given = attributeOf(root, 'version')
  switch (bare(root.name)) {
    case 'rss':
      return dropAbsent({ kind: 'rss' as const, version: given ?? (/rss 0\.91/i.test(doctype) ? '0.91' : undefined) })
    case 'rdf':
      return {
        kind: 'rdf',
        version: Object.values(root.attributes).some((uri) => /rdf\/simple\/0\.9/.test(uri)) ? '0.90' : '1.0',
      }
    case 'feed':
      return dropAbsent({
        kind: 'atom' as const,
        version: given ?? (/2005\/atom/i.test(namespace) ? '1.0' : undefined),
      })
    case 'channel':
      return { kind: 'cdf' }
    case 'urlset':
      return { kind: 'sitemap' }
    case 'sitemapindex':
      return { kind: 'sitemap index' }
    default:
      return undefined
  }
}
