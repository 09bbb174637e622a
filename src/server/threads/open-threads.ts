// door: worker thread, timers
// A few threads that answer pages beside the one that listens, for when several readers ask at once: what one waits for holds up no
// other, and a machine's cores are used. The first is begun when answering takes much of the listening thread's time, others when
// more wait than the first can do soon; all are ended when for some minutes nobody had to wait for another.
import { Worker } from 'node:worker_threads'
import type { ThreadAnswer, ThreadAsked, ThreadSays, ThreadTerms } from './answering-thread.ts'

export interface Threads {
  /**
   * What a thread answers, or what `own` gives where there is none: few ask, or it is still beginning, or it ended in the middle.
   * Throws as `own` does.
   */
  answer<T>(asked: ThreadAsked, own: () => Promise<T>): Promise<ThreadAnswer | { readonly own: T }>
  /** Ends them; what they were at is answered by `own`. */
  close(): Promise<void>
}

export interface ThreadLimits {
  readonly most: number // threads
  /** Is told of each fault that is ours, and of a thread that ended by itself. */
  onFault(fault: string, asked: string): void
  readonly busyMs?: number // of a second that answering takes here, from which a first thread is worth its memory
  readonly restMs?: number // without two questions at once, until they are ended
}

interface Seat {
  readonly thread: Worker
  readonly waiting: Map<number, (answer: ThreadAnswer | undefined) => void>
  isReady: boolean
}

const REST_MS = 5 * 60_000
const WINDOW_MS = 1000
const BUSY = { answers: 5, ms: 300 } // so many, and so much of the listening thread's time in that
const EACH = 3 // requests at once for which another thread is
const AHEAD = 2 // questions that the thread which knows a thing may have more than another and still be asked for it
const PAUSE_MS = 60_000 // after one that could not begin
const HEAP_MB = 512

/** The threads of a server, none of them begun yet. */
export function openThreads(
  terms: ThreadTerms,
  { most, onFault, busyMs = BUSY.ms, restMs = REST_MS }: ThreadLimits,
): Threads {
  const seats: Seat[] = []
  let underWay = 0
  let asks = 0
  let isClosed = false
  let notBefore = 0 // the clock of the process

  const leave = (seat: Seat): void => {
    if (seats.includes(seat)) seats.splice(seats.indexOf(seat), 1)
    for (const done of seat.waiting.values()) done(undefined)
    seat.waiting.clear()
  }
  const endAll = async (): Promise<void> => {
    await Promise.all(
      [...seats].map((seat) => {
        leave(seat)
        return seat.thread.terminate()
      }),
    )
  }
  let resting: NodeJS.Timeout | undefined
  const rest = (): void => {
    clearTimeout(resting)
    resting = setTimeout(endAll, restMs).unref()
  }
  const begin = (): void => {
    const file = new URL(`./answering-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)
    const thread = new Worker(file, { workerData: terms, resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } })
    const seat: Seat = { thread, waiting: new Map(), isReady: false }
    seats.push(seat)
    thread.unref() // the server keeps the process alive, or nothing does
    thread.on('message', (said: ThreadSays) => {
      if (said === 'ready') seat.isReady = true
      else if ('fault' in said) onFault(said.fault, said.asked)
      else {
        seat.waiting.get(said.id)?.('answer' in said ? said.answer : undefined)
        seat.waiting.delete(said.id)
      }
    })
    thread.on('error', (error) => {
      if (!seat.isReady) notBefore = performance.now() + PAUSE_MS // the next one would fare no better
      onFault(error instanceof Error ? (error.stack ?? error.message) : String(error), 'a thread that answers pages')
      leave(seat)
    })
    thread.on('exit', () => leave(seat))
  }
  // Of those that are ready the one that told of this thing before, which has it at hand, unless others have much less to do.
  const choose = (address: string): Seat | undefined => {
    const ready = seats.filter(({ isReady }) => isReady)
    const known = ready[placeOf(address, ready.length)]
    const least = Math.min(...ready.map(({ waiting }) => waiting.size))
    return known && known.waiting.size <= least + AHEAD ? known : ready.find(({ waiting }) => waiting.size === least)
  }
  const ask = (seat: Seat, asked: ThreadAsked): Promise<ThreadAnswer | undefined> => {
    const done = Promise.withResolvers<ThreadAnswer | undefined>()
    const id = asks++
    seat.waiting.set(id, done.resolve)
    seat.thread.postMessage({ id, ...asked })
    return done.promise
  }

  const answered: { readonly at: number; readonly ms: number }[] = [] // here, and lately
  const answerHere = async <T>(own: () => Promise<T>): Promise<{ readonly own: T }> => {
    const begun = performance.now()
    try {
      return { own: await own() }
    } finally {
      const at = performance.now()
      answered.push({ at, ms: at - begun })
    }
  }
  const isBusy = (): boolean => {
    while (answered[0] && answered[0].at < performance.now() - WINDOW_MS) answered.shift()
    return answered.length >= BUSY.answers && answered.reduce((sum, { ms }) => sum + ms, 0) >= busyMs
  }

  return {
    async answer(asked, own) {
      underWay += 1
      try {
        const wanted = Math.min(most, Math.max(isBusy() ? 1 : 0, Math.floor(underWay / EACH)))
        if (!isClosed && seats.length < wanted && performance.now() >= notBefore) begin()
        if (underWay > 1 || wanted > 0) rest()
        const seat = choose(asked.url)
        const answer = seat && (await ask(seat, asked))
        return answer ?? (await answerHere(own))
      } finally {
        underWay -= 1
      }
    },
    async close() {
      isClosed = true
      clearTimeout(resting)
      await endAll()
    },
  }
}

// FNV-1a over the path: a claim and its lists go to one thread.
function placeOf(address: string, places: number): number {
  const path = address.split('?')[0] ?? ''
  const thing = /[0-9a-f]{20}/.exec(path)?.[0] ?? path
  let sum = 0x811c9dc5
  for (let i = 0; i < thing.length; i++) sum = Math.imul(sum ^ thing.charCodeAt(i), 0x01000193)
  return places === 0 ? 0 : (sum >>> 0) % places
}
