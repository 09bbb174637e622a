// door: worker thread
// A long report is read in a thread of its own, so that one that takes too long or too much is given up alone.
import { Worker } from 'node:worker_threads'
import type { Doc } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import type { ReadAnswer } from './read-worker.ts'

export interface ReadLimits {
  readonly timeLimitMs?: number // two minutes
  readonly memoryMb?: number // of the thread's heap; 2048
  readonly attributions?: number // 5000: linking compares each with all others, and no report has a tenth of that
}

const WORKER = new URL(`./read-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

/** The reading of the doc. Throws an Error that says why there is none: the limits, or what the reader said. */
export function readApart(doc: Doc, limits: ReadLimits = {}): Promise<Reading> {
  const { timeLimitMs = 120_000, memoryMb = 2048, attributions = 5000 } = limits
  const thread = new Worker(WORKER, { workerData: doc, resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  const { promise, resolve, reject } = Promise.withResolvers<Reading>()
  const timer = setTimeout(() => reject(new Error(`no reading after ${timeLimitMs / 1000} s`)), timeLimitMs)
  thread.on('message', (answer: ReadAnswer) => {
    if (!('reading' in answer)) return reject(new Error(answer.message))
    const found = answer.reading.attributions.length
    if (found > attributions) reject(new Error(`it holds ${found} attributions; cut it into its reports`))
    else resolve(answer.reading)
  })
  thread.on('error', (error: Error & { code?: string }) => {
    const isSpent = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    reject(isSpent ? new Error(`it needs more than ${memoryMb} MB of memory`) : error)
  })
  thread.on('exit', () => reject(new Error('the thread ended before it had a reading')))
  return promise.finally(async () => {
    clearTimeout(timer)
    await thread.terminate()
  })
}
