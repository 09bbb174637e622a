// How many issued lines lean on what has changed, for every page that an editor looks at. It is counted anew where the desk has
// changed, beside what answers, and takes no more than a twentieth of the time; until then the number before is told.
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { tagOfDesk } from '../tag-of-desk.ts'
import { listLeaning } from './list-leaning.ts'

const REST = 20 // times as long as the last count took: its questions to the store hold up the server

/** The count of a desk: of lines, however much changed under each. Undefined until it was counted once. */
export function openLeaning(desk: Pick<Desk, 'store' | 'now'>): () => number | undefined {
  let counted: string | undefined // the state of the desk
  let count: number | undefined
  let rests = Number.NEGATIVE_INFINITY // until then, in milliseconds
  const now = (): number => Date.parse(desk.now())
  return () => {
    const tag = tagOfDesk(desk)
    if (tag !== undefined && tag !== counted && now() >= rests) {
      const begun = now()
      counted = tag
      listLeaning(desk).then(
        (leaning) => {
          rests = now() + REST * Math.max(0, now() - begun)
          count = new Set(leaning.map(({ week, watch, line }) => `${watch?.id ?? ''} ${week} ${line}`)).size
        },
        (error: unknown) => {
          // a harmed record is told by "readout check", and by the page that lists these lines; a desk that is busy is asked again
          if (error instanceof ReadoutError) count = undefined
          counted = undefined
        },
      )
    }
    return count
  }
}
