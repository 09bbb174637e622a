// `readout start`: a desk with the bundled sample, its edition written, and pages to look at.
import { openDesk } from '../desk/open-desk.ts'
import { type Started, startDesk } from '../desk/start.ts'
import { print, showProgress, warn } from './output.ts'

interface Options {
  readonly desk: string
  readonly port: number
  readonly once?: true
}

/** Makes or completes the desk, then serves it unless it is to stop there; 1 where a report could not be made out. */
export async function start({ desk: dir, port, once }: Options): Promise<0 | 1> {
  const desk = await openDesk(dir)
  try {
    const { derived, week, edition } = await begin(desk)
    for (const { message } of derived.faults) warn(message)
    await print(`the edition of ${week} lies in ${edition}`)
    if (!once) {
      const { keepServing } = await import('./keep-serving.ts')
      await keepServing(desk, { port })
    }
    return derived.faults.length > 0 ? 1 : 0
  } finally {
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
