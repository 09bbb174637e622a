// What every command does that shows a desk: opens it, brings what is derived up to date while it says how far that has come,
// and closes it whatever happens.
import { catchUp } from '../desk/catch-up.ts'
import type { Desk } from '../desk/desk.ts'
import { openDesk } from '../desk/open-desk.ts'
import { showProgress, warn } from './output.ts'

/** Does the work on the desk in the folder, which must be there. */
export async function withDesk(dir: string, work: (desk: Desk) => Promise<void>): Promise<0> {
  const desk = await openDesk(dir, { make: false })
  try {
    const progress = showProgress()
    await catchUp(desk, progress.step, warn)
    progress.end()
    await work(desk)
    return 0
  } finally {
    await desk.close()
  }
}
