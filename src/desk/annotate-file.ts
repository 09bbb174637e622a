// The reader alone, on a file of texts: on as many cores as there are, in the order of the file.
import { ReadoutError } from '../model/errors.ts'
import type { Annotated } from './annotate.ts'
import { eachLine, type Made } from './each-line.ts'
import { mapInOrder } from './map-in-order.ts'
import { parseTextLine, type TextLine } from './parse-lines.ts'
import { makePool, type Pool } from './pool.ts'
import { countCores, openWorker, type WorkerLimits } from './worker.ts'

export interface AnnotateOptions extends WorkerLimits {
  readonly workers?: number // the most texts that are read at once; as many as there are cores
}

/** What came of one line, and how many words its text has. */
export type AnnotatedLine = Made<Annotated> & { readonly words: number }

interface Numbered {
  readonly line: TextLine
  readonly where: string
}

const AHEAD = 8 // lines a worker that may be read before the first of them is done: so many may wait for one slow text

/**
 * What the reader finds in each line's text, the same whatever the number of workers. A text that its worker could not
 * read, or not within the limits, is an error in its place. Memory does not grow with the file. Throws as `eachLine`
 * does, and what the reader threw where it could not be loaded.
 */
export async function* annotateFile(path: string, options: AnnotateOptions = {}): AsyncGenerator<AnnotatedLine> {
  const { workers = countCores(), ...limits } = options
  const pool = makePool(() => openWorker<TextLine, Annotated>('annotate-worker', limits), workers)
  const parse = (value: unknown, where: string): Numbered => ({ line: parseTextLine(value, where), where })
  try {
    const lines = eachLine(path, parse, (line) => line)
    yield* mapInOrder(lines, (line) => annotateOn(pool, line), AHEAD * workers)
  } finally {
    pool.end()
  }
}

async function annotateOn(pool: Pool<TextLine, Annotated>, parsed: Made<Numbered>): Promise<AnnotatedLine> {
  if ('error' in parsed) return { ...parsed, words: 0 }
  const { line, where } = parsed.value
  const words = countWords(line.text)
  const outcome = await pool.ask(line)
  if ('answer' in outcome) return { value: outcome.answer, words }
  const cure = 'the others are read, please tell us of this one'
  const message = `${where}: ${line.id}: could not be read (${outcome.refusal}); ${cure}`
  return { error: new ReadoutError('READ_FAILED', message), words }
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
