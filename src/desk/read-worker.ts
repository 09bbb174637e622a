// Reads docs, for the desk.
import type { Doc } from '../model/doc.ts'
import type { Reading } from '../model/reading.ts'
import { answerQuestions } from './answer-questions.ts'

await answerQuestions<Doc, Reading>(async () => {
  const [{ read }, { loadReader }] = await Promise.all([import('../read/read.ts'), import('../read/load-reader.ts')])
  const reader = await loadReader()
  return (doc) => read(doc, reader)
})
