// door: timers
// A few workers that answer the same questions, each one question at a time. Another worker is begun when more waits than is
// answered while it loads; a lost one is begun anew with the next question.
import type { Outcome, Worker } from './worker.ts'

export interface Pool<Question, Answer> {
  /** What came of the question. Throws where a worker could not even be begun. */
  ask(question: Question): Promise<Outcome<Answer>>
  end(): void
}

interface Job<Question, Answer> {
  readonly question: Question
  readonly done: PromiseWithResolvers<Outcome<Answer>>
}

interface Seat<Question, Answer> {
  readonly worker: Worker<Question, Answer>
  state: 'loading' | 'free' | 'busy'
  rest?: NodeJS.Timeout
}

export interface PoolTerms {
  readonly most: number // workers
  /**
   * True while so much is behind that more than one worker is worth the memory that each holds; another is ended when it had nothing
   * to do for a minute. For a pool that is there for days. Absent: it always is, as where all is to be done soon.
   */
  readonly isPressed?: () => boolean
}

const LOADING = 6 // questions answered in the time that a worker takes to load: nine tenths of a second, and a report takes a seventh
const REST_MS = 60_000

/** A pool of workers, the first of which is begun at once. */
export function makePool<Question, Answer>(
  open: () => Worker<Question, Answer>,
  { most, isPressed }: PoolTerms,
): Pool<Question, Answer> {
  const seats = new Set<Seat<Question, Answer>>()
  const waiting: Job<Question, Answer>[] = []
  let failure: { readonly error: unknown } | undefined

  const begin = async (): Promise<void> => {
    const seat: Seat<Question, Answer> = { worker: open(), state: 'loading' }
    seats.add(seat)
    try {
      await seat.worker.ready
      seat.state = 'free'
    } catch (error) {
      failure ??= { error } // the next worker would fare no better
    }
    handOut()
  }

  const handOut = (): void => {
    if (failure) for (const { done } of waiting.splice(0)) done.reject(failure.error)
    const isAlone = isPressed !== undefined && !isPressed()
    for (const [nth, seat] of [...seats].entries()) {
      const isSpared = nth > 0 && isAlone
      const job = seat.state === 'free' && !isSpared ? waiting.shift() : undefined
      if (job) void answer(seat, job)
      else if (nth > 0 && isPressed && seat.state === 'free') rest(seat)
    }
    const loading = [...seats].filter(({ state }) => state === 'loading').length
    const isWorth = seats.size === 0 ? waiting.length > 0 : !isAlone && waiting.length > LOADING * Math.max(loading, 1)
    if (isWorth && seats.size < most) void begin()
  }

  const rest = (seat: Seat<Question, Answer>): void => {
    seat.rest ??= setTimeout(() => {
      seats.delete(seat)
      seat.worker.end()
    }, REST_MS).unref()
  }

  const answer = async (seat: Seat<Question, Answer>, { question, done }: Job<Question, Answer>): Promise<void> => {
    seat.state = 'busy'
    clearTimeout(seat.rest)
    delete seat.rest
    try {
      done.resolve({ answer: await seat.worker.ask(question) })
    } catch (error) {
      done.resolve({ refusal: error instanceof Error ? error.message : String(error) })
    }
    if (seat.worker.isLost()) seats.delete(seat)
    else seat.state = 'free'
    handOut()
  }

  void begin()
  return {
    ask(question) {
      const done = Promise.withResolvers<Outcome<Answer>>()
      waiting.push({ question, done })
      handOut()
      return done.promise
    },
    end() {
      for (const { worker, rest: resting } of seats) {
        clearTimeout(resting)
        worker.end()
      }
    },
  }
}
