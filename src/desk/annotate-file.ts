// The reader alone, on a file of texts.
import type { Annotated } from './annotate.ts'
import type { Made } from './each-line.ts'
import { eachLineInWorkers, type WorkOptions } from './each-line-in-workers.ts'
import { parseTextLine, type TextLine } from './parse-lines.ts'

/** What came of one line, and how many words its text has. */
export type AnnotatedLine = Made<Annotated> & { readonly words: number }

/** What the reader finds in each line's text. Yields and throws as `eachLineInWorkers` does. */
export async function* annotateFile(path: string, options: WorkOptions = {}): AsyncGenerator<AnnotatedLine> {
  const made = eachLineInWorkers<TextLine, Annotated>(path, parseTextLine, 'annotate-worker', options)
  for await (const { line, ...one } of made) yield { ...one, words: line ? countWords(line.text) : 0 }
}

function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
