// `readout edition export`: an edition in one of its forms, printed, or written where it is wanted.
import { type ExportForm, exportEdition } from '../desk/formats/export-edition.ts'
import { openPrinted } from '../desk/formats/open-printed.ts'
import { writeSite } from '../desk/formats/write-site.ts'
import { writeWhole } from '../desk/formats/write-whole.ts'
import { loadSettings } from '../desk/load-settings.ts'
import { ReadoutError } from '../model/errors.ts'
import { print, printFile, printPieces, warn } from './output.ts'
import { withDesk } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly week?: string
  readonly watch?: string
  readonly as: ExportForm | 'site'
  readonly out?: string
  readonly address?: string
  readonly list?: readonly number[]
}

/** Prints the form, or writes it and prints where it lies. */
export async function exportOf({ desk: dir, as, out, week, watch, address, list }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    const { publicAddress } = await loadSettings(desk.dir)
    const where = address ?? publicAddress
    const printed = await openPrinted(desk, {
      ...(week !== undefined && { week: week.trim().toUpperCase() }),
      ...(watch !== undefined && { watch }),
    })
    if (as !== 'site') {
      const more = { ...(where !== undefined && { address: where }), ...(list && { lists: list }) }
      const text = await exportEdition(desk, printed, as, more)
      if (as === 'listmonk' && !list) warn('no list is named; listmonk wants one: name its number with --list')
      if (out === undefined && /json|listmonk|ghost/.test(as)) await printPieces([text.trimEnd()])
      else if (out === undefined) await printFile(text)
      else await keep(out, text)
      return
    }
    if (out === undefined) throw new ReadoutError('USAGE', 'a site is a folder; say where it shall lie with --out')
    const options = { ...(watch !== undefined && { watch }), ...(address !== undefined && { address }) }
    const { editions, written, removed, kept, hasFeeds } = await writeSite(desk, [printed], out, options)
    for (const path of kept) warn(`${path}: left as it is, since somebody else wrote or changed it`)
    if (!hasFeeds) warn('no feeds were written; say with --address where the folder will be found, and they are')
    const noun = editions === 1 ? 'edition' : 'editions'
    await print(`${out}: ${editions} ${noun}, ${written} files written, ${removed} removed`)
  })
}

async function keep(out: string, text: string): Promise<void> {
  await writeWhole(out, text)
  await print(out)
}
