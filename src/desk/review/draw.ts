// A random draw of what was read, to learn how often the reader is right: the queue picks doubtful ones, so it tells nothing of
// the rest. A draw is made anew each day from the day itself: whoever asks for it on that day sees the same things. What is
// ruled from a draw says so in its reason, so that it is counted apart, now and after every rebuild.
import { digestOf } from '../../model/digest.ts'
import type { Day, Digest } from '../../model/id.ts'

export interface Draw {
  readonly size: number
  readonly day: Day
}

export const LARGEST_DRAW = 500

/** Where in the order of ids to draw: so many places, spread by chance over all ids, the same for the same day. */
export function placesOf({ size, day }: Draw): Digest[] {
  return Array.from({ length: size }, (_, at) => digestOf(`draw ${day} ${at}`))
}

/** The draw that an address of the queue is of. */
export function drawOf(at: string): Draw | undefined {
  const url = URL.parse(at, 'http://desk.invalid')
  if (url?.pathname !== '/review') return undefined
  const size = Number(url.searchParams.get('draw'))
  const day = url.searchParams.get('day') ?? ''
  return Number.isInteger(size) && size >= 1 && size <= LARGEST_DRAW && /^\d{4}-\d\d-\d\d$/.test(day)
    ? { size, day }
    : undefined
}

/** The reason of a ruling that was made from a draw. */
export function drawnReason(why: string, { day }: Draw): string {
  return [why, `drawn at random on ${day}`].filter((part) => part !== '').join('; ')
}

/** The day of the draw that a ruling was made from, by its reason. */
export function dayDrawn(why: string): Day | undefined {
  return /(?:^|; )drawn at random on (\d{4}-\d\d-\d\d)$/.exec(why)?.[1]
}
