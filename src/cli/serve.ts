// `readout serve`: the desk as pages on this machine.
import { catchUp } from '../desk/catch-up.ts'
import { openDesk } from '../desk/open-desk.ts'
import { keepServing } from './keep-serving.ts'
import { showProgress, warn } from './output.ts'

interface Options {
  readonly desk: string
  readonly port: number
  readonly host: string
}

/** Serves until it is ended. */
export async function serveDesk({ desk: dir, port, host }: Options): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const progress = showProgress()
    await catchUp(desk, progress.step, warn)
    progress.end()
    await keepServing(desk, { port, host })
    return 0
  } finally {
    await desk.close()
  }
}
