// The client scripts on a page made for them, under a policy as strict as the server's: what each key does, what it must leave alone, and
// that what others do shows without taking a reader's place.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fastify } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import type { Browser, Page } from 'playwright-core'
import { html } from '../../src/publish/html.ts'
import { serverLinks } from '../../src/publish/links.ts'
import { renderPage, type Shell } from '../../src/publish/page.ts'
import { STYLE } from '../../src/publish/style.ts'
import { webRoutes } from '../../src/server/web-routes.ts'
import { findViolations, noBrowser, openBrowser, openPage } from './browser.ts'

const shell: Shell = { viewer: { name: 'Ilse Marrow', role: 'reviewer' }, csrf: 'abc', isShared: true }
let decisions = 11 // that the page shows
let title = 'Three claims'

const list = (): string => {
  const items = ['freeze', 'bridge', 'summit'].map(
    (name, i) => html`<li data-item id="item-${name}"><p><a href="/claim/${name}" data-open>The ${name}</a></p>
<form action="/reports"><label>Note <input name="note" data-key="m"></label><button data-key="c" name="confirmed" value="${name}">Confirm ${i + 1}</button></form></li>`,
  )
  const body = html`<h1>${title}</h1>
<p id="count">${decisions} decisions</p>
<form action="/stories"><button data-undo>Undo</button><button type="button" data-toggle="no-people" aria-pressed="false" hidden>Hide people</button></form>
<details id="more"><summary data-key="x">More</summary><textarea aria-label="Why"></textarea></details>
<ol>${items}</ol>
<blockquote data-passage><p>Karsk <mark>offered to freeze</mark> the line.</p></blockquote>
<form><label>What was said <textarea data-span-field="content">Karsk</textarea></label></form>
<p id="cite">Marrow 2031</p><button type="button" data-copy="cite" hidden>Copy</button>`
  return renderPage({ title: 'Claims', here: 'ledger', links: serverLinks, shell, body })
}

const POLICY =
  "default-src 'none';script-src 'self';connect-src 'self';style-src 'self';img-src data:;base-uri 'none';form-action 'self'"

let browser: Browser
const server = fastify({ forceCloseConnections: true })
let url: string
let emit: ((text: string) => void)[] = []

before(async () => {
  server.setValidatorCompiler(validatorCompiler)
  server.addHook('onRequest', async (_request, reply) => void reply.header('content-security-policy', POLICY))
  for (const { path, answer } of webRoutes()) {
    server.get(path, (request, reply) =>
      answer({ request, reply, params: request.params, query: request.query } as never),
    )
  }
  for (const path of ['/ledger', '/reports', '/stories']) {
    server.get(path, (_request, reply) => reply.type('text/html; charset=utf-8').send(list()))
  }
  server.get('/claim/:id', (_request, reply) => {
    const body = html`<h1>One claim</h1>`
    reply
      .type('text/html; charset=utf-8')
      .send(renderPage({ title: 'Claim', here: 'claim', links: serverLinks, shell, body }))
  })
  server.get('/style.css', (_request, reply) => reply.type('text/css').send(STYLE))
  server.get('/api/events', (_request, reply) => {
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).write('\n')
    emit.push((text) => reply.raw.write(text))
  })
  url = await server.listen({ port: 0, host: '127.0.0.1' })
  if (!noBrowser) browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await server.close()
})

async function withPage(use: (page: Page) => Promise<void>, options = {}): Promise<void> {
  emit = []
  const { page, faults, close } = await openPage(browser, options)
  await page.goto(`${url}/ledger`)
  await page.waitForSelector('[data-help]:visible') // the scripts have run
  await use(page)
  assert.deepEqual(faults, [])
  await close()
}

const focusOf = (page: Page) =>
  page.evaluate('document.activeElement.id || document.activeElement.name || document.activeElement.tagName')
const press = async (page: Page, ...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key)
}

test('j and k move real focus from item to item, and Enter opens the one in focus', { skip: noBrowser }, () =>
  withPage(async (page) => {
    await press(page, 'j')
    assert.equal(await focusOf(page), 'item-freeze')
    await press(page, 'n', 'j', 'j')
    assert.equal(await focusOf(page), 'item-summit')
    await press(page, 'p', 'k')
    assert.equal(await focusOf(page), 'item-freeze')
    assert.equal(await page.evaluate('getComputedStyle(document.activeElement).outlineWidth'), '3px')
    await press(page, 'j', 'Enter')
    await page.waitForURL('**/claim/bridge')
  }),
)

test('a marked button is pressed within the item in focus, and never while words are typed', { skip: noBrowser }, () =>
  withPage(async (page) => {
    await press(page, 'j', 'j', 'm')
    assert.equal(await focusOf(page), 'note')
    await page.keyboard.type('jkcugs/?')
    assert.equal(await page.inputValue('#item-bridge input'), 'jkcugs/?')
    assert.equal(new URL(page.url()).pathname, '/ledger')
    await press(page, 'Escape')
    assert.equal(await focusOf(page), 'item-bridge')
    await press(page, 'j', 'Control+c', 'Alt+c', 'Meta+c')
    assert.equal(new URL(page.url()).search, '')
    await press(page, 'c')
    await page.waitForURL('**/reports?note=&confirmed=summit')
  }),
)

