// door: child process, number of cores
// A process of our own that loads what it needs once and then answers one question after the other. It is given up at
// its limit of time or memory, and then only the question it was at is lost. A process and not a thread: onnxruntime
// aborts the whole process where a thread is terminated in the middle of a run.
import { type ChildProcess, fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { type ErrorCode, ReadoutError } from '../model/errors.ts'

export interface WorkerLimits {
  readonly timeLimitMs?: number // for one answer, counted from when the worker is ready; two minutes
  readonly memoryMb?: number // of the worker's heap; 2048
}

/** An answer, or why there is none to this question. The code is a ReadoutError's. */
export type Outcome<Answer> = { readonly answer: Answer } | { readonly refusal: string; readonly code?: ErrorCode }

/** What a worker says: once whether it is ready, then what came of each question. */
export type Said<Answer> = 'ready' | Outcome<Answer>

export interface Worker<Question, Answer> {
  /** Resolves when the worker has loaded what it needs; rejects with its ReadoutError, or an Error, where it could not. */
  readonly ready: Promise<void>
  /**
   * The answer to one question; the one before must have been answered. Throws an Error that says why there is none:
   * the refusal, or the limits. After the latter, and whatever else ended the worker, `isLost` is true.
   */
  ask(question: Question): Promise<Answer>
  isLost(): boolean
  end(): void
}

const KEPT = 4096 // characters of what a dying worker says; V8 names its reason in the first lines

/** Starts `NAME.ts` beside this file, which answers by `answerQuestions`. */
export function openWorker<Question, Answer>(
  name: string,
  { timeLimitMs = 120_000, memoryMb = 2048 }: WorkerLimits = {},
): Worker<Question, Answer> {
  const child = start(name, memoryMb)
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => {}) // whoever asks is told
  let asked: PromiseWithResolvers<Answer> | undefined
  let loss: Error | undefined
  let lastWords = ''
  let isReady = false

  const end = (): void => {
    alive.delete(child)
    child.kill('SIGKILL')
  }
  const lose = (reason: string, code?: ErrorCode): void => {
    loss ??= code ? new ReadoutError(code, reason) : new Error(reason)
    ready.reject(loss)
    asked?.reject(loss)
    end()
  }
  child.on('message', (said: Said<Answer>) => {
    if (said === 'ready') {
      isReady = true
      ready.resolve()
    } else if ('answer' in said) asked?.resolve(said.answer)
    else if (isReady) asked?.reject(new Error(said.refusal))
    else lose(said.refusal, said.code)
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(0, KEPT)
  })
  child.on('error', (error) => lose(error.message))
  child.on('close', (status, signal) => {
    const isSpent = lastWords.includes('heap out of memory')
    lose(isSpent ? `it needs more than ${memoryMb} MB of memory` : `its worker ended with ${signal ?? status}`)
  })

  return {
    ready: ready.promise,
    async ask(question) {
      await ready.promise
      if (loss) throw loss
      asked = Promise.withResolvers()
      const timer = setTimeout(() => lose(`no reading after ${timeLimitMs / 1000} s`), timeLimitMs)
      child.send(question as object)
      return await asked.promise.finally(() => clearTimeout(timer))
    },
    isLost: () => loss !== undefined,
    end,
  }
}

/** V8 lets a heap grow while it may: a desk has several processes, so each collects more often, and holds a third less. */
export const LEAN = ['--max-semi-space-size=2', '--heap-growing-percent=20', '--expose-gc'] // the last for give-back.ts
/**
 * And glibc keeps what was freed, the more the larger the pieces were: pieces of over 128 KiB go back at once. Not for a process that
 * runs the network: it asks for such pieces with each text, and takes a third longer.
 */
export const LEAN_ENV = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_TRIM_THRESHOLD_: '131072' }
/** For such a one, and whatever else is asked question by question: pieces of over 8 MiB go back at once, and of others what lies at the end. A tenth less is held, in the same time. */
const NETWORK_ENV = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '8388608', MALLOC_TRIM_THRESHOLD_: '524288' }

// What a helper was begun with would else reach the processes that it begins.
function withoutLean(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const lean: Readonly<Record<string, string>> = LEAN_ENV
  return Object.fromEntries(Object.entries(env).filter(([name, value]) => lean[name] !== value))
}

const alive = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of alive) child.kill('SIGKILL')
})

function start(name: string, memoryMb: number): ChildProcess {
  const child = fork(new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url), {
    execArgv: [`--max-old-space-size=${memoryMb}`, ...LEAN], // and nothing of how we were started
    env: { ...NETWORK_ENV, ...withoutLean(process.env) },
    serialization: 'advanced', // as threads do: what is not JSON survives
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  alive.add(child)
  return child
}

/** How many workers can be busy at once. */
export function countCores(): number {
  return availableParallelism()
}
