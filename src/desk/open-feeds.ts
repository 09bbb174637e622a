// Feeds are read in a worker, which is given up alone with a feed that takes too long or too much.
import { ReadoutError } from '../model/errors.ts'
import type { FeedAnswer, FeedQuestion } from './feed-worker.ts'
import { makePool, type Pool } from './pool.ts'
import type { FeedParser } from './web/following.ts'
import { openWorker, type WorkerLimits } from './worker.ts'

/** A reader of feeds. Nothing is begun before the first feed; `close` ends what was. */
export function openFeeds({ timeLimitMs = 20_000, memoryMb = 512 }: WorkerLimits = {}): FeedParser {
  let pool: Pool<FeedQuestion, FeedAnswer> | undefined
  return {
    async parse(bytes, answer) {
      const { url } = answer
      pool ??= makePool(() => openWorker<FeedQuestion, FeedAnswer>('feed-worker', { timeLimitMs, memoryMb }), {
        most: 1,
      })
      const outcome = await pool.ask({ bytes, ...answer })
      if ('refusal' in outcome)
        throw new ReadoutError('FEED_UNKNOWN', `${url}: cannot be read as a feed (${outcome.refusal})`)
      if ('feed' in outcome.answer) return outcome.answer.feed
      const { code, message } = outcome.answer
      throw new ReadoutError(code, message.startsWith(url) ? message : `${url}: ${message}`)
    },
    async close() {
      pool?.end()
      pool = undefined
    },
  }
}
