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
    async parse(bytes, { url, contentType }) {
      pool ??= makePool(() => openWorker<FeedQuestion, FeedAnswer>('feed-worker', { timeLimitMs, memoryMb }), 1)
      const outcome = await pool.ask({ bytes, url, ...(contentType !== undefined && { contentType }) })
      if ('refusal' in outcome)
        throw new ReadoutError('FEED_UNKNOWN', `${url}: cannot be read as a feed (${outcome.refusal})`)
      const { answer } = outcome
      if ('feed' in answer) return answer.feed
      throw new ReadoutError(answer.code, answer.message.startsWith(url) ? answer.message : `${url}: ${answer.message}`)
    },
    async close() {
      pool?.end()
      pool = undefined
    },
  }
}
