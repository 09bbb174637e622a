// How many reports and how many origins stand behind a claim, in the words that the edition and the ledger share.
// It says how independently a thing was told, never whether it is true.
import type { LedgerRow } from '../model/ledger.ts'

const NUMBERS = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** 2 -> "two"; 13 -> "13". */
export function numberWords(count: number): string {
  return NUMBERS[count] ?? String(count)
}

/** 1, "report" -> "one report". */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberWords(count)} ${count === 1 ? noun : plural}`
}

/** What begins a sentence. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/**
 * "two reports, one origin"; nothing for a single report, which can have but one. `isOlder`: some are from before the
 * period that is told of, "eleven reports so far, four origins".
 */
export function originWords(row: LedgerRow, isOlder = false): string | undefined {
  const reports = new Set(row.assertedIn).size
  return reports < 2 ? undefined : `${counted(reports, 'report')}${isOlder ? ' so far' : ''}, ${boundsWords(row)}`
}

/** "one origin", "at least one and at most two origins", "origin unknown", with the reports of unknown lineage. */
export function boundsWords({
  atLeast,
  atMost,
  unknownLineage,
}: Pick<LedgerRow, 'atLeast' | 'atMost' | 'unknownLineage'>): string {
  const unknown = unknownLineage > 0 ? `besides ${counted(unknownLineage, 'report')} of unknown lineage` : undefined
  if (atMost === 0) return 'origin unknown'
  const known =
    atLeast === atMost
      ? counted(atLeast, 'origin')
      : `at least ${numberWords(atLeast)} and at most ${counted(atMost, 'origin')}`
  return unknown ? `${known}, ${unknown}` : known
}
