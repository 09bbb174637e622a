// A desk with the bundled sample, read by the real rooms. Where all tests are run it is made once, before them, and each file of
// tests has a copy of its own; a file that is run by itself makes it.
import { cpSync } from 'node:fs'
import type { Desk } from '../src/desk/desk.ts'
import { openDesk } from '../src/desk/open-desk.ts'
import { startDesk } from '../src/desk/start.ts'

/** Opens it in a folder that is not there yet; whoever opens it closes it. */
export async function openSampleDesk(dir: string): Promise<Desk> {
  const made = process.env.READOUT_TEST_SAMPLE
  if (made) cpSync(made, dir, { recursive: true })
  const desk = await openDesk(dir)
  await startDesk(desk, { onKept() {}, onProgress() {} })
  return desk
}
