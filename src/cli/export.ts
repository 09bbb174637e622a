// `readout export`: everything on the desk in a folder, as JSON Lines, with the bytes as they came.
import { catchUp } from '../desk/catch-up.ts'
import { exportDesk } from '../desk/export.ts'
import { openDesk } from '../desk/open-desk.ts'
import { print, printJson, showProgress, warn } from './output.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Exports the desk and names each file with its number of lines. */
export async function exportTo(folder: string, { desk: dir, json }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const progress = showProgress()
    await catchUp(desk, progress.step, warn)
    progress.end()
    const manifest = await exportDesk(desk, folder)
    if (json) await printJson(manifest)
    else {
      for (const [file, { lines }] of Object.entries(manifest.files)) await print(`${file}: ${lines}`)
      await print(`payloads: ${manifest.payloads}`)
      await print(`exported to ${folder}`)
    }
    return 0
  } finally {
    await desk.close()
  }
}
