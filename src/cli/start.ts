// `readout start`: a desk with the bundled sample, its edition written, and pages to look at.
import { openDesk } from '../desk/open-desk.ts'
import { holdDesk, wantUnheld } from '../desk/ops/hold-desk.ts'
import { type Started, startDesk } from '../desk/start.ts'
import type { LogForm } from './open-log.ts'
import { print, showProgress, warn } from './output.ts'

interface Options {
  readonly desk: string
  readonly port: number
  readonly once?: true
  readonly log?: LogForm
}

/** Makes or completes the desk, then serves it unless it is to stop there; 1 where a report could not be made out. */
export async function start({ desk: dir, port, once, log }: Options): Promise<0 | 1> {
  if (!once) await wantUnheld(dir)
  const desk = await openDesk(dir)
  const hold = once ? undefined : await holdDesk(desk)
  try {
    const { derived, week, edition } = await begin(desk)
    for (const { message } of derived.faults) warn(message)
    await print(`the edition of ${week} lies in ${edition}`)
    if (hold) {
      const { keepServing } = await import('./keep-serving.ts')
      await keepServing(desk, { port, hold, ...(log && { log }) })
    }
    return derived.faults.length > 0 ? 1 : 0
  } finally {
    await hold?.release()
    await desk.close()
  }
}

async function begin(desk: Parameters<typeof startDesk>[0]): Promise<Started> {
  const progress = showProgress()
  let kept = 0
  const started = await startDesk(desk, {
    onKept: () => {
      kept += 1
    },
    onProgress: progress.step,
  })
  progress.end()
  if (started.isOwn) await print(`this desk has reports of its own, so the sample was left out`)
  if (kept > 0) await print(`took in ${kept} reports of the sample`)
  return started
}