test('g and a letter go, / finds, u undoes, x opens its fold with the field in focus', { skip: noBrowser }, () =>
  withPage(async (page) => {
    await press(page, '/')
    assert.equal(await focusOf(page), 'find')
    await page.evaluate('document.activeElement.blur()')
    await press(page, 'x')
    assert.equal(await focusOf(page), 'TEXTAREA')
    await page.evaluate('document.activeElement.blur()')
    await press(page, 'g', 'r')
    await page.waitForURL('**/reports')
    await page.waitForSelector('[data-help]:visible')
    await press(page, 'u')
    await page.waitForURL('**/stories?')
  }),
)

test('the help names the keys of this page and no other, and gives focus back', { skip: noBrowser }, () =>
  withPage(async (page) => {
    await press(page, 'j', '?')
    const dialog = page.getByRole('dialog', { name: 'Keys of this page' })
    const shown = await dialog.innerText()
    for (const words of [/c\s+Confirm 1/, /m\s+Note/, /j or n\s+Next item/, /g then s\s+Go to Stories/])
      assert.match(shown, words)
    assert.deepEqual(await findViolations(page), [])
    await press(page, 'j', 'c') // nothing happens behind a dialog
    await press(page, 'Escape')
    assert.equal(await focusOf(page), 'item-freeze')
    await page.goto(`${url}/claim/freeze`)
    await page.waitForSelector('[data-help]:visible')
    await press(page, '?')
    const there = await page.getByRole('dialog').innerText()
    assert.doesNotMatch(there, /Next item|Confirm|Undo/)
    assert.match(there, /Go to Ledger/)
  }),
)

test(
  'words that are chosen in the passage go into a field, in place of its words or as a line more',
  { skip: noBrowser },
  () =>
    withPage(async (page) => {
      const choose = (from: number, to: number) =>
        page.evaluate(`(() => { const [, mark] = document.querySelector('[data-passage] p').childNodes
        getSelection().setBaseAndExtent(mark.firstChild, ${from}, mark.nextSibling, ${to}) })()`)
      const put = page.getByRole('button', { name: 'Put the selected words here: What was said' })
      assert.ok(await put.isDisabled())
      await choose(8, 9)
      await put.click()
      assert.equal(await page.inputValue('[data-span-field]'), 'to freeze the line')
      await choose(0, 4)
      await page.getByRole('button', { name: 'Add the selected words: What was said' }).press('Enter')
      assert.equal(await page.inputValue('[data-span-field]'), 'to freeze the line\noffered to freeze the')
      await page.getByText('Selected words: offered to freeze the', { exact: true }).waitFor()
    }),
)

test('toggles keep their state, folds stay open, and copying says so', { skip: noBrowser }, () =>
  withPage(
    async (page) => {
      await page.getByRole('button', { name: 'Hide people' }).click()
      await page.getByText('More', { exact: true }).click()
      await page.reload()
      await page.waitForSelector('main.no-people details[open]')
      assert.equal(await page.getByRole('button', { name: 'Hide people' }).getAttribute('aria-pressed'), 'true')
      await page.getByRole('button', { name: 'Copy' }).click()
      await page.getByText('Copied.').waitFor()
      assert.equal(await page.evaluate('navigator.clipboard.readText()'), 'Marrow 2031')
    },
    { permissions: ['clipboard-read', 'clipboard-write'] },
  ),
)

test('what another decides is told, and offered without moving anything', { skip: noBrowser }, () =>
  withPage(async (page) => {
    for (let i = 0; emit.length === 0 && i < 100; i++) await page.waitForTimeout(20)
    const happens = (name: string, data: object) => emit.at(-1)?.(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
    await press(page, 'j', 'j')
    decisions = 12
    happens('decision', { by: 'Corvin Hale', number: 12 })
    await page.getByText('Corvin Hale decided on this.').waitFor()
    assert.equal(await focusOf(page), 'item-bridge')
    assert.equal(await page.getByText('11 decisions').count(), 1)
    const before = emit.length // those who listen
    await page.getByRole('button', { name: 'Show them' }).click()
    await page.getByText('12 decisions').waitFor()
    for (let i = 0; emit.length === before && i < 100; i++) await page.waitForTimeout(20)
    title = 'Four claims'
    happens('capture', { count: 1 })
    happens('walk', { version: 3 })
    await page.getByText('New reports came in.').waitFor()
    assert.equal(await page.locator('h1').innerText(), 'Three claims')
    await page.getByRole('button', { name: 'Show them' }).click()
    await page.getByRole('heading', { name: 'Four claims' }).waitFor()
  }),
)

test('a page that looks the same to its reader says nothing', { skip: noBrowser }, () =>
  withPage(async (page) => {
    for (let i = 0; emit.length === 0 && i < 100; i++) await page.waitForTimeout(20)
    const asked = page.waitForRequest('**/ledger')
    emit.at(-1)?.('event: walk\ndata: {"version":4}\n\n')
    await asked
    await page.waitForTimeout(200)
    assert.equal(await page.getByRole('status').innerText(), '')
  }),
)

test('without scripts nothing is shown that needs one', { skip: noBrowser }, async () => {
  const { page, faults, close } = await openPage(browser, { javaScriptEnabled: false })
  await page.goto(`${url}/ledger`)
  for (const name of ['Hide people', 'Copy', 'Keys of this page']) {
    assert.equal(await page.getByRole('button', { name }).count(), 0, name)
  }
  assert.deepEqual(faults, [])
  await close()
})
