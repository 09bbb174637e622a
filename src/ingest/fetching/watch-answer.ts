// door: clock
// Watches one answer as it comes, by the bytes that its socket has read, of whatever part: undici's own limits count neither what
// a slow head costs, nor a slow body, nor what is no body.
import type { Socket } from 'node:net'
import type { FetchFault } from '../../model/capture.ts'
import type { FetchCaps } from './fetch-caps.ts'

export interface Watched {
  readonly host: string
  readonly endsAt: number // by the clock of `performance`
  readonly socket: () => Socket | undefined // the one that it came over so far
  readonly isConnected: () => boolean
  readonly isBegun: () => boolean // its head has come
  readonly bodySize: () => number
}

/** Too late, too slow, or too much: what became of an answer that was stopped. */
export type Stop =
  | { readonly kind: 'failed'; readonly code: FetchFault; readonly reason: string }
  | { readonly kind: 'refused'; readonly by: 'size'; readonly reason: string }

const LOOK_MS = 100
const HELD_UP_MS = 1000
const WASTE = 1024 * 1024 // head, chunk sizes and trailers, beyond what the body weighs
const HEADS = 4 // hints come before the answer, each with a head of its own

/** Calls `stop` with the reason once it has seen enough. Gives what ends the watch. */
export function watchAnswer(watched: Watched, caps: FetchCaps, stop: (why: Stop) => void): () => void {
  const { host, endsAt, socket, isConnected, isBegun, bodySize } = watched
  const first = socket()
  const before = first?.bytesRead ?? 0 // of a connection that is used again
  let seen = 0
  let lookedAt = performance.now()
  let movedAt = lookedAt
  let stretch = { from: Number.POSITIVE_INFINITY, bytes: 0 } // from the first byte on

  const judge = (): Stop | undefined => {
    const time = performance.now()
    const heldUp = time - lookedAt > HELD_UP_MS ? time - lookedAt : 0 // we did not look: what came meanwhile is not read yet
    lookedAt = time
    movedAt += heldUp
    stretch.from += heldUp
    if (time >= endsAt) return failed('FETCH_TIMEOUT', `${host} was not done within ${caps.totalMs / 1000} s in all`)
    if (!isConnected()) {
      movedAt = time // connecting has a time of its own
      return undefined
    }
    const now = socket()
    const read = (now?.bytesRead ?? 0) - (now === first ? before : 0)
    if (read !== seen) {
      if (seen === 0) stretch = { from: time, bytes: 0 }
      movedAt = time
      seen = read
    } else if (time - movedAt >= caps.idleMs) {
      return failed('FETCH_TIMEOUT', `${host} sent nothing for ${caps.idleMs / 1000} s`)
    }
    if (time - stretch.from >= caps.idleMs) {
      const rate = ((read - stretch.bytes) * 1000) / (time - stretch.from)
      const told = `${host} sent ${Math.round(rate)} bytes a second, under ${caps.leastRate}`
      if (rate < caps.leastRate) return failed('FETCH_TIMEOUT', told)
      stretch = { from: time, bytes: read }
    }
    if (!isBegun() && read > HEADS * caps.headerBytes)
      return failed('FETCH_PROTOCOL', `${host} sends a head without end`)
    const isWaste = isBegun() && read > 2 * bodySize() + WASTE
    return isWaste ? { kind: 'refused', by: 'size', reason: `${read} bytes came, most of them no body` } : undefined
  }

  const timer = setInterval(() => {
    const why = judge()
    if (why) stop(why)
  }, LOOK_MS)
  return () => clearInterval(timer)
}

function failed(code: FetchFault, reason: string): Stop {
  return { kind: 'failed', code, reason }
}
