// `readout export`: everything on the desk in a folder, as JSON Lines, with the bytes as they came; or, with --warc, what
// was captured as one file of the standard for web archives.
import { exportDesk } from '../desk/export.ts'
import { exportWarc } from '../desk/export-warc.ts'
import { openDesk } from '../desk/open-desk.ts'
import { ReadoutError } from '../model/errors.ts'
import { print, printJson } from './output.ts'
import { withDesk } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly warc?: string
  readonly json?: true
}

/** Exports the desk and names each file with its number of lines, or each type of record with its number. */
export async function exportTo(folder: string | undefined, options: Options, version: string): Promise<0> {
  if ((folder === undefined) === (options.warc === undefined)) {
    throw new ReadoutError('USAGE', 'name either a folder or, with --warc, a file such as desk.warc.gz')
  }
  if (options.warc !== undefined) return await exportCaptures(options.warc, options, version)
  const to = folder ?? ''
  return await withDesk(options.desk, async (desk) => {
    const manifest = await exportDesk(desk, to)
    if (options.json) await printJson(manifest)
    else {
      for (const [file, { lines }] of Object.entries(manifest.files)) await print(`${file}: ${lines}`)
      await print(`payloads: ${manifest.payloads}`)
      await print(`exported to ${to}`)
    }
  })
}

async function exportCaptures(file: string, { desk: dir, json }: Options, version: string): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const { captures, records } = await exportWarc(desk, file, `Readout/${version}`)
    if (json) await printJson({ captures, records })
    else {
      for (const [type, count] of Object.entries(records)) await print(`${type}: ${count}`)
      await print(`${captures} captures exported to ${file}`)
    }
    return 0
  } finally {
    await desk.close()
  }
}
