// door: worker thread
// Reads the one doc that it is begun with, and answers once.
import { parentPort, workerData } from 'node:worker_threads'
import type { Doc } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import { loadReader } from '../read/load-reader.ts'
import { read } from '../read/read.ts'

/** What the thread answers: the reading, or why there is none. */
export type ReadAnswer = { readonly reading: Reading } | { readonly message: string }

if (parentPort) parentPort.postMessage(await answer(workerData as Doc))

async function answer(doc: Doc): Promise<ReadAnswer> {
  try {
    return { reading: await read(doc, await loadReader()) }
  } catch (error) {
    return { message: error instanceof Error ? error.message : String(error) }
  }
}
