// The sample desk in a browser, as one person on its own machine works with it: every page there is, the way from the start page to
// the words of a report by keyboard alone, rulings and their undoing, and all of it without scripts.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { findSaid } from '../../src/archive/catalogue/said-lines.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'
import { besideSample } from './beside-sample.ts'
import { noBrowser, openBrowser, openPage } from './browser.ts'
import { go, isFocused, landed, pressUntil } from './by-keyboard.ts'
import { crawl } from './crawl.ts'
import { inspectPage } from './inspect-page.ts'
import { listMailTokens } from './known-ids.ts'

const folder = makeFolder()
const skip = { skip: noBrowser }
let browser: Browser
let desk: Desk
let served: Awaited<ReturnType<typeof serve>>

before(async () => {
  if (noBrowser) return
  desk = await openSampleDesk(join(folder, 'desk'))
  await takeIn(desk, Readable.from(besideSample()), () => {})
  await derive(desk)
  served = await serve(desk, { port: 0 })
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await served?.close()
  await desk?.close()
})

/** Runs it on a page of its own, where nothing may fail. */
async function withPage(use: (page: Page) => Promise<void>, options: BrowserContextOptions = {}): Promise<void> {
  const { page, faults, close } = await openPage(browser, options)
  await use(page)
  assert.deepEqual(faults, [])
  await close()
}

