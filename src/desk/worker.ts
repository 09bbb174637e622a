// door: worker thread, number of cores
// One worker thread that loads what it needs once and then answers one question after the other. It is given up at its
// limit of time or memory, and then only the question it was at is lost.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

export interface ThreadLimits {
  readonly timeLimitMs?: number // for one answer, counted from when the thread is ready; two minutes
  readonly memoryMb?: number // of the thread's heap; 2048
}

/** An answer, or why there is none to this question. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly refusal: string }

/** What a thread says: once that it is ready, then what came of each question. */
export type Said<Answer> = 'ready' | Outcome<Answer>

export interface Thread<Question, Answer> {
  /** Resolves when the thread has loaded what it needs; rejects with the reason why it could not. */
  readonly ready: Promise<void>
  /**
   * The answer to one question; the one before must have been answered. Throws an Error that says why there is none:
   * the refusal, or the limits; after the latter, and whatever else ended the thread, `isLost` is true.
   */
  ask(question: Question): Promise<Answer>
  isLost(): boolean
  end(): Promise<void>
}

/** Starts a thread that runs `NAME.ts` beside this file, which answers by `answerQuestions`. */
export function openThread<Question, Answer>(
  name: string,
  { timeLimitMs = 120_000, memoryMb = 2048 }: ThreadLimits = {},
): Thread<Question, Answer> {
  const script = new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => {}) // whoever asks is told
  let asked: PromiseWithResolvers<Answer> | undefined
  let loss: Error | undefined

  const lose = (error: Error): void => {
    loss ??= error
    ready.reject(loss)
    asked?.reject(loss)
    void worker.terminate()
  }
  worker.on('message', (said: Said<Answer>) => {
    if (said === 'ready') ready.resolve()
    else if ('answer' in said) asked?.resolve(said.answer)
    else asked?.reject(new Error(said.refusal))
  })
  worker.on('error', (error: Error & { code?: string }) => {
    lose(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Error(`it needs more than ${memoryMb} MB of memory`) : error)
  })
  worker.on('messageerror', lose)
  worker.on('exit', () => lose(new Error('the thread ended before it had an answer')))

  return {
    ready: ready.promise,
    async ask(question) {
      await ready.promise
      if (loss) throw loss
      asked = Promise.withResolvers()
      const timer = setTimeout(() => lose(new Error(`no reading after ${timeLimitMs / 1000} s`)), timeLimitMs)
      worker.postMessage(question)
      return await asked.promise.finally(() => clearTimeout(timer))
    },
    isLost: () => loss !== undefined,
    async end() {
      await worker.terminate()
    },
  }
}

/** How many threads can be at work at once. */
export function countCores(): number {
  return availableParallelism()
}
