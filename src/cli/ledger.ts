// `readout ledger`: every claim with its standing, its origins and its denials.
import type { Desk } from '../desk/desk.ts'
import { listRows, writeLedgerJson } from '../desk/list-ledger.ts'
import type { LedgerRow } from '../model/ledger.ts'
import { endWhenUnread, print, printJson, printPieces } from './output.ts'
import { withDesk } from './with-desk.ts'
import { knownOn, writeRow } from './write-row.ts'

interface Options {
  readonly desk: string
  readonly about?: string
  readonly at?: string // a day
  readonly json?: true
}

/** Prints the ledger of the desk, as known now or at the end of a day. */
export async function ledger({ desk: dir, about, at, json }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    endWhenUnread()
    const isAbout = matcherOf(about)
    if (at !== undefined) await printAt(desk, at, { isAbout, json })
    else if (json) await printPieces(writeLedgerJson(desk, isAbout))
    else await printRows(listRows(desk), isAbout)
  })
}

async function printAt(desk: Desk, day: string, { isAbout, json }: { isAbout: Matcher; json: true | undefined }) {
  const { ledgerJsonAt, listRowsAt } = await import('../desk/ledger-at.ts')
  if (json) return await printJson({ at: day, ...(await ledgerJsonAt(desk, day, isAbout)) })
  await print(`${knownOn(day)}\n`)
  await printRows(await listRowsAt(desk, day), isAbout, day)
}

type Matcher = (wording: string) => boolean

function matcherOf(about = ''): Matcher {
  const words = about.toLowerCase().split(/\s+/)
  return (wording) => words.every((word) => wording.toLowerCase().includes(word))
}

async function printRows(rows: readonly LedgerRow[], isAbout: Matcher, day?: string): Promise<void> {
  const wanted = rows.filter(({ wording }) => isAbout(wording))
  const until = day === undefined ? '' : ' that was printed by then'
  if (rows.length === 0)
    await print(
      `The ledger is empty: no report on this desk${until} puts forward a claim that says enough to be told from others.`,
    )
  else if (wanted.length === 0) await print(`None of the ${rows.length} claims is worded so.`)
  for (const [i, row] of wanted.entries()) await print(`${i > 0 ? '\n' : ''}${writeRow(row)}`)
}
