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
}

const LOADING = 6 // questions answered in the time that a worker takes to load: nine tenths of a second, and a report takes a seventh

/** A pool of at most so many workers, the first of which is begun at once. */
export function makePool<Question, Answer>(open: () => Worker<Question, Answer>, most: number): Pool<Question, Answer> {
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
    for (const seat of seats) {
      const job = seat.state === 'free' ? waiting.shift() : undefined
      if (job) void answer(seat, job)
    }
    const loading = [...seats].filter(({ state }) => state === 'loading').length
    const isWorth = seats.size === 0 ? waiting.length > 0 : waiting.length > LOADING * Math.max(loading, 1)
    if (isWorth && seats.size < most) void begin()
  }

  const answer = async (seat: Seat<Question, Answer>, { question, done }: Job<Question, Answer>): Promise<void> => {
    seat.state = 'busy'
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
      for (const { worker } of seats) worker.end()
    },
  }
}
