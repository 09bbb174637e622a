// One row of the ledger as a paragraph: the claim, where it stands, what stands behind it and against it.
import { nameHolder } from '../desk/ledger-json.ts'
import type { Holder, LedgerRow } from '../model/ledger.ts'
import { safeLine } from './show-safely.ts'

/** The row in a few lines of text. */
export function writeRow(row: LedgerRow): string {
  const { claim, wording, standing, firstPrinted, independentOrigins, assertedIn } = row
  const when = firstPrinted ? `first printed ${firstPrinted.slice(0, 10)}` : 'undated'
  return [
    `${claim}  ${standing}, ${when}`,
    `  ${wording.replace(/\s+/g, ' ')}`,
    `  origins: ${countOrigins(row)}`,
    ...independentOrigins.map((origin) => `    ${safeLine(origin)}`),
    ...listed('asserted in', assertedIn),
    ...listed('and in later versions', row.laterVersions ?? []),
    ...listed('confirmed by', names(row.confirmedBy)),
    ...listed('denied by', names(row.deniedBy)),
    ...listed('rejected by', names(row.rejectedBy ?? [])),
    ...listed('no comment', row.declinedToComment.map(nameSilent)),
    ...listed('corrected by', names(row.correctedBy)),
  ].join('\n')
}

/** What stands above all that is told as of a day. */
export function knownOn(day: string): string {
  return `as known at the end of ${day}, by what had been printed`
}

/** "at least 1, at most 2; 3 of unknown lineage" */
export function countOrigins({ atLeast, atMost, unknownLineage }: LedgerRow): string {
  const unknown = unknownLineage > 0 ? `; ${unknownLineage} of unknown lineage` : ''
  return `at least ${atLeast}, at most ${atMost}${unknown}`
}

function names(holders: readonly Holder[]): string[] {
  return holders.map(nameHolder)
}

const SILENCES = {
  refused: '',
  'no answer': ' (did not answer)',
  'not reached': ' (was not reached)',
  'left open': ' (left it open)',
}

// A refusal to speak is what "no comment" says; the two other silences are events of their own.
function nameSilent(holder: Holder): string {
  return `${nameHolder(holder)}${SILENCES[holder.silence ?? 'refused']}`
}

function listed(what: string, items: readonly string[]): string[] {
  return items.length > 0 ? [`  ${what}: ${items.map(safeLine).join('; ')}`] : []
}
