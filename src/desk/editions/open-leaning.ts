// How many issued lines lean on what has changed, for every page that an editor looks at. It is counted anew whenever the desk has
// changed, beside what answers; until then the number before is told.
import { ReadoutError } from '../../model/errors.ts'
import type { Desk } from '../desk.ts'
import { tagOfDesk } from '../tag-of-desk.ts'
import { listLeaning } from './list-leaning.ts'

/** The count of a desk: of lines, however much changed under each. Undefined until it was counted once. */
export function openLeaning(desk: Pick<Desk, 'store'>): () => number | undefined {
  let counted: string | undefined // the state of the desk
  let count: number | undefined
  return () => {
    const tag = tagOfDesk(desk)
    if (tag !== undefined && tag !== counted) {
      counted = tag
      listLeaning(desk).then(
        (leaning) => {
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
