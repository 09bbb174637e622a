// What a sentence may rest on: the words of its evidence, the paragraphs and reports that these stand in, and the
// sentence that the rules had made.
import { blockAt, type Doc } from '../../model/doc.ts'
import type { Line } from '../../model/edition.ts'
import type { Evidence } from '../../model/evidence.ts'
import type { Id } from '../../model/id.ts'
import { splitWords, type Word } from './split-words.ts'

/** What else than its line a sentence is judged by. */
export interface WordingContext {
  readonly findDoc: (id: Id<'doc'>) => Doc | undefined
}

export interface Ground {
  readonly evidence: Evidence
  readonly words: readonly Word[]
  readonly doc?: Doc
  readonly block?: string // the paragraph that the evidence begins in
  readonly blockStart: number
}

export interface LineGrounds {
  readonly line: Line
  readonly ruled: string
  readonly ruledWords: readonly Word[]
  readonly pieces: readonly Ground[]
  readonly docs: readonly Doc[]
  readonly isRuled: boolean // the sentence is the ruled one: it is held against its evidence alone
}

/** The grounds of a line for a sentence that is to stand in its place. */
export function groundsOf(text: string, line: Line, { findDoc }: WordingContext): LineGrounds {
  const ruled = line.reworded?.ruled ?? line.text
  const pieces = line.evidence.map((evidence): Ground => {
    const doc = findDoc(evidence.doc)
    const block = doc && blockAt(doc, evidence.span.start)
    const words = splitWords(evidence.quote)
    return doc && block
      ? { evidence, words, doc, block: doc.text.slice(block.span.start, block.span.end), blockStart: block.span.start }
      : { evidence, words, ...(doc && { doc }), blockStart: 0 }
  })
  const docs = [...new Map(pieces.flatMap(({ doc }) => (doc ? [[doc.id, doc] as const] : []))).values()]
  return { line, ruled, ruledWords: splitWords(ruled), pieces, docs, isRuled: text === ruled }
}

const wordsByDoc = new WeakMap<Doc, readonly Word[]>()

/** The words of a whole report, split once for all the sentences that lean on it. */
export function wordsOfDoc(doc: Doc): readonly Word[] {
  const words = wordsByDoc.get(doc) ?? splitWords(doc.text)
  wordsByDoc.set(doc, words)
  return words
}
