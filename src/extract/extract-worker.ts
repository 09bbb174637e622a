// door: worker thread
// One report at a time, apart from the program: one that takes too long or too much is ended with its thread.
import { parentPort } from 'node:worker_threads'
import type { Doc } from '../model/doc.ts'
import { type ErrorCode, ReadoutError } from '../model/errors.ts'
import type { Received } from './extract.ts'

/** What the thread answers: the doc, or why there is none. */
export type Answer = { readonly doc: Doc } | { readonly code: ErrorCode | undefined; readonly message: string }

parentPort?.on('message', async (received: Received) => {
  parentPort?.postMessage(await answer(received))
})

async function answer(received: Received): Promise<Answer> {
  try {
    const { extractAny } = await import('./extract-any.ts') // here and not above: the parsers load with the first page
    return { doc: await extractAny(received) }
  } catch (error) {
    const code = error instanceof ReadoutError ? error.code : undefined
    return { code, message: error instanceof Error ? error.message : String(error) }
  }
}
