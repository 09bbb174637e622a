// door: worker thread
// The threads that search, begun when there is something to look for, and ended with the store.
import { Worker } from 'node:worker_threads'
import { type ErrorCode, ReadoutError } from '../../model/errors.ts'
import type { Hit, Listed } from '../../model/listing.ts'
import type { BridgeOptions } from '../postgres/bridge.ts'
import type { Attached } from '../prepare-file.ts'
import type { WantedHits } from './search-lines.ts'

export interface Asked {
  readonly number: number
  readonly wanted: WantedHits
}

export type Answered = { readonly number: number } & (
  | { readonly found: Listed<Hit> }
  | { readonly message: string; readonly code?: ErrorCode }
)

/** What is searched: a desk's files, or the database that it is in. */
export type Searchable = readonly Attached[] | Pick<BridgeOptions, 'url' | 'place'>

export interface Searcher {
  search(wanted: WantedHits): Promise<Listed<Hit>>
  close(): void
}

const MOST = 2 // threads: what is more than the cores of a small machine only waits

interface Seat {
  readonly worker: Worker
  readonly open: Map<number, PromiseWithResolvers<Listed<Hit>>>
}

/** Searches in what it is opened on. A thread that ends leaves its questions refused, and the next one begins another. */
export function openSearcher(searched: Searchable): Searcher {
  const seats = new Set<Seat>()
  let number = 0
  let isClosed = false
  const begin = (): Seat => {
    const worker = new Worker(WORKER, { workerData: searched })
    const seat: Seat = { worker, open: new Map() }
    seats.add(seat)
    worker.unref() // a command that is done does not wait for it
    worker.on('message', (answered: Answered) => settle(seat, answered))
    worker.on('error', (error) => drop(seat, error.message))
    worker.on('exit', () => drop(seat, 'its thread ended'))
    return seat
  }
  const settle = ({ worker, open }: Seat, answered: Answered): void => {
    const waiting = open.get(answered.number)
    open.delete(answered.number)
    if (open.size === 0) worker.unref()
    if ('found' in answered) waiting?.resolve(answered.found)
    else waiting?.reject(errorOf(answered))
  }
  const drop = (seat: Seat, why: string): void => {
    seats.delete(seat)
    for (const { reject } of seat.open.values()) reject(errorOf({ message: `the search was not finished: ${why}` }))
    seat.open.clear()
  }
  return {
    search(wanted) {
      if (isClosed) return Promise.reject(errorOf({ message: 'the desk was closed' }))
      const [idlest] = [...seats].sort((a, b) => a.open.size - b.open.size)
      const seat = idlest && (idlest.open.size === 0 || seats.size >= MOST) ? idlest : begin()
      const waiting = Promise.withResolvers<Listed<Hit>>()
      number += 1
      seat.open.set(number, waiting)
      seat.worker.ref()
      seat.worker.postMessage({ number, wanted } satisfies Asked)
      return waiting.promise
    },
    close() {
      isClosed = true
      for (const seat of [...seats]) {
        drop(seat, 'the desk was closed')
        void seat.worker.terminate()
      }
    },
  }
}

const WORKER = new URL(`./search-worker${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

function errorOf({
  message,
  code = 'STORE_FAILED',
}: {
  readonly message: string
  readonly code?: ErrorCode
}): ReadoutError {
  return new ReadoutError(code, message)
}
