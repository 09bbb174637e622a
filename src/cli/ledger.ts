// `readout ledger`: every claim with its standing, its origins and its denials.
import { catchUp } from '../desk/catch-up.ts'
import { listRows, writeLedgerJson } from '../desk/list-ledger.ts'
import { openDesk } from '../desk/open-desk.ts'
import type { LedgerRow } from '../model/ledger.ts'
import { endWhenUnread, print, printPieces, showProgress, warn } from './output.ts'
import { writeRow } from './write-row.ts'

interface Options {
  readonly desk: string
  readonly about?: string
  readonly json?: true
}

/** Prints the ledger of the desk. */
export async function ledger({ desk: dir, about, json }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const progress = showProgress()
    await catchUp(desk, progress.step, warn)
    progress.end()
    endWhenUnread()
    const isAbout = matcherOf(about)
    if (json) await printPieces(writeLedgerJson(desk, isAbout))
    else await printRows(listRows(desk), isAbout)
    return 0
  } finally {
    await desk.close()
  }
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
