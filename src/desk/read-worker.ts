// Reads docs, for the desk, and makes vectors of what was said in them.
import type { Doc } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import type { Vector } from '../model/vector.ts'
import { answerQuestions } from './answer-questions.ts'

/** A doc to read, or texts to make vectors of. */
export type ReadQuestion = { readonly doc: Doc } | { readonly texts: readonly string[] }
export type ReadAnswer = { readonly reading: Reading } | { readonly vectors: readonly Vector[] }

await answerQuestions<ReadQuestion, ReadAnswer>(async () => {
  const [{ read }, { loadReader }] = await Promise.all([import('../read/read.ts'), import('../read/load-reader.ts')])
  const reader = await loadReader()
  const { loadEmbedder } = await import('../link/load-embedder.ts')
  const embedder = await loadEmbedder()
  return async (question) => {
    if ('doc' in question) return { reading: await read(question.doc, reader) }
    const vectors: Vector[] = []
    for (const text of question.texts) vectors.push(await embedder.embed(text))
    return { vectors }
  }
})
