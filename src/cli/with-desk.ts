// What every command does that shows a desk: opens it, brings what is derived up to date while it says how far that has come,
// and closes it whatever happens.
import { catchUp } from '../desk/catch-up.ts'
import type { Desk } from '../desk/desk.ts'
import { openDesk } from '../desk/open-desk.ts'
import { showProgress, warn } from './output.ts'

/** Does the work on the desk in the folder, which must be there. */
export async function withDesk(dir: string, work: (desk: Desk) => Promise<void>): Promise<0> {
  return await withDeskAsItIs(dir, async (desk) => {
    const progress = showProgress()
    await catchUp(desk, progress.step, warn)
    progress.end()
    await work(desk)
    return 0
  })
}

/** The same for work that leans on nothing that is still to be read or linked. */
export async function withDeskAsItIs<T extends 0 | 1>(dir: string, work: (desk: Desk) => Promise<T>): Promise<T> {
  const desk = await openDesk(dir, { make: false })
  try {
    return await work(desk)
  } finally {
    await desk.close()
  }
}
