// All that a search finds as a file: CSV or JSON Lines that is written while it is found, or one page of a feed.
import type { Hit } from '../model/listing.ts'
import { type HitFormat, headOf, writeHits } from '../publish/exchange/write-hits.ts'
import { writeSearchFeed } from '../publish/exchange/write-search-feed.ts'
import { WORDS } from '../publish/interface-words.ts'
import { serverLinks as links } from '../publish/links.ts'
import { addressOf } from '../publish/pages/address.ts'
import type { Desk } from './desk.ts'
import { nameSpeakers } from './views/name-speakers.ts'
import { queryOf } from './views/page-lines.ts'
import { findHits, type SearchQuery, walkHits } from './views/search.ts'

/** How the file is written, and the address that its reader knows the desk by. */
export interface FileFor {
  readonly format: HitFormat
  readonly origin: string
}

type Own = Pick<Desk, 'store'>

/** The file in pieces, each as soon as it is found. */
export async function* writeSearchFile(
  desk: Own,
  query: SearchQuery,
  { format, origin }: FileFor,
): AsyncGenerator<string> {
  yield headOf(format, query.in ?? 'reports')
  let done = 0
  for await (const hits of walkHits(desk, query)) {
    yield writeHits(format, hits, done, { names: await namesIn(desk, hits), links, origin })
    done += hits.length
  }
}

/** A page of what was found as RSS, which names the page after it. */
export async function writeSearchRss(
  desk: Own,
  query: SearchQuery,
  { origin }: Pick<FileFor, 'origin'>,
): Promise<string> {
  const { items: hits, next } = await findHits(desk, query)
  const asked = queryOf(query)
  const at = (path: string): string => new URL(path, origin).href
  const search = links.search ?? '/search'
  const own = addressOf(`${search}.rss`, asked, query.after === undefined ? {} : { after: query.after })
  const page = {
    title: [query.words, query.who, WORDS.search.title, WORDS.frame.product].filter(Boolean).join(' · '),
    page: at(addressOf(search, asked)),
    self: at(own),
    ...(next !== undefined && { next: at(addressOf(`${search}.rss`, asked, { after: next })) }),
    hits,
  }
  return writeSearchFeed(page, { names: await namesIn(desk, hits), links, origin })
}

function namesIn({ store }: Own, hits: readonly Hit[]): ReturnType<typeof nameSpeakers> {
  return nameSpeakers(
    store,
    hits.flatMap((hit) => (hit.in === 'said' ? [hit.said] : [])),
  )
}
