// The reader alone, on a file of texts.
import { loadReader } from '../read/load-reader.ts'
import { type Annotated, annotate } from './annotate.ts'
import { eachLine, type Made } from './each-line.ts'
import { parseTextLine } from './parse-lines.ts'

/** What the reader finds in each line's text. Memory does not grow with the file. Throws as `eachLine` does. */
export async function* annotateFile(path: string): AsyncGenerator<Made<Annotated>> {
  const reader = await loadReader()
  yield* eachLine(path, parseTextLine, (line) => annotate(line, reader))
}
