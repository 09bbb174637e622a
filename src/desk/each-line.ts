// A room run alone on JSON Lines: one line in memory at a time, a broken one named and passed over.
import { ReadoutError } from '../model/errors.ts'
import { fileWanted, isAddress } from './incoming.ts'
import { callPath, openBytes } from './open-bytes.ts'
import { readJsonLines } from './read-json-lines.ts'

/** What came of one line. */
export type Made<T> = { readonly value: T } | { readonly error: ReadoutError }

/**
 * Every line of the file, parsed and made into something, in order. `-` is standard input, gzip is unzipped.
 * Throws FILE_MISSING, FILE_UNREADABLE, or FILE_EMPTY where there is no line at all.
 */
export async function* eachLine<In, Out>(
  path: string,
  parse: (value: unknown, where: string) => In,
  make: (line: In) => Out | Promise<Out>,
): AsyncGenerator<Made<Out>> {
  if (isAddress(path)) throw fileWanted(path)
  let lines = 0
  for await (const line of readJsonLines(openBytes(path), callPath(path))) {
    lines += 1
    if ('error' in line) yield { error: line.error }
    else yield await attempt(async () => make(parse(line.value, line.where)))
  }
  if (lines === 0) throw new ReadoutError('FILE_EMPTY', `${callPath(path)}: empty; a line for each text was wanted`)
}

async function attempt<T>(work: () => Promise<T>): Promise<Made<T>> {
  try {
    return { value: await work() }
  } catch (error) {
    if (error instanceof ReadoutError) return { error } // said in the line's place; the others go on
    throw error
  }
}
