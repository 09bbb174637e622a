// A desk with the bundled sample, read by the real rooms once for all tests of a file.
import { join } from 'node:path'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { startDesk } from '../../src/desk/start.ts'
import { makeFolder } from '../readout.ts'

const FOLDER = makeFolder() // here, since what is made within a test goes with it

/** Opens it; whoever opens it closes it. */
export async function openSampleDesk(): Promise<Desk> {
  const desk = await openDesk(join(FOLDER, 'desk'))
  await startDesk(desk, { onKept() {}, onProgress() {} })
  return desk
}
