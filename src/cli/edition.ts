// `readout edition`: the week in lines that carry their evidence.
import { composeEdition, type EditionFormat, printEdition } from '../desk/edition.ts'
import { writeEdition } from '../desk/write-edition.ts'
import { print, printFile, printPieces } from './output.ts'
import { withDesk } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly week?: string
  readonly watch?: string
  readonly format?: EditionFormat
  readonly json?: true
  readonly out?: string
}

/** Prints the edition, or writes it into a folder and prints where it lies. */
export async function edition({ desk: dir, week, watch, format, json, out }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    const of = {
      ...(week !== undefined && { week: week.trim().toUpperCase() }), // 2031-w11 is the same week
      ...(watch !== undefined && { watch }),
    }
    const composed = await composeEdition(desk, of)
    const wanted = json ? 'json' : format
    if (out === undefined && wanted === 'json') await printPieces([printEdition(composed, wanted).trimEnd()])
    else if (out === undefined && wanted !== undefined) await printFile(printEdition(composed, wanted))
    else if (out === undefined)
      await print(printEdition(composed, 'md').trimEnd()) // to be read
    else await print(await writeEdition(desk, composed, out, wanted ?? 'html'))
  })
}
