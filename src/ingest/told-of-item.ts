// What an item of a feed says of the page that it leads to, as it is kept with that page.
import type { Told } from '../model/capture.ts'
import { type FeedItem, type FeedText, isMarkup } from '../model/feed.ts'
import { plainText } from './clean-html.ts'

/** The words of a feed's text, without markup, in one line. */
export function plainOf(text: FeedText): string {
  return isMarkup(text) ? plainText(text.value) : text.value.replace(/\s+/g, ' ').trim()
}

const SUMMARY_CAP = 2000 // characters: some feeds put the whole report there

/** What is told of the page; what the item lacks is absent. */
export function toldOfItem(item: FeedItem): Told {
  const { title, published, updated, summary, source } = item
  const authors = item.authors.flatMap(({ name, email }) => name ?? email ?? [])
  const short = summary && plainOf(summary).slice(0, SUMMARY_CAP).toWellFormed()
  return {
    item: item.id,
    ...(title && { title: plainOf(title) }),
    ...(published && { published: published.given }),
    ...(updated && { updated: updated.given }),
    ...(authors.length > 0 && { authors }),
    ...(short && { summary: short }),
    ...(source && { source: sourceOf(source.title && plainOf(source.title), source.link) }),
  }
}

function sourceOf(title: string | undefined, url: string | undefined): NonNullable<Told['source']> {
  return { ...(title !== undefined && { title }), ...(url !== undefined && { url }) }
}
