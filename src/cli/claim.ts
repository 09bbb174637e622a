// `readout claim`: one claim with who put it forward and who answered it, in their words, why its origins are so many,
// and who printed which form of its words first.
import { findForms } from '../desk/find-forms.ts'
import { findVoices } from '../desk/find-voices.ts'
import { ledgerEntry } from '../desk/ledger-json.ts'
import { listDecided } from '../desk/list-decided.ts'
import { findClaimBy } from '../desk/list-ledger.ts'
import { ReadoutError } from '../model/errors.ts'
import { print, printJson } from './output.ts'
import { withDesk } from './with-desk.ts'
import { writeClaim } from './write-claim.ts'
import { decidedJson } from './write-decided.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Prints the claim of this id, or of the only one that begins so. */
export async function claim(id: string, { desk: dir, json }: Options): Promise<0> {
  if (id.trim() === '') throw new ReadoutError('USAGE', 'the id of a claim was wanted; "readout ledger" lists them')
  return await withDesk(dir, async (desk) => {
    const found = findClaimBy(desk, id)
    const voices = await findVoices(desk, found)
    const { row, ...file } = found
    const printedForms = await findForms(desk, found)
    const { decided } = await listDecided(desk)
    const own = decided.filter(({ on }) => on.some((one) => one.id === file.claim.id))
    if (json)
      await printJson({
        ...(row && ledgerEntry(row, file.claim)),
        ...file,
        claim: file.claim.id,
        ...voices,
        printedForms,
        decisions: own.map(decidedJson),
      })
    else await print(row ? writeClaim(row, voices, printedForms, own) : `${file.claim.id}\n  ${file.claim.wording}`)
  })
}
