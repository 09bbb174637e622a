// The words of a feed's text without markup, in one line.
import { type FeedText, isMarkup } from '../../model/feed.ts'
import { plainText } from './clean-html.ts'

/** The words alone. */
export function plainOf(text: FeedText): string {
  return isMarkup(text) ? plainText(text.value) : text.value.replace(/\s+/g, ' ').trim()
}
