// A long report is read in a worker of its own, so that one that takes too long or too much is given up alone.
import type { Doc } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import { openWorker, type WorkerLimits } from './worker.ts'

export interface ReadLimits extends WorkerLimits {
  readonly attributions?: number // 5000: linking compares each with all others, and no report has a tenth of that
}

/** The reading of the doc. Throws an Error that says why there is none: the limits, or what the reader said. */
export async function readApart(doc: Doc, { attributions = 5000, ...limits }: ReadLimits = {}): Promise<Reading> {
  const worker = openWorker<Doc, Reading>('read-worker', limits)
  try {
    const reading = await worker.ask(doc)
    const found = reading.attributions.length
    if (found > attributions) throw new Error(`it holds ${found} attributions; cut it into its reports`)
    return reading
  } finally {
    worker.end()
  }
}
