// A quotation with its words cut once: claims are found by runs of them, and so are altered printings.
import type { Evidence } from '../model/evidence.ts'
import { splitWords } from './split-words.ts'

/** The words inside the marks. */
export interface Quoted {
  readonly evidence: Evidence // marks left out
  readonly words: readonly string[] // folded
}

/** A quotation with its words. */
export function quoted(evidence: Evidence): Quoted {
  return { evidence, words: splitWords(evidence.quote).map(({ folded }) => folded) }
}

/** All runs of so many words in a row. */
export function listRuns(words: readonly string[], length: number): string[] {
  const count = Math.max(0, words.length - length + 1)
  return Array.from({ length: count }, (_, at) => words.slice(at, at + length).join(' '))
}
