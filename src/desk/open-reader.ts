// Docs are read in workers, on as many cores as there are; one that takes too long or too much is given up alone.
import type { DocReader } from './desk.ts'
import { makePool, type Pool } from './pool.ts'
import type { ReadAnswer, ReadQuestion } from './read-worker.ts'
import { countCores, openWorker, type WorkerLimits } from './worker.ts'

export interface ReadLimits extends WorkerLimits {
  readonly attributions?: number // 5000: linking compares each with all others, and no report has a tenth of that
  readonly workers?: number // as many as there are cores
  readonly isPressed?: () => boolean // see pool.ts
}

/** A reader of docs. Nothing is begun before the first doc; `close` ends what was. */
export function openReader({
  attributions = 5000,
  workers = countCores(),
  isPressed,
  ...limits
}: ReadLimits = {}): DocReader {
  let pool: Pool<ReadQuestion, ReadAnswer> | undefined
  const ask = async (question: ReadQuestion): Promise<ReadAnswer> => {
    const terms = { most: workers, ...(isPressed && { isPressed }) }
    pool ??= makePool(() => openWorker<ReadQuestion, ReadAnswer>('read-worker', limits), terms)
    const outcome = await pool.ask(question)
    if ('refusal' in outcome) throw new Error(outcome.refusal)
    return outcome.answer
  }
  return {
    async read(doc) {
      const answer = await ask({ doc })
      if (!('reading' in answer)) throw new Error('no reading came of a doc')
      const found = answer.reading.attributions.length
      if (found > attributions) throw new Error(`it holds ${found} attributions; cut it into its reports`)
      return answer.reading
    },
    async embed(texts) {
      const answer = await ask({ texts })
      return 'vectors' in answer ? answer.vectors : []
    },
    close() {
      pool?.end()
      pool = undefined
    },
  }
}
