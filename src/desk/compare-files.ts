// The linker's judgements alone, on files: two sentences, two printed forms of a quotation.
import { compareQuotes } from '../link/compare-quotes.ts'
import { compareStatements } from '../link/compare-statements.ts'
import type { Change } from '../model/quote-match.ts'
import type { Span } from '../model/span.ts'
import { type ToldChange, tellChanges } from '../publish/tell-change.ts'
import { eachLine, type Made } from './each-line.ts'
import { type PairLine, parsePairLine } from './parse-lines.ts'
import type { Range } from './said-in.ts'

type Id = PairLine['id']

export interface ComparedSentences {
  readonly id: Id
  readonly score: number // 0 to 1
  readonly same: boolean
  readonly because: string
}

export interface ComparedQuotes {
  readonly id: Id
  readonly verdict: string
  readonly changes: readonly ComparedChange[]
}

/** One change: where it stands, and its words. `declared`: brackets or an ellipsis tell the reader of it. */
export interface ComparedChange extends ToldChange {
  readonly a?: Range
  readonly b?: Range
}

/** How far the two sentences of each line make one claim. Throws MODEL_MISSING, and what eachLine throws. */
export async function* compareSentencesIn(path: string): AsyncGenerator<Made<ComparedSentences>> {
  const { loadEmbedder } = await import('../link/load-embedder.ts')
  const embedder = await loadEmbedder()
  yield* eachLine(path, parsePairLine, async ({ id, a, b }) => {
    const first = { text: a, vector: await embedder.embed(a) }
    const second = { text: b, vector: await embedder.embed(b) }
    const { score, same, because } = compareStatements(first, second)
    return { id, score, same, because }
  })
}

/** What the second form of each quotation did to the first. Ranges are UTF-16 units into `a` and into `b`. */
export function compareQuotesIn(path: string): AsyncGenerator<Made<ComparedQuotes>> {
  return eachLine(path, parsePairLine, ({ id, a, b }) => {
    const { verdict, changes } = compareQuotes(a, b)
    const told = tellChanges(a, b, changes)
    return { id, verdict, changes: changes.flatMap((change, at) => changeOf(change, told[at])) }
  })
}

function changeOf({ earlier, later }: Change, told: ToldChange | undefined): ComparedChange[] {
  const range = ({ start, end }: Span): Range => [start, end]
  return told ? [{ ...told, ...(earlier && { a: range(earlier) }), ...(later && { b: range(later) }) }] : []
}
