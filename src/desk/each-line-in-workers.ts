// A room run alone on JSON Lines in processes of their own: on as many cores as there are, in the order of the file.
import { ReadoutError } from '../model/errors.ts'
import { eachLine, type Made } from './each-line.ts'
import { mapInOrder } from './map-in-order.ts'
import { makePool, type Pool } from './pool.ts'
import { countCores, openWorker, type WorkerLimits } from './worker.ts'

export interface WorkOptions extends WorkerLimits {
  readonly workers?: number // the most lines that are worked on at once; as many as there are cores
}

/** What came of one line, and the line where it could be parsed. */
export type Worked<Line, Answer> = Made<Answer> & { readonly line?: Line }

interface Numbered<Line> {
  readonly line: Line
  readonly where: string
}

const AHEAD = 8 // lines a worker that may be read before the first of them is done: so many may wait for one slow text

/**
 * What the workers of that name make of each line, the same whatever the number of workers. A line that its worker could
 * not do, or not within the limits, is an error in its place. Memory does not grow with the file. Throws as `eachLine`
 * does, and what the workers threw where they could not be loaded.
 */
export async function* eachLineInWorkers<Line extends { readonly id: string | number }, Answer>(
  path: string,
  parse: (value: unknown, where: string) => Line,
  worker: string,
  options: WorkOptions = {},
): AsyncGenerator<Worked<Line, Answer>> {
  const { workers = countCores(), ...limits } = options
  const pool = makePool(() => openWorker<Line, Answer>(worker, limits), { most: workers })
  const number = (value: unknown, where: string): Numbered<Line> => ({ line: parse(value, where), where })
  try {
    const lines = eachLine(path, number, (line) => line)
    yield* mapInOrder(lines, (line) => askOf(pool, line), AHEAD * workers)
  } finally {
    pool.end()
  }
}

async function askOf<Line extends { readonly id: string | number }, Answer>(
  pool: Pool<Line, Answer>,
  parsed: Made<Numbered<Line>>,
): Promise<Worked<Line, Answer>> {
  if ('error' in parsed) return parsed
  const { line, where } = parsed.value
  const outcome = await pool.ask(line)
  if ('answer' in outcome) return { value: outcome.answer, line }
  const cure = 'the others are read, please tell us of this one'
  const message = `${where}: ${line.id}: could not be read (${outcome.refusal}); ${cure}`
  return { error: new ReadoutError('READ_FAILED', message), line }
}
