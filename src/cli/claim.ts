// `readout claim`: one claim with the words it rests on and the reasons for its count of origins.
import { catchUp } from '../desk/catch-up.ts'
import { ledgerEntry, nameHolder } from '../desk/ledger-json.ts'
import { findClaimBy } from '../desk/list-ledger.ts'
import { openDesk } from '../desk/open-desk.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Holder, LedgerRow } from '../model/ledger.ts'
import { print, printJson, showProgress } from './output.ts'
import { writeRow } from './write-row.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Prints the claim of this id, or of the only one that begins so. */
export async function claim(id: string, { desk: dir, json }: Options): Promise<0> {
  if (id.trim() === '') throw new ReadoutError('USAGE', 'the id of a claim was wanted; "readout ledger" lists them')
  const desk = await openDesk(dir, { make: false })
  try {
    const progress = showProgress()
    await catchUp(desk, progress.step)
    progress.end()
    const { row, ...file } = findClaimBy(desk, id)
    if (json) await printJson({ ...(row && ledgerEntry(row, file.claim)), ...file, claim: file.claim.id })
    else await print(row ? describe(row) : `${file.claim.id}\n  ${file.claim.wording}`)
    return 0
  } finally {
    await desk.close()
  }
}

function describe(row: LedgerRow): string {
  const holders = [
    ...stances('confirms', row.confirmedBy),
    ...stances('denies', row.deniedBy),
    ...stances('declines to comment', row.declinedToComment),
    ...stances('corrects', row.correctedBy),
  ]
  return [
    writeRow(row),
    ...(row.reasons.length > 0
      ? ['', 'Why the origins are so many:', ...row.reasons.map((reason) => `  ${reason}`)]
      : []),
    ...(holders.length > 0 ? ['', 'In their words:', ...holders] : []),
  ].join('\n')
}

function stances(act: string, holders: readonly Holder[]): string[] {
  return holders.map((holder) => {
    const { doc, evidence } = holder
    return `  ${nameHolder(holder)} ${act}, in ${doc}: ${evidence.quote.replace(/\s+/g, ' ')}`
  })
}
