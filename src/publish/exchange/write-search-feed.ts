// A search as a feed to be followed: a page of hits, the newest first, and where the next page is (RFC 5005), so that nothing
// that was found is left out.
import { generateRssFeed } from 'feedsmith'
import type { Hit } from '../../model/listing.ts'
import { rssText } from '../feeds/rss-text.ts'
import { WORDS } from '../interface-words.ts'
import { hitRecord, type RecordContext } from './hit-record.ts'

/** One page of the feed. Addresses are whole. */
export interface FeedPage {
  readonly title: string
  readonly page: string // the page of the search
  readonly self: string
  readonly next?: string
  readonly hits: readonly Hit[]
}

/** The feed as RSS 2.0. */
export function writeSearchFeed({ title, page, self, next, hits }: FeedPage, context: RecordContext): string {
  const type = 'application/rss+xml'
  const items = hits
    .map((hit, i) => ({ hit, record: hitRecord(hit, i + 1, context) }))
    .toSorted((a, b) => (printedOf(a.hit) < printedOf(b.hit) ? 1 : printedOf(a.hit) > printedOf(b.hit) ? -1 : 0))
  const feed = generateRssFeed({
    title: rssText(title),
    link: page,
    description: WORDS.search.feedAbout,
    atom: {
      links: [{ href: self, rel: 'self', type }, ...(next === undefined ? [] : [{ href: next, rel: 'next', type }])],
    },
    items: items.map(({ hit, record }) => {
      const printed = printedOf(hit)
      return {
        title: rssText(titleOf(hit, context)),
        ...(record.page !== undefined && { link: String(record.page) }),
        description: rssText(describe(hit)),
        guid: { value: guidOf(hit), isPermaLink: false },
        ...(printed !== '' && { pubDate: new Date(printed) }),
      }
    }),
  })
  return feed.replace(NOT_XML, '\ufffd')
}

const NOT_XML = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu

function titleOf(hit: Hit, { names }: RecordContext): string {
  if (hit.in === 'reports') return hit.report.title ?? hit.report.name
  if (hit.in === 'claims') return hit.claim.wording
  const { who, source, act } = hit.said
  return `${who.map((id) => names.get(id) ?? source).join(', ') || source}: ${act}`
}

function describe(hit: Hit): string {
  if (hit.in === 'reports') return [hit.report.outlet ?? WORDS.lists.outletUnknown, hit.excerpt.text].join(': ')
  if (hit.in === 'said') return `${hit.said.words} (${hit.said.outlet ?? WORDS.lists.outletUnknown})`
  const { standing, reports, atLeast, atMost } = hit.claim
  return WORDS.search.feedClaim({ standing, reports, atLeast, atMost })
}

function guidOf(hit: Hit): string {
  if (hit.in === 'reports') return hit.report.doc
  return hit.in === 'said' ? hit.said.attribution : hit.claim.claim
}

function printedOf(hit: Hit): string {
  if (hit.in === 'reports') return hit.report.published ?? ''
  return (hit.in === 'said' ? hit.said.published : hit.claim.firstPrinted) ?? ''
}
