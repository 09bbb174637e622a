// door: process
// The other end of a worker: loads once, says that it is ready, answers what comes, and ends with whoever began it.
import module from 'node:module'
import { ReadoutError } from '../model/errors.ts'
import { giveBack } from './give-back.ts'
import type { Said } from './worker.ts'

/**
 * Answers every question with what `load` brought. An error becomes the refusal of that question alone; one while
 * loading is said before anything is asked.
 */
export async function answerQuestions<Question, Answer>(
  load: () => Promise<(question: Question) => Promise<Answer>>,
): Promise<void> {
  const say = (said: Said<Answer>): void => void process.send?.(said)
  process.on('SIGINT', () => {}) // Ctrl-C reaches us as well; who began us decides
  process.on('disconnect', () => process.exit())
  module.enableCompileCache() // halves the start where `load` imports what it needs
  try {
    const answer = await load()
    module.flushCompileCache() // here, since workers are killed: what is kept at their end alone is never kept
    process.on('message', async (question) => {
      try {
        say({ answer: await answer(question as Question) })
      } catch (error) {
        say(refusalOf(error))
      }
      giveBack()
    })
    say('ready')
  } catch (error) {
    say(refusalOf(error))
  }
}

function refusalOf(error: unknown): Said<never> {
  if (error instanceof ReadoutError) return { refusal: error.message, code: error.code }
  return { refusal: error instanceof Error ? error.message : String(error) }
}
