// Judges how texts stand to claims, for the pool.
import { answerQuestions } from './answer-questions.ts'
import type { JudgedText } from './judge-stance.ts'
import type { ClaimLine } from './parse-lines.ts'

await answerQuestions<ClaimLine, JudgedText>(async () => {
  const [{ judgeStance }, { loadReader }] = await Promise.all([
    import('./judge-stance.ts'),
    import('../read/load-reader.ts'),
  ])
  const reader = await loadReader({ rulesAlone: true }) // with the network no stance of the gold set is surer
  return (line) => judgeStance(line, reader)
})
