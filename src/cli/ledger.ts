// `readout ledger`: every claim with its standing, its origins and its denials.
import { listRows, writeLedgerJson } from '../desk/list-ledger.ts'
import type { LedgerRow } from '../model/ledger.ts'
import { endWhenUnread, print, printPieces } from './output.ts'
import { withDesk } from './with-desk.ts'
import { writeRow } from './write-row.ts'

interface Options {
  readonly desk: string
  readonly about?: string
  readonly json?: true
}

/** Prints the ledger of the desk. */
export async function ledger({ desk: dir, about, json }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    endWhenUnread()
    const isAbout = matcherOf(about)
    if (json) await printPieces(writeLedgerJson(desk, isAbout))
    else await printRows(listRows(desk), isAbout)
  })
}

type Matcher = (wording: string) => boolean

function matcherOf(about = ''): Matcher {
  const words = about.toLowerCase().split(/\s+/)
  return (wording) => words.every((word) => wording.toLowerCase().includes(word))
}

async function printRows(rows: readonly LedgerRow[], isAbout: Matcher): Promise<void> {
  const wanted = rows.filter(({ wording }) => isAbout(wording))
  if (rows.length === 0) await print('The ledger is empty: no report on this desk puts forward a claim.')
  else if (wanted.length === 0) await print(`None of the ${rows.length} claims is worded so.`)
  for (const [i, row] of wanted.entries()) await print(`${i > 0 ? '\n' : ''}${writeRow(row)}`)
}
