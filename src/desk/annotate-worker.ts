// Annotates texts, for the pool.
import type { Annotated } from './annotate.ts'
import { answerQuestions } from './answer-questions.ts'
import type { TextLine } from './parse-lines.ts'

await answerQuestions<TextLine, Annotated>(async () => {
  const [{ annotate }, { loadReader }] = await Promise.all([import('./annotate.ts'), import('../read/load-reader.ts')])
  const reader = await loadReader()
  return (line) => annotate(line, reader)
})
