// Docs are read in workers, on as many cores as there are; one that takes too long or too much is given up alone.
import type { Doc } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import type { DocReader } from './desk.ts'
import { makePool, type Pool } from './pool.ts'
import { countCores, openWorker, type WorkerLimits } from './worker.ts'

export interface ReadLimits extends WorkerLimits {
  readonly attributions?: number // 5000: linking compares each with all others, and no report has a tenth of that
  readonly workers?: number // as many as there are cores
}

/** A reader of docs. Nothing is begun before the first doc; `close` ends what was. */
export function openReader({ attributions = 5000, workers = countCores(), ...limits }: ReadLimits = {}): DocReader {
  let pool: Pool<Doc, Reading> | undefined
  return {
    async read(doc) {
      pool ??= makePool(() => openWorker<Doc, Reading>('read-worker', limits), workers)
      const outcome = await pool.ask(doc)
      if ('refusal' in outcome) throw new Error(outcome.refusal)
      const found = outcome.answer.attributions.length
      if (found > attributions) throw new Error(`it holds ${found} attributions; cut it into its reports`)
      return outcome.answer
    },
    close() {
      pool?.end()
      pool = undefined
    },
  }
}
