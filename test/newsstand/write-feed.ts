// What a feed of the newsstand says at a time, in the four forms that feeds have.
import { type Feed, type Host, listedAt, type Page, versionAt } from './stand.ts'
import { titleOf } from './write-page.ts'

export interface WrittenFeed {
  readonly type: string
  readonly text: string
  readonly changed: number // when it last changed
}

interface Item {
  readonly url: string
  readonly title: string
  readonly published: Date
  readonly updated: Date
}

/** The feed at the time, its pages at `origin`. Links of a page that has moved are the old ones. */
export function writeFeed(host: Host, time: number, origin: string, linkOf = linkTo): WrittenFeed {
  const pages = listedAt(host, time)
  const items = pages.map((page) => ({
    url: linkOf(page, origin),
    title: titleOf(host, page),
    published: new Date(page.versions[0]),
    updated: new Date(page.versions[versionAt(page, time)] ?? page.versions[0]),
  }))
  const changed = Math.max(0, ...items.map(({ updated }) => updated.getTime()))
  return { type: TYPES[host.feed.kind], text: WRITERS[host.feed.kind](host, origin, items), changed }
}

function linkTo({ path }: Page, origin: string): string {
  return origin + path
}

const TYPES: Readonly<Record<Feed['kind'], string>> = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
  sitemap: 'application/xml',
}

const WRITERS: Readonly<Record<Feed['kind'], (host: Host, origin: string, items: readonly Item[]) => string>> = {
  rss: ({ outlet }, origin, items) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${outlet}</title><link>${origin}/</link><description>All of ${outlet}</description>
${items
  .map(
    ({ url, title, published }) =>
      `<item><title>${title}</title><link>${escapeXml(url)}</link><guid isPermaLink="true">${escapeXml(url)}</guid><pubDate>${published.toUTCString()}</pubDate></item>`,
  )
  .join('\n')}
</channel></rss>
`,
  atom: ({ outlet, name }, origin, items) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${outlet}</title><id>tag:${name},2031:feed</id><link href="${origin}/"/>
<updated>${(items[0]?.updated ?? new Date(0)).toISOString()}</updated>
${items
  .map(
    ({ url, title, published, updated }) =>
      `<entry><title>${title}</title><id>${escapeXml(url)}</id><link rel="alternate" href="${escapeXml(url)}"/><published>${published.toISOString()}</published><updated>${updated.toISOString()}</updated></entry>`,
  )
  .join('\n')}
</feed>
`,
  json: ({ outlet }, origin, items) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: outlet,
      home_page_url: `${origin}/`,
      items: items.map(({ url, title, published, updated }) => ({
        id: url,
        url,
        title,
        content_text: title,
        date_published: published.toISOString(),
        date_modified: updated.toISOString(),
      })),
    }),
  sitemap: ({ outlet }, _origin, items) => `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${items
  .map(
    ({ url, title, published, updated }) =>
      `<url><loc>${escapeXml(url)}</loc><lastmod>${updated.toISOString()}</lastmod><news:news><news:publication><news:name>${outlet}</news:name><news:language>en</news:language></news:publication><news:publication_date>${published.toISOString()}</news:publication_date><news:title>${title}</news:title></news:news></url>`,
  )
  .join('\n')}
</urlset>
`,
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
