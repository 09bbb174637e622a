// A hand on the keyboard and no other: goes from place to place as a person does, and knows where it is by what has the focus.
import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'

const MOST = 250 // presses, before somebody would give up

/** Presses the key until what has the focus fits the selector; fails where it never does. */
export async function pressUntil(page: Page, key: string, selector: string): Promise<void> {
  for (let i = 0; i < MOST; i++) {
    if (await isFocused(page, selector)) return
    await page.keyboard.press(key)
  }
  assert.fail(`${key} never came to ${selector} on ${page.url()}`)
}

/** Presses the keys one after the other and waits for the page that they lead to, its scripts included. */
export async function go(page: Page, keys: readonly string[], to: RegExp): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
  await page.waitForURL(to)
  await page.locator('[data-help]').waitFor()
}

/** True where the element with the focus is one of these. */
export function isFocused(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)
}

/** The words that the link led to, and whether they can be seen. */
export async function landed(page: Page): Promise<{ words: string; isInView: boolean }> {
  await page.locator('mark:target').first().waitFor()
  return page.evaluate(`(() => {
    const mark = document.querySelector('mark:target')
    const { top, bottom, height } = mark.getBoundingClientRect()
    return { words: mark.textContent, isInView: height > 0 && top >= 0 && bottom <= innerHeight }
  })()`)
}