test('by keyboard from the start page to a claim, to its origins, to the words of a report', skip, () =>
  withPage(async (page) => {
    await page.goto(served.url)
    await page.locator('[data-help]').waitFor()
    await pressUntil(page, 'j', '[id^="claim-"], [id*="-claim-"]')
    await go(page, ['Enter'], /\/claim\//)
    await pressUntil(page, 'Tab', 'section[aria-labelledby*="origins"] a[href*="#c"], #origins ~ * a[href*="#c"]')
    await go(page, ['Enter'], /\/report\/.*#c\d+-\d+$/)
    const { words, isInView } = await landed(page)
    assert.ok(words.length > 3)
    assert.ok(isInView, `"${words}" is out of view`)
  }),
)

test('by keyboard one says who said it, and it holds after a rebuild; u takes it back', skip, () =>
  withPage(async (page) => {
    await page.goto(served.url)
    await page.locator('[data-help]').waitFor()
    await go(page, ['g', 'v'], /\/review$/)
    await pressUntil(page, 'j', '[data-item]:has([data-key="a"])')
    await go(page, ['a'], /\/review\/attribution\/.*do=re-attribute/)
    const id = /attribution\/([^?]+)/.exec(page.url())?.[1] ?? ''
    await pressUntil(page, 'Tab', 'input[type="radio"]')
    for (let i = 0; i < 50 && (await page.locator('input[value="unstated"]:checked').count()) === 0; i++)
      await page.keyboard.press('ArrowDown')
    await pressUntil(page, 'Tab', 'form.ruling-form button.primary')
    await go(page, ['Enter'], /\/review\b/)
    const kept = page.getByText(/Kept as decision \d+/)
    await kept.waitFor()
    await rebuild(desk)
    const kindNow = async () => (await findSaid(desk.store, id))?.kind
    assert.equal(await kindNow(), 'unstated')
    await go(page, ['u'], /\/review\b/)
    await page.getByText(/Kept as decision \d+.*: undone/).waitFor()
    await derive(desk)
    assert.notEqual(await kindNow(), 'unstated')
  }),
)

test('by keyboard two claims become one, whose page the other one leads to; undone, both stand', skip, () =>
  withPage(async (page) => {
    await page.goto(served.url)
    await page.locator('[data-help]').waitFor()
    await go(page, ['g', 'l'], /\/ledger$/)
    await go(page, ['j', 'Enter'], /\/claim\//)
    const kept = page.url()
    await go(page, ['m'], /do=merge/)
    await pressUntil(page, 'Tab', '#q')
    await page.keyboard.type('grain')
    await go(page, ['Enter'], /q=grain/)
    await pressUntil(page, 'Tab', 'input[name="with"]')
    await page.keyboard.press('Space')
    const absorbed = await page.locator('input[name="with"]:checked').inputValue()
    await pressUntil(page, 'Tab', 'form.ruling-form button.primary')
    await go(page, ['Enter'], /\/claim\//)
    await page.getByText(/Kept as decision \d+/).waitFor()
    await derive(desk)
    const leadsTo = async () => new URL((await fetch(`${served.url}/claim/${absorbed}`)).url).pathname
    assert.equal(await leadsTo(), new URL(kept).pathname)
    await page.keyboard.press('u')
    await page.getByText(/: undone/).waitFor()
    await derive(desk)
    assert.equal(await leadsTo(), `/claim/${absorbed}`)
  }),
)

test('by keyboard one finds what a person denied, and the address finds it again', skip, () =>
  withPage(async (page) => {
    await page.goto(served.url)
    await page.locator('[data-help]').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('offer')
    await go(page, ['Enter'], /\/search\?words=offer/)
    await pressUntil(page, 'Tab', 'input[name="in"]')
    for (let i = 0; i < 3 && !(await isFocused(page, '[value="said"]')); i++) await page.keyboard.press('ArrowRight')
    await pressUntil(page, 'Tab', '#f-who')
    await page.keyboard.type('Corvin Hale')
    await pressUntil(page, 'Tab', '#f-act')
    await page.keyboard.type('denies')
    await pressUntil(page, 'Tab', 'form.filter button')
    await go(page, ['Enter'], /who=Corvin(?:\+|%20)Hale/)
    const found = await page.locator('[data-item]').allInnerTexts()
    assert.ok(found.length > 0, 'nothing was found')
    for (const each of found) assert.match(each, /Hale.*denies|denies.*Hale/s)
    await page.goto(page.url())
    assert.deepEqual(await page.locator('[data-item]').allInnerTexts(), found)
    await pressUntil(page, 'j', '[data-item]')
    await go(page, ['Enter'], /\/report\/.*#c/)
    assert.ok((await landed(page)).isInView)
  }),
)

test('all of it works without scripts', skip, () =>
  withPage(
    async (page) => {
      await page.goto(served.url)
      await page.locator('main a[href^="/claim/"]').first().click()
      await page.locator('main a[href*="#c"]').first().click()
      assert.ok((await landed(page)).isInView)
      await page.getByRole('link', { name: 'Review' }).click()
      await page.getByRole('button', { name: 'Confirm' }).first().click()
      await page.getByText(/Kept as decision \d+/).waitFor()
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).click()
      await page.getByText(/: undone/).waitFor()
    },
    { javaScriptEnabled: false },
  ),
)

test('text from right to left runs that way, and paper gets no menus, forms or buttons', skip, () =>
  withPage(async (page) => {
    await page.goto(`${served.url}/report/sadd`)
    const directions = await page.evaluate(
      `['h1', '.text p', 'header.site'].map((each) => getComputedStyle(document.querySelector(each)).direction)`,
    )
    assert.deepEqual(directions, ['rtl', 'rtl', 'ltr'])
    await page.emulateMedia({ media: 'print' })
    for (const path of ['/report/sadd', '/review', '/ledger']) {
      await page.goto(served.url + path)
      const shown = await page.locator('nav:visible, form:visible, button:visible, .skip:visible').count()
      assert.equal(shown, 0, path)
      assert.ok(await page.locator('h1').isVisible())
    }
  }),
)

// Pages that no link leads to: who is not signed in is led there, and a phrase is looked for in a form.
const BESIDE = [
  '/account',
  '/accounts',
  '/audit',
  '/search?words=line',
  '/report/dam-later',
  '/report/sadd',
  '/tags',
  '/watching',
  '/tag/dam',
  '/subscribe',
  '/editions/leaning',
  '/web/2031/https://courier.karsk.example/2031/dam',
]

test('every page of the desk can be reached, breaks no rule, and is pictured', skip, async () => {
  writeFileSync(join(desk.dir, 'settings.json'), JSON.stringify({ mailSignUp: 'on' }))
  const tokens = Object.entries(await listMailTokens(desk)).map(([path, token]) => path + token)
  const routes = listRoutes(makePages(desk), desk)
  const ledger = await (await fetch(`${served.url}/ledger`)).text()
  const [claim = ''] = /\/claim\/[^"?/]+/.exec(ledger) ?? [] // few claims have so many reports that they need a page of their own
  const { examples, broken } = await crawl(served.url, routes, ['/', ...BESIDE, ...tokens, `${claim}/reports`])
  assert.deepEqual(broken, [])
  const pages = routes.filter(({ kind, method }) => method === 'GET' && kind === 'page')
  const missed = pages.map(({ path }) => path).filter((path) => !examples.has(path) && !ELSEWHERE.has(path))
  assert.deepEqual(missed, [], 'pages to which no link leads')
  const { page, faults, close } = await openPage(browser)
  for (const [route, addresses] of examples) {
    for (const [i, address] of addresses.entries()) {
      const name = route
        .replace(/^\/$/, 'today')
        .replace(/^\//, '')
        .replace(/[^a-z]+/g, '-')
      if (i === 0) await inspectPage(page, served.url + address, name)
      else if (process.env.READOUT_WHOLE) await page.goto(served.url + address) // another of its kind comes up without a fault
      assert.deepEqual(faults.splice(0), [], address)
    }
  }
  await close()
})

// what there is only where there are accounts is tried in accounts.test.ts, and of a draft in editing.test.ts
const ELSEWHERE = new Set(['/sign-in', '/edition/:week/edit', '/edition/:week/versions', '/edition/:week/issue'])
