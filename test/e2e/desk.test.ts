// The sample desk in a browser, as one person on its own machine works with it: every page there is, the way from the start page to
// the words of a report by keyboard alone, rulings and their undoing, and all of it without scripts.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { startDesk } from '../../src/desk/start.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder } from '../readout.ts'
import { besideSample } from './beside-sample.ts'
import { noBrowser, openBrowser, openPage } from './browser.ts'
import { crawl } from './crawl.ts'
import { inspectPage } from './inspect-page.ts'

const skip = { skip: noBrowser }
let browser: Browser
let desk: Desk
let served: Awaited<ReturnType<typeof serve>>

before(async () => {
  if (noBrowser) return
  desk = await openDesk(join(makeFolder(), 'desk'))
  await startDesk(desk, { onKept: () => {}, onProgress: () => {} })
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

// Pages that no link leads to: who is not signed in is led there, and a phrase is looked for in a form.
const BESIDE = ['/account', '/accounts', '/audit', '/search?words=line', '/report/dam-later', '/report/sadd']

test('every page of the desk can be reached, breaks no rule, and is pictured', skip, async () => {
  const routes = listRoutes(makePages(desk), desk)
  const { examples, broken } = await crawl(served.url, routes, ['/', ...BESIDE])
  assert.deepEqual(broken, [])
  const pages = routes.filter(({ kind, method }) => method === 'GET' && kind === 'page')
  const missed = pages.map(({ path }) => path).filter((path) => !examples.has(path) && !ONLY_SHARED.has(path))
  assert.deepEqual(missed, [], 'pages to which no link leads')
  const { page, faults, close } = await openPage(browser)
  for (const [route, addresses] of examples) {
    for (const [i, address] of addresses.entries()) {
      const name = route
        .replace(/^\/$/, 'today')
        .replace(/^\//, '')
        .replace(/[^a-z]+/g, '-')
      await inspectPage(page, served.url + address, i === 0 ? name : `${name}-${i + 1}`)
      assert.deepEqual(faults.splice(0), [], address)
    }
  }
  await close()
})

// what there is only where there are accounts: tried in accounts.test.ts
const ONLY_SHARED = new Set(['/sign-in'])
