// Whether words for somebody unnamed mean one of a group that the text has spoken of.
import type { Entry } from './chain-book.ts'

/**
 * True where one more of its kind may be of the group: one of the officials, a second source of three.
 * A Veldanian source said … A second Veldanian source said …: one is no group. Two diplomats … A third diplomat: not of it.
 */
export function mayHold(group: Entry, nth: number | undefined): boolean {
  const most = group.count?.atMost
  return most === undefined || (most > 1 && (nth ?? 0) <= most)
}

/** The noun by which a text speaks of any of its unnamed speakers: three officials, and then "the sources". */
export const ANY_OF_THEM = 'source'
