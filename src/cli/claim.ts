// `readout claim`: one claim with its timeline, who put it forward and who answered it, in their words, why its origins are
// so many, and who printed which form of its words first; as known now or at the end of a day; or one of its pictures.
import { explainClaim } from '../desk/explain-claim.ts'
import { findForms } from '../desk/find-forms.ts'
import { findVoices } from '../desk/find-voices.ts'
import { ledgerEntry } from '../desk/ledger-json.ts'
import { listDecided } from '../desk/list-decided.ts'
import { type FigureKind, openClaim } from '../desk/open-claim.ts'
import { ReadoutError } from '../model/errors.ts'
import { print, printFile, printJson } from './output.ts'
import { withDesk } from './with-desk.ts'
import { writeClaim } from './write-claim.ts'
import { decidedJson } from './write-decided.ts'
import { writeReasons } from './write-reasons.ts'
import { knownOn } from './write-row.ts'

interface Options {
  readonly desk: string
  readonly at?: string // a day
  readonly svg?: FigureKind
  readonly why?: true
  readonly json?: true
}

/** Prints the claim of this id, or of the only one that begins so. */
export async function claim(id: string, { desk: dir, at, svg, why, json }: Options): Promise<0> {
  if (id.trim() === '') throw new ReadoutError('USAGE', 'the id of a claim was wanted; "readout ledger" lists them')
  return await withDesk(dir, async (desk) => {
    const { file: found, timeline, quoteMatches, draw } = await openClaim(desk, id, at)
    if (svg) return await printFile(draw(svg))
    const voices = findVoices(desk, found)
    const { row, ...file } = found
    const printedForms = await findForms(desk, found, quoteMatches)
    const { decided } = await listDecided(desk)
    const own = decided.filter(({ on }) => on.some((one) => one.id === file.claim.id))
    const explained = why && explainClaim(desk, found)
    if (json) {
      const entry = row && ledgerEntry(row, file.claim)
      const known = at === undefined ? {} : { at }
      const decisions = own.map(decidedJson)
      return await printJson({
        ...entry,
        ...known,
        ...file,
        claim: file.claim.id,
        ...voices,
        timeline,
        printedForms,
        decisions,
        ...(explained && { why: explained }),
      })
    }
    if (at !== undefined) await print(`${knownOn(at)}\n`)
    const bare = `${file.claim.id}\n  ${file.claim.wording}`
    await print(row ? writeClaim(row, voices, { remarks: printedForms, decided: own, timeline }) : bare)
    if (explained) await print(writeReasons(explained))
  })
}
