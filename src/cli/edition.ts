// `readout edition`: the week in lines that carry their evidence.
import { catchUp } from '../desk/catch-up.ts'
import { composeEdition, type EditionFormat, printEdition } from '../desk/edition.ts'
import { openDesk } from '../desk/open-desk.ts'
import { writeEdition } from '../desk/write-edition.ts'
import { print, printPieces, showProgress, warn } from './output.ts'

interface Options {
  readonly desk: string
  readonly week?: string
  readonly format?: EditionFormat
  readonly json?: true
  readonly out?: string
}

/** Prints the edition, or writes it into a folder and prints where it lies. */
export async function edition({ desk: dir, week, format, json, out }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const progress = showProgress()
    await catchUp(desk, progress.step, warn)
    progress.end()
    const composed = await composeEdition(desk, week?.trim().toUpperCase()) // 2031-w11 is the same week
    const wanted = json ? 'json' : format
    if (out === undefined && wanted === 'json') await printPieces([printEdition(composed, wanted).trimEnd()])
    else if (out === undefined) await print(printEdition(composed, wanted ?? 'md').trimEnd())
    else await print(await writeEdition(desk, composed, out, wanted ?? 'html'))
    return 0
  } finally {
    await desk.close()
  }
}
