// door: worker thread
// The other end of a thread: loads once, says that it is ready, answers what comes.
import module from 'node:module'
import { parentPort } from 'node:worker_threads'
import type { Said } from './thread.ts'

/**
 * Answers every message with what `load` brought. An error becomes the refusal of that question alone; one while
 * loading ends the thread.
 */
export async function answerQuestions<Question, Answer>(
  load: () => Promise<(question: Question) => Promise<Answer>>,
): Promise<void> {
  const port = parentPort
  if (!port) return // imported by something that is not a thread
  const say = (said: Said<Answer>): void => port.postMessage(said)
  module.enableCompileCache() // a thread has its own; halves its start where `load` imports what it needs
  const answer = await load()
  port.on('message', async (question: Question) => {
    try {
      say({ answer: await answer(question) })
    } catch (error) {
      say({ refusal: error instanceof Error ? error.message : String(error) })
    }
  })
  say('ready')
}
