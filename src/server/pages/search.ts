// The address of a search, and of all that it finds as CSV, JSON Lines or RSS.
import { z } from 'zod'
import type { ListPages } from '../../desk/list-pages.ts'
import { defineRoute, type Route } from '../route.ts'
import { act, cursor, day, field, sourceKind, standing, words } from './fields.ts'
import { HTML } from './html.ts'

const querystring = z.object({
  words: field(z.string().max(1000)),
  in: field(z.enum(['reports', 'said', 'claims'])),
  who: words,
  outlet: words,
  kind: sourceKind,
  act,
  standing,
  story: words,
  since: day,
  from: day, // the same, as the API calls it
  until: day,
  after: cursor,
})
type Query = z.output<typeof querystring>

const FORMATS = ['csv', 'jsonl', 'rss'] as const
type Format = (typeof FORMATS)[number]

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
}

/** The routes. */
export function searchRoutes(pages: ListPages): Route[] {
  const files = FORMATS.map((format) =>
    defineRoute({
      method: 'GET',
      path: `/search.${format}`,
      kind: 'file',
      needs: 'reader',
      schema: { querystring },
      answer: (asked) => sendFile(pages, format, { ...asked, query: withSince(asked.query) }),
    }),
  )
  return [
    defineRoute({
      method: 'GET',
      path: '/search',
      kind: 'page',
      needs: 'reader',
      schema: { querystring: querystring.extend({ format: field(z.enum(FORMATS)) }) },
      async answer(asked) {
        const { format, ...query } = asked.query
        if (format !== undefined) return sendFile(pages, format, { ...asked, query: withSince(query) })
        asked.reply.type(HTML)
        return pages.search(withSince(query), asked.shell)
      },
    }),
    ...files,
  ]
}

function withSince({ from, ...query }: Query): Omit<Query, 'from'> {
  const since = query.since ?? from
  return { ...query, ...(since !== undefined && { since }) }
}

interface AskedFile {
  readonly query: Omit<Query, 'from'>
  readonly origin: string
  readonly reply: { type(type: string): unknown; header(name: string, value: string): unknown }
}

async function sendFile(pages: ListPages, format: Format, { query, origin, reply }: AskedFile): Promise<unknown> {
  if (format === 'rss') {
    const feed = await pages.searchFeed(query, origin)
    reply.type(TYPES.rss)
    return feed
  }
  const pieces = pages.searchFile(query, format, origin)
  const first = await pieces.next() // what is wrong with the question is said as such, before anything is sent
  const second = await pieces.next()
  reply.type(TYPES[format])
  reply.header('content-disposition', `attachment; filename="readout-search.${format}"`)
  return ReadableStream.from(encode([first, second], pieces))
}

async function* encode(
  before: readonly IteratorResult<string, unknown>[],
  rest: AsyncGenerator<string>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const { value, done } of before) if (!done) yield encoder.encode(value)
  for await (const piece of rest) yield encoder.encode(piece)
}
