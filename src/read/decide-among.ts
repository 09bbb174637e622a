// Whether words for somebody unnamed mean one of a group that the text has spoken of, and whether a pronoun is decided.
import { type ChainBook, type Entry, findLatest } from './chain-book.ts'

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

const NEARBY = 160 // characters: about a sentence; a rival further up is no rival

/** True where a second person may be meant as well as the one spoken of last: "Marrow met Hald. She said …" */
export function hasRival(book: ChainBook, at: number, accepts: (entry: Entry) => boolean): boolean {
  const isNear = (seen: number): boolean => at - seen < NEARBY
  const latest = findLatest(book, at, (seen) => accepts(seen.entry) && isNear(seen.at))
  if (latest?.kind !== 'person') return false
  const other = findLatest(
    book,
    at,
    ({ entry, at: seen }) => entry !== latest && entry.kind === 'person' && accepts(entry) && isNear(seen),
  )
  return other !== undefined && other.gender === latest.gender
}
