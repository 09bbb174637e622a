// How a page tells of its feeds: to programs in its head, to people at its end.
import { type Html, html, link } from '../html.ts'
import { WORDS } from '../interface-words.ts'
import type { Links } from '../links.ts'
import type { PageFeed } from '../page.ts'
import { FEED_FORMS, FEED_TYPES } from './feed.ts'

type FeedOf = Parameters<NonNullable<Links['feed']>>[0]

const words = WORDS.formats

/** The feeds of a page, for its head; none where there are none. */
export function pageFeeds({ feed }: Links, of: FeedOf, title: string, id?: string): PageFeed[] {
  if (feed === undefined) return []
  return FEED_FORMS.map((form) => ({
    href: feed(of, form, id),
    type: FEED_TYPES[form],
    title: `${title} (${words.feedForms[form]})`,
  }))
}

/** "Feeds: RSS, Atom, JSON Feed", each a link. */
export function renderFeeds({ feed }: Links, of: FeedOf, id?: string): Html {
  if (feed === undefined) return html``
  const forms = FEED_FORMS.map((form, i) => html`${i > 0 && ', '}${link(feed(of, form, id), words.feedForms[form])}`)
  return html`<p class="meta feeds">${of === 'editions' ? words.feeds : words.feedsOfThis} ${forms}</p>`
}
