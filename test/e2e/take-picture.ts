// Pictures of pages, to be looked at by a person. READOUT_PICTURES=1 takes them, into test/e2e/out; else none is, for they cost a page
// more than all that is tried on it.
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'

export const PICTURES = join(import.meta.dirname, 'out')

/** A picture of a whole page, or of a part of one. */
export async function takePicture(of: Page | Locator, name: string): Promise<void> {
  if (process.env.READOUT_PICTURES !== '1') return
  const path = join(PICTURES, `${name}.png`)
  await ('goto' in of ? of.screenshot({ path, fullPage: true }) : of.screenshot({ path }))
}
