// `readout worker`: a process that works for a desk until it is ended, beside others or alone.
import { workInBackground } from '../desk/background.ts'
import { openDesk } from '../desk/open-desk.ts'
import { keepBeating } from '../desk/ops/keep-beating.ts'
import { readVersion } from '../desk/read-version.ts'
import { ReadoutError } from '../model/errors.ts'
import { onInterrupt } from './on-interrupt.ts'
import { print, warn } from './output.ts'

interface Options {
  readonly desk: string
  readonly fetch: boolean
}

/** Works until it is ended. */
export async function work({ desk: dir, fetch: isFollowing }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    if (desk.store.isReadOnly) {
      throw new ReadoutError('STORE_FAILED', `${dir}: the desk may not be written; see that you may write to it`)
    }
    const { signal } = onInterrupt()
    const version = readVersion()
    const beating = keepBeating(desk, 'work', version)
    const background = workInBackground(desk, version, { isFollowing, onFault: warn })
    await print(`working for ${dir} (Ctrl-C ends it)`)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
    await background.end()
    await beating.end()
    return 0
  } finally {
    await desk.close()
  }
}
