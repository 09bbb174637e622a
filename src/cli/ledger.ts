// `readout ledger`: every claim with its standing, its origins and its denials.
import { catchUp } from '../desk/catch-up.ts'
import { listRows, makeLedgerJson } from '../desk/list-ledger.ts'
import { openDesk } from '../desk/open-desk.ts'
import { print, printJson, showProgress } from './output.ts'
import { writeRow } from './write-row.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Prints the ledger of the desk. */
export async function ledger({ desk: dir, json }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const progress = showProgress()
    await catchUp(desk, progress.step)
    progress.end()
    if (json) await printJson(await makeLedgerJson(desk))
    else await printRows(desk)
    return 0
  } finally {
    await desk.close()
  }
}

async function printRows(desk: Parameters<typeof listRows>[0]): Promise<void> {
  const rows = listRows(desk)
  if (rows.length === 0) await print('The ledger is empty: no report on this desk puts forward a claim.')
  for (const [i, row] of rows.entries()) await print(`${i > 0 ? '\n' : ''}${writeRow(row)}`)
}
