// `readout feed`: what a feed says of itself and of its items.
import { type FeedAnswer, feedFile, plainOf } from '../desk/feed-file.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Feed, FeedDate, FeedItem, FeedText } from '../model/feed.ts'
import { print, printJson } from './output.ts'
import { safeLine } from './show-safely.ts'

interface Options {
  readonly url?: string
  readonly header: readonly string[]
  readonly json?: true
}

/** Prints the feed. */
export async function feed(path: string, { url, header, json }: Options): Promise<0> {
  const read = await feedFile(path, { ...(url !== undefined && { url }), ...fromHeaders(header) })
  if (json) await printJson(told(read))
  else await print(described(read))
  return 0
}

const HEADERS: ReadonlyMap<string, string> = new Map([
  ['content-type', 'contentType'],
  ['content-location', 'contentLocation'],
  ['content-language', 'contentLanguage'],
])

/** The headers that bear on how a feed is read; the others of an answer may be given as well. */
function fromHeaders(lines: readonly string[]): Omit<FeedAnswer, 'url'> {
  return Object.fromEntries(
    lines.flatMap((line) => {
      const [, name, value] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
      if (name === undefined) throw new ReadoutError('USAGE', `--header "${line}": a header is "Name: value"`)
      const key = HEADERS.get(name.toLowerCase())
      return key === undefined ? [] : [[key, value]]
    }),
  )
}

/** What is unknown is null here, so that every item has the same fields. */
function told({ title, link, language, ...feed }: Feed): object {
  return {
    title: title?.value ?? null,
    link: link ?? null,
    language: language ?? null,
    kind: feed.kind,
    version: feed.version ?? null,
    encoding: feed.encoding,
    base: feed.base ?? null,
    id: feed.id ?? null,
    subtitle: feed.subtitle?.value ?? null,
    published: feed.published?.at ?? null,
    updated: feed.updated?.at ?? null,
    authors: feed.authors,
    categories: feed.categories,
    rights: feed.rights?.value ?? null,
    links: feed.links,
    items: feed.items.map(toldItem),
    notes: feed.notes,
  }
}

function toldItem(item: FeedItem): object {
  const content = item.content[0]
  return {
    id: item.id,
    title: item.title?.value ?? null,
    link: item.link ?? null,
    published: item.published?.at ?? null,
    updated: item.updated?.at ?? null,
    authors: item.authors,
    summary: item.summary?.value ?? null,
    content: content?.value ?? null,
    enclosures: item.enclosures,
    ...(item.source && { source: { title: item.source.title?.value ?? null, url: item.source.link ?? null } }),
    categories: item.categories,
    links: item.links,
    contributors: item.contributors,
    rights: item.rights?.value ?? null,
    language: item.language ?? null,
    types: typesOf({ title: item.title, summary: item.summary, content }),
    given: givenOf({ published: item.published, updated: item.updated }),
    lacks: item.lacks,
  }
}

/** Which of the words are HTML. */
function typesOf(texts: Readonly<Record<string, FeedText | undefined>>): object {
  return Object.fromEntries(Object.entries(texts).flatMap(([name, text]) => (text ? [[name, text.type]] : [])))
}

/** The dates in the feed's own words. */
function givenOf(dates: Readonly<Record<string, FeedDate | undefined>>): object {
  return Object.fromEntries(Object.entries(dates).flatMap(([name, date]) => (date ? [[name, date.given]] : [])))
}

function described({ title, link, language, kind, version, items, notes }: Feed): string {
  const head = {
    title: title ? plainOf(title) : 'untitled',
    link,
    language,
    kind: [kind, version].filter(Boolean).join(' '),
  }
  const known = Object.entries(head).filter(([, value]) => value !== undefined)
  return [
    ...known.map(([name, value]) => `${`${name}:`.padEnd(10)}${value}`),
    `${'items:'.padEnd(10)}${items.length}`,
    ...notes.map((note) => `${'note:'.padEnd(10)}${note}`),
    ...items.flatMap((item) => ['', ...describedItem(item)]),
  ]
    .map(safeLine) // a line feed in what a feed says makes no line of ours
    .join('\n')
}

function describedItem(item: FeedItem): string[] {
  const date = item.published ?? item.updated
  const source = item.source?.title && ` (${plainOf(item.source.title)})`
  return [
    `${date?.at ?? date?.given ?? 'undated'}  ${item.title ? plainOf(item.title) : 'untitled'}${source ?? ''}`,
    `  ${item.link ?? 'no address'}`,
  ]
}
