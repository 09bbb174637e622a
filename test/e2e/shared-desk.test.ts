// A desk that several people share, in a browser: the way in, two who rule on one thing at once, words that would do harm in every
// place where words can stand, and words that are often mangled in every field into which they can be typed.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { parseHTML } from 'linkedom'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { addAccount } from '../../src/desk/accounts/keep-accounts.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { takeIn } from '../../src/desk/take-in.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder } from '../readout.ts'
import { ATTACKS, FORMULAS, HEADER, ODD } from './attack-strings.ts'
import { besideSample, pageOf } from './beside-sample.ts'
import { noBrowser, openBrowser, openPage } from './browser.ts'
import { type Crawled, crawl } from './crawl.ts'
import { type FoundForm, formsOf, sendForm } from './forms.ts'
import { inspectPage } from './inspect-page.ts'

const folder = makeFolder()
const skip = { skip: noBrowser }
const PASSWORD = 'a long stone wall'
const EVIL = [...ATTACKS, ...FORMULAS, HEADER].join(' ')
let browser: Browser
let desk: Desk
let served: Awaited<ReturnType<typeof serve>>

before(async () => {
  if (noBrowser) return
  desk = await openDesk(join(folder, 'desk'))
  await takeIn(desk, Readable.from([...besideSample(), ...harmful()]), () => {})
  await derive(desk)
  for (const name of ['Ada Orme', 'Ben Tarn', ATTACKS[1] ?? '']) {
    await addAccount(desk, { name, password: PASSWORD, role: name === 'Ada Orme' ? 'admin' : 'reviewer' }, {})
  }
  served = await serve(desk, { port: 0 })
  browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await served?.close()
  await desk?.close()
})

/** Reports that carry it in headline, byline, text, address, outlet and name; and one whose page itself does harm. */
function* harmful(): Generator<Parameters<typeof takeIn>[1] extends AsyncIterable<infer T> ? T : never> {
  const text = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  for (const [i, evil] of [EVIL, ...FORMULAS].entries()) {
    const given = {
      url: `https://evil.example/${i}?${evil.replace(/\s/g, '+')}`,
      outlet: evil.slice(0, 300),
      published: '2031-03-12',
    }
    const said = `The envoy Ilse Marrow said on Tuesday that ${text(evil)} would open. “${text(evil)},” the minister Corvin Hale said.`
    yield pageOf(`${evil.slice(0, 60)} ${i}`, 'en', [text(evil), said, said], given)
  }
  const own = `<!doctype html><html><head><meta name="author" content="${text(EVIL)}"><title>Bridge</title></head><body onload="top.pwned=1">
<article><h1>Bridge opens</h1>${ATTACKS.map((evil) => `<p>The envoy Ilse Marrow said that the bridge was open. ${evil}</p>`).join('')}</article></body></html>`
  const given = {
    name: 'bridge',
    mediaType: 'text/html',
    url: 'https://evil.example/bridge',
    published: '2031-03-12',
  } as const
  yield { bytes: new TextEncoder().encode(own), asked: 'bridge.html', given }
}

