// The pages in a real browser: links land on the words, nothing runs, nothing fails, everybody can read them.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import type { Desk } from '../../src/desk/desk.ts'
import { composeEdition } from '../../src/desk/edition.ts'
import { writeEdition } from '../../src/desk/write-edition.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder } from '../readout.ts'
import { findViolations, noBrowser, openBrowser, openPage } from './browser.ts'
import { openExampleDesk } from './example-desk.ts'

const folder = makeFolder()
const skip = { skip: noBrowser }
// desk.test.ts tries the same of a page of each kind, on a phone of 390 pixels; these are on one of 320
const inWhole = { skip: noBrowser || (process.env.READOUT_WHOLE ? false : 'READOUT_WHOLE=1 has it run') }
let browser: Browser
let desk: Desk
let served: Awaited<ReturnType<typeof serve>>

before(async () => {
  desk = await openExampleDesk(join(folder, 'desk'))
  served = await serve(desk, { port: 0 })
  if (!noBrowser) browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await served.close()
  await desk.close()
})

/** Follows a link of each address of words from the page it is on; gives back how many landed where they should. */
async function followAll(page: Page, from: string): Promise<number> {
  const { edition } = await composeEdition(desk)
  const quotes = new Set(
    edition.sections
      .flatMap(({ items }) => items.flatMap(({ heading, lines }) => (heading ? [heading, ...lines] : lines)))
      .flatMap(({ evidence }) => evidence.map(({ quote }) => quote)),
  )
  await page.goto(from)
  const links = page.locator('main a[href*="#c"]')
  const addresses = new Set(await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? '')))
  for (const address of addresses) {
    await page.goto(from)
    await page.locator(`main a[href="${address}"]:visible`).first().click()
    await page.waitForSelector('mark:target')
    const landed = await page.evaluate(`(() => {
      const mark = document.querySelector('mark:target')
      const box = mark.getBoundingClientRect()
      return { words: mark.textContent, isInView: box.top >= 0 && box.bottom <= innerHeight && box.height > 0 }
    })()`)
    const { words, isInView } = landed as { words: string; isInView: boolean }
    assert.ok(quotes.has(words), `landed on "${words}", which no line rests on`)
    assert.ok(isInView, `"${words}" is out of view`)
  }
  return addresses.size
}

test('on the server, each line opens its words', skip, async () => {
  const { page, faults, close } = await openPage(browser)
  assert.ok((await followAll(page, `${served.url}/edition`)) >= 10)
  assert.deepEqual(faults, [])
  await close()
})

test('in a written folder, each line opens its words', skip, async () => {
  const path = await writeEdition(desk, await composeEdition(desk), join(folder, 'out'))
  const { page, faults, close } = await openPage(browser, { viewport: { width: 390, height: 700 } })
  assert.ok((await followAll(page, pathToFileURL(path).href)) >= 10)
  assert.deepEqual(faults, [])
  await close()
})

test('the number of origins opens its reasons, and these open their words', skip, async () => {
  const path = await writeEdition(desk, await composeEdition(desk), join(folder, 'counted'))
  const { page, faults, close } = await openPage(browser)
  for (const from of [`${served.url}/edition`, pathToFileURL(path).href]) {
    await page.goto(from)
    await page.getByRole('link', { name: 'two reports, one origin' }).click()
    assert.match(await page.locator('h1').innerText(), /Karsk offered to freeze the line/)
    await page.getByRole('link', { name: 'Northern Courier, 5 March 2031' }).first().click()
    assert.equal(await page.locator('mark:target').textContent(), 'Karsk offered to freeze the line')
    await page.locator('p.back a').click()
    assert.match(await page.title(), from.startsWith('file:') ? /the week of 3 to 9 March 2031/ : /^Reports/)
  }
  assert.deepEqual(faults, [])
  await close()
})

const PAGES = [
  '/',
  '/stories',
  '/people',
  '/search',
  '/search?words=freeze',
  '/sources',
  '/settings',
  '/removals',
  '/edition',
  '/editions',
  '/edition/2031-W10',
  '/edition/2031-W12',
  '/ledger',
  '/claim/claim-freeze',
  '/reports',
  '/report/offer?at=85-123#c85-123',
  '/report/denial',
  '/nowhere',
]

test(
  'every page passes the accessibility rules, light and dark, and a phone need not scroll it sideways',
  inWhole,
  async () => {
    const { page, faults, close } = await openPage(browser)
    for (const path of PAGES) {
      await page.setViewportSize({ width: 1100, height: 800 })
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(served.url + path)
      await page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true })`)
      assert.deepEqual(await findViolations(page), [], `${path}, light`)
      await page.emulateMedia({ colorScheme: 'dark' }) // colours are all that is other there
      assert.deepEqual(await findViolations(page, ['color-contrast']), [], `${path}, dark`)
      await page.setViewportSize({ width: 320, height: 640 })
      const [wide, shown] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as number[]
      assert.ok((wide ?? 0) <= (shown ?? 0), `${path} is ${wide} wide on a phone of ${shown}`)
    }
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('404')),
      [],
    )
    await close()
  },
)

test('the keyboard reaches the text past the menu, and sees where it is', skip, async () => {
  const { page, close } = await openPage(browser)
  await page.goto(`${served.url}/`)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate('document.activeElement.textContent'), 'Skip to the text')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const focused = (await page.evaluate(`(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
    return [document.activeElement.closest('main') !== null, outlineStyle, outlineWidth]
  })()`)) as unknown[]
  assert.deepEqual(focused, [true, 'solid', '3px'])
  await close()
})
