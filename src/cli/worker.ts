// `readout worker`: a process that works for a desk until it is ended, beside others or alone.
import { workInBackground } from '../desk/background.ts'
import { openDesk } from '../desk/open-desk.ts'
import { keepBeating } from '../desk/ops/keep-beating.ts'
import { readVersion } from '../desk/read-version.ts'
import { ReadoutError } from '../model/errors.ts'
import { onInterrupt } from './on-interrupt.ts'
import { type LogForm, openLog } from './open-log.ts'
import { print } from './output.ts'
import { tellOfWork } from './tell-of-work.ts'

interface Options {
  readonly desk: string
  readonly fetch: boolean
  readonly log?: LogForm
}

/** Works until it is ended. */
export async function work({ desk: dir, fetch: isFollowing, log }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    if (desk.store.isReadOnly) {
      throw new ReadoutError('STORE_FAILED', `${dir}: the desk may not be written; see that you may write to it`)
    }
    const { signal } = onInterrupt()
    const version = readVersion()
    const beating = keepBeating(desk, 'work', version)
    const tell = await openLog(log)
    const background = workInBackground(desk, version, { isFollowing, ...tellOfWork(tell) })
    if (log !== 'json') await print(`working for ${dir} (Ctrl-C ends it)`)
    tell({ what: 'working', level: 'info', facts: { desk: dir, version } })
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    tell({ what: 'stopping', level: 'info' })
    await background.end()
    await beating.end()
    tell({ what: 'stopped', level: 'info' })
    return 0
  } finally {
    await desk.close()
  }
}