async function signIn(page: Page, name: string, to = '/'): Promise<void> {
  await page.goto(`${served.url}/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`${to}$`))
}

async function cookieOf(context: BrowserContext): Promise<Record<string, string>> {
  const cookies = await context.cookies()
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }
}

test('one signs in by keyboard, and what accounts have of pages breaks no rule', skip, async () => {
  const { page, faults, close } = await openPage(browser)
  await inspectPage(page, `${served.url}/sign-in`, 'sign-in')
  await signIn(page, 'Ada Orme')
  for (const path of ['/account', '/accounts', '/audit'])
    await inspectPage(page, served.url + path, `shared${path.replace('/', '-')}`)
  await page.getByRole('button', { name: 'Sign out' }).first().press('Enter')
  await page.waitForURL(/sign-in/)
  assert.deepEqual(faults, [])
  await close()
})

test('of two who rule on one thing at once, one is told and loses nothing', skip, async () => {
  const [ada, ben] = [await openPage(browser), await openPage(browser)]
  await signIn(ada.page, 'Ada Orme', '/review')
  await signIn(ben.page, 'Ben Tarn', '/review')
  const form = await ada.page.locator('a[data-key="a"]').first().getAttribute('href')
  for (const { page } of [ada, ben]) {
    await page.goto(served.url + form)
    await page.locator('[data-help]').waitFor()
    await page.locator('input[value="unstated"]').check()
  }
  await ada.page.locator('form.ruling-form button.primary').click()
  await ada.page.getByText(/Kept as decision \d+/).waitFor()
  await ben.page.locator('#why').fill('The dateline says so')
  await ben.page.locator('form.ruling-form button.primary').click()
  await ben.page.getByRole('heading', { name: 'Somebody was quicker' }).waitFor()
  assert.match(await ben.page.locator('#problem').innerText(), /Ada Orme/)
  assert.equal(await ben.page.locator('#why').inputValue(), 'The dateline says so')
  assert.ok(await ben.page.locator('input[value="unstated"]').isChecked())
  assert.deepEqual(ada.faults, [])
  await ada.close()
  await ben.close()
})

/** As an admin: every form about the first claim, to be filled in anew. */
async function formAbout(path: string, headers: Record<string, string>, field: string): Promise<FoundForm> {
  const page = await (await fetch(served.url + path, { headers })).text()
  const form = formsOf(page).find(({ texts, method }) => method === 'post' && texts.includes(field))
  assert.ok(form, `no form with ${field} on ${path}`)
  return form
}

async function firstClaim(headers: Record<string, string>): Promise<string> {
  const page = await (await fetch(`${served.url}/ledger`, { headers })).text()
  return /href="\/claim\/([^"?/]+)"/.exec(page)?.[1] ?? ''
}

test('what would do harm does none on any page, in any feed, in any export', skip, async () => {
  const { page, faults, close } = await openPage(browser)
  page.on('dialog', (dialog) => faults.push(`a dialog: ${dialog.message()}`))
  page.on('request', (request) => new URL(request.url()).origin !== served.url && faults.push(`asked ${request.url()}`))
  await signIn(page, 'Ada Orme')
  const headers = await cookieOf(page.context())
  const claim = await firstClaim(headers)
  for (const [action, field] of [
    ['note', 'text'],
    ['tag', 'tag'],
  ] as const) {
    for (const evil of [...ATTACKS, ...FORMULAS]) {
      const form = await formAbout(`/review/claim/${claim}?do=${action}&at=/claim/${claim}`, headers, field)
      const kept = await sendForm(form, evil.slice(0, field === 'tag' ? 80 : 1000), { url: served.url, headers })
      assert.equal(kept.status, 303, `${action}: ${evil}`)
    }
  }
  const led = await fetch(`${served.url}/sign-in?to=${encodeURIComponent(HEADER)}`, { redirect: 'manual' })
  assert.doesNotMatch(String(led.headers.get('set-cookie')), /pwned/)
  const found: Crawled = await crawl(
    served.url,
    listRoutes(makePages(desk), desk),
    ['/', '/audit', `/claim/${claim}`, `/search?words=${encodeURIComponent(EVIL)}`],
    headers,
  )
  assert.deepEqual(found.broken, [])
  for (const address of [...found.examples.values()].flat()) {
    await page.goto(served.url + address)
    const harm = await page.evaluate(`[
      globalThis.pwned,
      ...[...document.querySelectorAll('*')].flatMap((each) => [...each.attributes])
        .filter(({ name, value }) => /^on/i.test(name) || /^\\s*(?:javascript|data:text)/i.test(value)).map(({ value }) => value),
      ...[...document.querySelectorAll('script:not([src="/web/main.js"]), base, object, embed')].map((each) => each.outerHTML),
    ].filter((each) => each !== undefined)`)
    assert.deepEqual(harm, [], address)
    // in its sandbox a replay tries to do harm, and is kept from it
    const own = faults.splice(0).filter((fault) => !(address.endsWith('/replay') && fault.includes('/capture/')))
    assert.deepEqual(own, [], address)
  }
  for (const file of found.files) {
    const reply = await fetch(served.url + file, { headers })
    assert.ok(reply.status < 500, file)
    assert.equal(reply.headers.get('x-content-type-options'), 'nosniff', file)
    const type = String(reply.headers.get('content-type'))
    assert.ok(
      !/html|svg/.test(type) || /sandbox/.test(String(reply.headers.get('content-security-policy'))),
      `${file}: ${type}`,
    )
    if (type.startsWith('text/csv')) assert.doesNotMatch(await reply.text(), /(?:^|[,\n])"?[=+@\t]/, file)
  }
  assert.ok(!(await page.context().cookies()).some(({ name }) => name === 'pwned'))
  await close()
})

test('odd words come back as they were or are refused, a third of them in each form', skip, async () => {
  const { page, close } = await openPage(browser)
  await signIn(page, 'Ada Orme')
  const headers = await cookieOf(page.context())
  const claim = await firstClaim(headers)
  const { texts } = await crawl(
    served.url,
    listRoutes(makePages(desk), desk),
    ['/', '/account', `/claim/${claim}`],
    headers,
  )
  const forms = new Map<string, FoundForm>()
  for (const form of [...texts.values()].flatMap(formsOf)) {
    const isOwn = form.fixed.some(([, value]) => value === 'Ada Orme') || form.action === '/account/password'
    if (!isOwn) forms.set(`${form.method} ${form.action.replace(/[0-9a-f]{20}/, ':id')} ${form.texts}`, form)
  }
  assert.ok(forms.size >= 8, [...forms.keys()].join('; '))
  for (const [nth, [name, form]] of [...forms].entries()) {
    for (const words of ODD.filter((_, at) => (at + nth) % 3 === 0)) {
      const reply = await sendForm(form, words, { url: served.url, headers })
      assert.ok(reply.status < 500, `${name} of ${JSON.stringify(words.slice(0, 60))}: ${reply.status}`)
      await reply.body?.cancel()
    }
  }
  for (const words of ODD) {
    const search = await fetch(`${served.url}/search?words=${encodeURIComponent(words)}`, { headers })
    assert.ok([200, 400].includes(search.status), JSON.stringify(words))
    const { document } = parseHTML(await search.text())
    if (search.status === 200) assert.equal(document.querySelector('#f-words')?.getAttribute('value') ?? '', words)
    const form = await formAbout(`/review/claim/${claim}?do=note&at=/claim/${claim}`, headers, 'text')
    const kept = await sendForm({ ...form, texts: ['text'] }, words, { url: served.url, headers })
    await kept.body?.cancel()
    assert.ok(
      kept.status === 303 || (kept.status >= 400 && kept.status < 500),
      `${JSON.stringify(words)}: ${kept.status}`,
    )
    if (kept.status !== 303) continue
    const shown = parseHTML(await (await fetch(`${served.url}/claim/${claim}`, { headers })).text()).document
    const notes = [...shown.querySelectorAll('.note-text')].map((each) => each.textContent)
    assert.ok(notes.includes(words.replaceAll('\r\n', '\n')) || notes.includes(words.trim()), JSON.stringify(words))
  }
  await close()
})
