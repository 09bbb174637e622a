// door: worker thread
// Extraction as the desk uses it: short texts at once, pages and long texts in a thread that is ended at its limit of
// time or memory and begun anew for the next. The parsers of HTML load in that thread only.
import { Worker } from 'node:worker_threads'
import type { Doc } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { decode } from './decode.ts'
import { makeTextDoc } from './doc-from-text.ts'
import type { Received } from './extract.ts'
import type { Answer } from './extract-worker.ts'

export interface Limits {
  readonly timeLimitMs?: number // for one page, and for each 4 MiB of a text; 20 seconds
  readonly memoryMb?: number // of the thread's heap; 1024
}

export interface OpenExtractor {
  /** Throws ReadoutError NO_TEXT, FILE_BINARY, EXTRACT_TIMEOUT or EXTRACT_FAILED. */
  extract(received: Received): Promise<Doc>
  close(): Promise<void>
}

const WORKER = new URL(`./extract-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

const LONG_TEXT = 256 * 1024 // bytes; what is shorter takes a fraction of a second whatever stands in it
const TEXT_AT_A_TIME = 4 * 1024 * 1024 // bytes, which take some three seconds

/** An extractor that survives every report. Threaded ones are taken one at a time, in the order of being asked for. */
export function openExtractor({ timeLimitMs = 20_000, memoryMb = 1024 }: Limits = {}): OpenExtractor {
  let worker: Worker | undefined
  let last: Promise<unknown> = Promise.resolve()
  let isClosed = false

  const ask = (received: Received): Promise<Doc> =>
    new Promise((resolve, reject) => {
      const name = received.given?.name ?? received.capture
      worker ??= begin(memoryMb)
      const thread = worker
      const limitMs = timeLimitMs * (isPage(received) ? 1 : Math.ceil(received.bytes.length / TEXT_AT_A_TIME))
      thread.ref()
      const finish = (settle: () => void, isSpent: boolean): void => {
        clearTimeout(timer)
        thread.removeAllListeners('message').removeAllListeners('error').removeAllListeners('exit')
        thread.on('error', () => undefined) // a dying thread may still complain
        if (isSpent) {
          worker = undefined
          void thread.terminate()
        } else thread.unref()
        settle()
      }
      const fail = (code: 'EXTRACT_TIMEOUT' | 'EXTRACT_FAILED', message: string): void =>
        finish(() => reject(new ReadoutError(code, message)), true)
      const timer = setTimeout(
        () =>
          fail(
            'EXTRACT_TIMEOUT',
            `${name}: no text after ${limitMs / 1000} s, so it was given up; hand in its text alone instead`,
          ),
        limitMs,
      )
      thread.on('message', (answer: Answer) =>
        finish(() => {
          if ('doc' in answer) resolve(answer.doc)
          else if (answer.code) reject(new ReadoutError(answer.code, answer.message))
          else
            reject(
              new ReadoutError(
                'EXTRACT_FAILED',
                `${name}: it could not be read (${answer.message}); hand in its text alone instead`,
              ),
            )
        }, false),
      )
      thread.on('error', (error: Error & { code?: string }) =>
        fail(
          'EXTRACT_FAILED',
          `${name}: ${error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? `it needs more than ${memoryMb} MB of memory` : error.message}; hand in its text alone instead`,
        ),
      )
      thread.on('exit', () =>
        fail('EXTRACT_FAILED', `${name}: extraction ended before it had a text; hand in its text alone instead`),
      )
      thread.postMessage(received)
    })

  return {
    extract(received) {
      if (isClosed) return Promise.reject(new Error('the extractor is closed'))
      if (!isPage(received) && received.bytes.length <= LONG_TEXT)
        return Promise.resolve().then(() => extractText(received))
      const asked = last.then(() => ask(received))
      last = asked.catch(() => undefined) // a report that failed must not hold up the next
      return asked
    },
    async close() {
      isClosed = true
      await last
      await worker?.terminate()
      worker = undefined
    },
  }
}

/** True for what a parser takes apart: a page, a PDF. */
function isPage({ mediaType }: Received): boolean {
  return mediaType !== 'text/plain' && mediaType !== 'text/markdown'
}

function extractText({ bytes, mediaType, charset, ...about }: Received): Doc {
  return makeTextDoc(decode(bytes, charset), { ...about, given: { name: about.capture, ...about.given, mediaType } })
}

function begin(memoryMb: number): Worker {
  return new Worker(WORKER, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
}
