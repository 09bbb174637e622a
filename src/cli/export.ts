// `readout export`: everything on the desk in a folder, as JSON Lines, with the bytes as they came.
import { exportDesk } from '../desk/export.ts'
import { print, printJson } from './output.ts'
import { withDesk } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Exports the desk and names each file with its number of lines. */
export async function exportTo(folder: string, { desk: dir, json }: Options): Promise<0> {
  return await withDesk(dir, async (desk) => {
    const manifest = await exportDesk(desk, folder)
    if (json) await printJson(manifest)
    else {
      for (const [file, { lines }] of Object.entries(manifest.files)) await print(`${file}: ${lines}`)
      await print(`payloads: ${manifest.payloads}`)
      await print(`exported to ${folder}`)
    }
  })
}
