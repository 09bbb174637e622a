// News sitemaps and sitemap indexes (sitemaps.org 0.9, with Google's news module): each page is an item, the publication
// that it names is its source.
import type { FeedItem } from '../../model/feed.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { dropAbsent } from './parse-head.ts'
import { finishItem } from './parse-item.ts'
import { parseText, type Ways } from './parse-text.ts'
import { resolveAddress } from './resolve-address.ts'
import { childOf, textIn, type XmlNode } from './xml-node.ts'

/** The page or sitemap that an entry leads to; undefined for one without an address. */
export function parseSitemapEntry(node: XmlNode, ways: Ways): FeedItem | undefined {
  const given = textIn(node, 'loc')
  const link = given === undefined ? undefined : resolveAddress(given, node.base)
  if (link === undefined) return undefined
  const news = childOf(node, 'news:news')
  const publication = news && childOf(news, 'news:publication')
  const name = publication && parseText(childOf(publication, 'news:name'), ways, 'text/plain')
  const keywords = (news && textIn(news, 'news:keywords'))?.split(',') ?? []
  return finishItem(
    dropAbsent({
      id: link,
      title: news && parseText(childOf(news, 'news:title'), ways, 'text/plain'),
      link,
      links: [{ href: link, rel: 'alternate' }],
      language: publication && textIn(publication, 'news:language'),
      published: parseFeedDate(news && textIn(news, 'news:publication_date')),
      updated: parseFeedDate(textIn(node, 'lastmod')),
      authors: [],
      contributors: [],
      categories: keywords.flatMap((term) => (term.trim() ? [{ term: term.trim() }] : [])),
      content: [],
      enclosures: [],
      source: name && { title: name, links: [], authors: [], contributors: [], categories: [] },
      credits: [],
    }),
  )
}
