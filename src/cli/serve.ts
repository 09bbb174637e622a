// `readout serve`: the desk as pages on this machine, while its sources are followed.
import { catchUp } from '../desk/catch-up.ts'
import { isSoonDone } from '../desk/is-soon-done.ts'
import { holdDesk, wantUnheld } from '../desk/ops/hold-desk.ts'
import { keepServing } from './keep-serving.ts'
import type { LogForm } from './open-log.ts'
import { showProgress, warn } from './output.ts'
import { withDeskAsItIs } from './with-desk.ts'

interface Options {
  readonly desk: string
  readonly port: number
  readonly host: string
  readonly fetch: boolean
  readonly work: boolean
  readonly log?: LogForm
}

/** Serves until it is ended. Throws DESK_HELD where another process serves the desk. */
export async function serveDesk({ desk: dir, ...options }: Options): Promise<0> {
  await wantUnheld(dir)
  return await withDeskAsItIs(dir, async (desk) => {
    const hold = await holdDesk(desk)
    try {
      // a desk of years that another version has to link anew is shown as it was meanwhile
      if (desk.store.isReadOnly || isSoonDone(desk)) {
        const progress = showProgress()
        await catchUp(desk, progress.step, warn)
        progress.end()
      } else {
        const who = options.work ? 'it is brought forward meanwhile' : '"readout worker" brings it forward'
        warn(`${dir}: much is left to read or to link: it is served as it is, and ${who}`)
      }
      await keepServing(desk, { ...options, hold })
      return 0
    } finally {
      await hold.release()
    }
  })
}
