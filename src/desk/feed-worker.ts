// Reads feeds for the loop that asks: a long one takes seconds, and the loop must not stand still.
import type { FeedAnswer as Told } from '../ingest/feeds/parse-feed.ts'
import { type ErrorCode, ReadoutError } from '../model/errors.ts'
import type { Feed } from '../model/feed.ts'
import { answerQuestions } from './answer-questions.ts'

export interface FeedQuestion extends Told {
  readonly bytes: Uint8Array
  readonly url: string
}
export type FeedAnswer = { readonly feed: Feed } | { readonly code: ErrorCode; readonly message: string }

await answerQuestions<FeedQuestion, FeedAnswer>(async () => {
  const { parseFeed } = await import('../ingest/feeds/parse-feed.ts')
  return async ({ bytes, ...at }) => {
    try {
      const feed = parseFeed(bytes, at)
      if (feed) return { feed }
      const what = 'no feed: neither RSS, Atom, JSON Feed nor a sitemap'
      return { code: 'FEED_UNKNOWN', message: `${at.url}: ${what}; name the address of one` }
    } catch (error) {
      if (error instanceof ReadoutError) return { code: error.code, message: error.message }
      throw error
    }
  }
})
