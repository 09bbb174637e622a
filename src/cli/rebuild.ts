// `readout rebuild`: all that is derived, dropped and made again from what was taken in.
import { openDesk } from '../desk/open-desk.ts'
import { rebuild } from '../desk/rebuild.ts'
import { print, printJson, showProgress, warn } from './output.ts'

interface Options {
  readonly desk: string
  readonly json?: true
}

/** Rebuilds the desk; 1 where a report could not be made out. */
export async function rebuildDesk({ desk: dir, json }: Options): Promise<0 | 1> {
  const desk = await openDesk(dir, { make: false, remakeDerived: true })
  try {
    const progress = showProgress()
    const { read, faults, digest } = await rebuild(desk, progress.step)
    progress.end()
    for (const { message } of faults) warn(message)
    if (json) await printJson({ read, unread: faults.length, digest })
    else await print(`rebuilt from ${read} reports; what was made has the digest ${digest}`)
    return faults.length > 0 ? 1 : 0
  } finally {
    await desk.close()
  }
}
