// All that must hold of every page of the desk, tried on one page: nothing fails, the accessibility rules hold in light and dark,
// a phone need not scroll sideways; and its pictures on a wide screen and on a phone, where such are wanted.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { findViolations } from './browser.ts'
import { takePicture } from './take-picture.ts'

const WIDE = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

/** Tries them. `name`: of the pictures. */
export async function inspectPage(page: Page, address: string, name: string): Promise<void> {
  await page.setViewportSize(WIDE)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto(address)
  if (await page.locator('body.served').count()) await page.locator('[data-help]').waitFor() // the scripts have run
  await takePicture(page, `${name}-1280`)
  await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
  assert.deepEqual(await findViolations(page), [], `${address}, light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  assert.deepEqual(await findViolations(page, ['color-contrast']), [], `${address}, dark`)
  await takePicture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize(PHONE)
  const [wide, shown] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [number, number]
  assert.ok(wide <= shown, `${address} is ${wide} wide on a phone of ${shown}`)
  await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = false })`)
  await takePicture(page, `${name}-390`)
}
