// JSON Feed 1.0 and 1.1 (jsonfeed.org). What has the wrong type is passed over, never an error.
import type { FeedEnclosure, FeedHead, FeedItem, FeedPerson, FeedText } from '../../model/feed.ts'
import { type Clean, makeCleaner } from './clean-html.ts'
import { FEED_CAPS, type FeedCaps } from './feed-caps.ts'
import { parseFeedDate } from './parse-feed-date.ts'
import { dropAbsent } from './parse-head.ts'
import { finishItem } from './parse-item.ts'
import { asLanguage } from './read-xml.ts'
import { resolveAddress } from './resolve-address.ts'

export interface JsonReading {
  readonly head: FeedHead
  readonly version: string
  readonly items: readonly FeedItem[]
  readonly notes: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/** The feed; undefined where the text is no JSON, or JSON that is no feed. */
export function parseJsonFeed(
  text: string,
  base: string | undefined,
  caps: FeedCaps = FEED_CAPS,
): JsonReading | undefined {
  const feed = parseObject(text)
  const version = /jsonfeed\.org\/version\/([\d.]+)/.exec(wordsOf(feed?.version) ?? '')?.[1]
  if (!feed || version === undefined) return undefined
  const listed = Array.isArray(feed.items) ? feed.items : []
  const objects = listed.slice(0, caps.items).filter(isFields)
  const clean = makeCleaner(caps.markup)
  const items = objects.map((item) => parseItem(item, clean, base, asLanguage(wordsOf(feed.language) ?? '')))
  const broken = Math.min(listed.length, caps.items) - objects.length
  const notes = [
    ...(broken > 0 ? [`of the items ${broken} are no objects and were left out`] : []),
    ...(listed.length > caps.items ? [`more than ${caps.items} items: the first ${caps.items} were read`] : []),
  ]
  return { head: parseHead(feed, base), version, items, notes }
}

function parseHead(feed: Fields, base: string | undefined): FeedHead {
  const link = addressOf(feed.home_page_url, base)
  const self = addressOf(feed.feed_url, base)
  const icon = addressOf(feed.icon, base)
  return dropAbsent({
    id: wordsOf(feed.feed_url),
    title: plain(feed.title),
    link,
    links: [
      ...(link === undefined ? [] : [{ href: link, rel: 'alternate' }]),
      ...(self === undefined ? [] : [{ href: self, rel: 'self' }]),
    ],
    language: asLanguage(wordsOf(feed.language) ?? ''),
    authors: peopleOf(feed, base),
    contributors: [],
    categories: [],
    subtitle: plain(feed.description),
    info: plain(feed.user_comment),
    image: icon === undefined ? undefined : { url: icon },
  })
}

function parseItem(item: Fields, clean: Clean, base: string | undefined, language: string | undefined): FeedItem {
  const link = addressOf(item.url, base) ?? addressOf(item.external_url, base)
  const via = addressOf(item.external_url, base)
  const tags = Array.isArray(item.tags) ? item.tags.flatMap((tag) => wordsOf(tag) ?? []) : []
  return finishItem(
    dropAbsent({
      id: wordsOf(item.id),
      title: plain(item.title),
      link,
      links: [
        ...(link === undefined ? [] : [{ href: link, rel: 'alternate' }]),
        ...(via === undefined || via === link ? [] : [{ href: via, rel: 'related' }]),
      ],
      language: asLanguage(wordsOf(item.language) ?? '') ?? language,
      published: parseFeedDate(wordsOf(item.date_published)),
      updated: parseFeedDate(wordsOf(item.date_modified)),
      authors: peopleOf(item, base),
      contributors: [],
      categories: tags.map((term) => ({ term })),
      summary: plain(item.summary),
      content: [html(item.content_html, clean, base), plain(item.content_text)].flatMap((text) => text ?? []),
      enclosures: enclosuresOf(item.attachments, base),
      credits: [],
    }),
  )
}

function peopleOf(fields: Fields, base: string | undefined): FeedPerson[] {
  const listed = Array.isArray(fields.authors) ? fields.authors : [fields.author]
  return listed.filter(isFields).flatMap((author) => {
    const person = dropAbsent({ name: wordsOf(author.name), url: addressOf(author.url, base) })
    return Object.keys(person).length > 0 ? [person] : []
  })
}

function enclosuresOf(attachments: unknown, base: string | undefined): FeedEnclosure[] {
  const listed = Array.isArray(attachments) ? attachments.filter(isFields) : []
  return listed.flatMap(({ url, mime_type, size_in_bytes }) => {
    const address = addressOf(url, base)
    if (address === undefined) return []
    return [dropAbsent({ url: address, type: wordsOf(mime_type), length: wordsOf(size_in_bytes) })]
  })
}

function parseObject(text: string): Fields | undefined {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : undefined
  } catch {
    return undefined // no JSON, or cut short
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Numbers count as words: many write ids so. */
function wordsOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() || undefined : undefined
}

function addressOf(value: unknown, base: string | undefined): string | undefined {
  const given = wordsOf(value)
  return given === undefined ? undefined : resolveAddress(given, base)
}

function plain(given: unknown): FeedText | undefined {
  const value = wordsOf(given)
  return value === undefined ? undefined : { value, type: 'text/plain' }
}

function html(given: unknown, clean: Clean, base: string | undefined): FeedText | undefined {
  const value = wordsOf(given)
  const cleaned = value === undefined ? '' : clean(value, base)
  return cleaned === '' ? undefined : { value: cleaned, type: 'text/html', ...(base !== undefined && { base }) }
}
