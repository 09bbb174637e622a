// A feed as RSS 2.0, as Atom (RFC 4287) or as JSON Feed 1.1. All three say the same.
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { WORDS } from '../interface-words.ts'
import { FEED_TYPES, type Feed, type FeedEntry, type FeedForm } from './feed.ts'
import { rssText } from './rss-text.ts'

/** The feed in one form. */
export function writeFeed(feed: Feed, form: FeedForm): string {
  if (form === 'json') return writeJson(feed)
  const text = form === 'rss' ? writeRss(feed) : writeAtom(feed)
  return `${text.replace(NOT_XML, '\ufffd').trimEnd()}\n`
}

// What XML 1.0 has no place for, not even escaped.
const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu

function writeRss({ title, page, about, addresses, updated, entries }: Feed): string {
  return generateRssFeed({
    title: rssText(title),
    link: page,
    description: rssText(about),
    language: 'en',
    generator: WORDS.frame.product,
    lastBuildDate: new Date(updated),
    atom: { links: [{ href: addresses.rss, rel: 'self', type: FEED_TYPES.rss }] },
    items: entries.map((entry) => ({
      title: rssText(entry.title),
      link: entry.page,
      description: rssText(entry.summary),
      guid: { value: entry.id, isPermaLink: false },
      ...(entry.published !== undefined && { pubDate: new Date(entry.published) }),
      atom: { updated: new Date(entry.updated) },
      ...(entry.html !== undefined && { content: { encoded: entry.html } }),
    })),
  })
}

function writeAtom({ id, title, page, about, addresses, updated, entries }: Feed): string {
  return generateAtomFeed({
    id,
    title: { value: title },
    subtitle: { value: about },
    updated: new Date(updated),
    authors: [{ name: WORDS.frame.product }],
    generator: { text: WORDS.frame.product },
    links: [
      { href: addresses.atom, rel: 'self', type: FEED_TYPES.atom },
      { href: page, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.title },
      links: [{ href: entry.page, rel: 'alternate', type: 'text/html' }],
      ...(entry.published !== undefined && { published: new Date(entry.published) }),
      updated: new Date(entry.updated),
      summary: { value: entry.summary },
      ...(entry.html !== undefined && { content: { value: entry.html, type: 'html' } }),
    })),
  })
}

function writeJson({ title, page, about, addresses, entries }: Feed): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: page,
    feed_url: addresses.json,
    description: about,
    language: 'en',
    authors: [{ name: WORDS.frame.product }],
    items: entries.map(asJsonItem),
  })
  return `${JSON.stringify(feed, undefined, 2)}\n`
}

function asJsonItem({ id, title, page, summary, html, published, updated }: FeedEntry) {
  return {
    id,
    url: page,
    title,
    summary,
    ...(html !== undefined ? { content_html: html } : { content_text: summary }),
    ...(published !== undefined && { date_published: new Date(published) }),
    date_modified: new Date(updated),
  }
}
