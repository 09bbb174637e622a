// Signing in and keeping accounts in a real browser: on this machine without TLS, and behind a proxy that speaks it.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { addAccount } from '../../src/desk/accounts/keep-accounts.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { serve } from '../../src/server/serve.ts'
import { PASSWORD } from '../../src/server/visitor.contract.ts'
import { makeFolder } from '../readout.ts'
import { findViolations, noBrowser, openBrowser, openPage } from './browser.ts'
import { openExampleDesk } from './example-desk.ts'
import { takePicture } from './take-picture.ts'

const folder = makeFolder()
const skip = { skip: noBrowser }
let browser: Browser
let desk: Desk

before(async () => {
  desk = await openExampleDesk(join(folder, 'desk'))
  await addAccount(desk, { name: 'Ilse Marrow', password: PASSWORD, role: 'admin' }, { who: 'somebody' })
  await addAccount(desk, { name: 'كورفن هيل', password: PASSWORD, role: 'reader' }, { who: 'somebody' })
  if (!noBrowser) browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await desk.close()
})

// what is not there is said to be not there
const isOurs = (fault: string): boolean => !/404 \(Not Found\)/.test(fault)

/** Signs in by keyboard alone. */
async function signIn(page: Page, name = 'Ilse Marrow'): Promise<void> {
  await page.locator('#name').focus()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type(PASSWORD)
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}

test('by keyboard from a page to the way in, back to it, to a token and out again', skip, async () => {
  const { url, close } = await serve(desk, { port: 0 })
  const { page, faults, close: leave } = await openPage(browser)
  try {
    await page.goto(`${url}/ledger`)
    assert.equal(new URL(page.url()).pathname, '/sign-in')
    await signIn(page)
    assert.equal(new URL(page.url()).pathname, '/ledger')
    const cookies = await page.context().cookies()
    const [session] = cookies.filter(({ name }) => /^readout-[\da-f]{8}$/.test(name))
    assert.deepEqual([session?.httpOnly, session?.secure, session?.sameSite], [true, false, 'Lax'])
    await page.goto(`${url}/account`)
    await page.locator('#label').fill('nightly export')
    await page.keyboard.press('Enter')
    const secret = (await page.locator('code.secret').textContent()) ?? ''
    assert.match(secret, /^readout_[\w-]{43}$/)
    const asked = await fetch(`${url}/ledger`, { headers: { authorization: `Bearer ${secret}` } })
    assert.equal(asked.status, 200)
    await page.goto(`${url}/account`)
    assert.equal(await page.locator('code.secret').count(), 0)
    await page.getByRole('button', { name: 'Revoke' }).click()
    assert.equal((await fetch(`${url}/ledger`, { headers: { authorization: `Bearer ${secret}` } })).status, 401)
    await page.goto(`${url}/accounts`)
    await page.getByText('Change كورفن هيل').click()
    await page.locator('details[open] select').selectOption('editor')
    await page.getByRole('button', { name: 'Set role' }).locator('visible=true').click()
    await page.waitForURL(/\/accounts\?done=/)
    assert.match((await page.locator('main').textContent()) ?? '', /كورفن هيل editor/)
    await page.goto(`${url}/audit`)
    const told = await page.locator('tbody td:nth-child(2)').allTextContents()
    assert.deepEqual(told.slice(0, 4), ['role changed', 'token revoked', 'token added', 'signed in'])
    assert.doesNotMatch(await page.content(), new RegExp(`${secret}|${PASSWORD}`))
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    await page.goto(`${url}/ledger`)
    assert.equal(new URL(page.url()).pathname, '/sign-in')
    assert.deepEqual(faults.filter(isOurs), [])
  } finally {
    await leave()
    await close()
  }
})

test('the pages can be read by everybody, light and wide, dark and narrow', skip, async () => {
  const { url, close } = await serve(desk, { port: 0 })
  try {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const width of colorScheme === 'light' ? [1280] : [390]) {
        const {
          page,
          faults,
          close: leave,
        } = await openPage(browser, { colorScheme, viewport: { width, height: 900 } })
        for (const path of ['/sign-in', '/account', '/accounts', '/audit', '/nowhere']) {
          await page.goto(url + path)
          if (path === '/account') await signIn(page)
          if (path === '/accounts') await page.locator('summary').first().click()
          const place = `${path} ${colorScheme} ${width}`
          assert.deepEqual(await findViolations(page), [], place)
          const wide = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          )
          assert.ok(Number(wide) <= 0, `${place} is ${wide} px too wide`)
          await takePicture(page, `${path.slice(1)}-${width}${colorScheme === 'dark' ? '-dark' : ''}`)
        }
        assert.deepEqual(faults.filter(isOurs), [])
        await leave()
      }
    }
  } finally {
    await close()
  }
})

const noTls = noBrowser || (!hasOpenssl() && 'openssl is not installed')

test('behind a proxy with TLS the cookies are safe ones, and forms are taken from the public address', {
  skip: noTls,
}, async () => {
  const proxy = await openProxy()
  writeFileSync(join(desk.dir, 'settings.json'), JSON.stringify({ publicAddress: `https://localhost:${proxy.port}/` }))
  const { url, close } = await serve(desk, { port: 0 })
  proxy.to = new URL(url)
  const { page, faults, close: leave } = await openPage(browser, { ignoreHTTPSErrors: true })
  try {
    await page.goto(`https://localhost:${proxy.port}/ledger`)
    await signIn(page)
    assert.equal(page.url(), `https://localhost:${proxy.port}/ledger`)
    const cookies = await page.context().cookies()
    assert.ok(cookies.length >= 1 && cookies.every(({ name, secure }) => name.startsWith('__Host-') && secure))
    await page.goto(`https://localhost:${proxy.port}/account`)
    assert.match(
      (await page.locator('main').textContent()) ?? '',
      /from 192\.0\.2\.7/,
      'the address that the proxy tells',
    )
    await page.getByRole('button', { name: 'Sign out' }).first().click()
    assert.equal(new URL(page.url()).pathname, '/sign-in')
    assert.deepEqual(faults.filter(isOurs), [])
  } finally {
    await leave()
    await close()
    await proxy.close()
  }
})

function hasOpenssl(): boolean {
  try {
    execFileSync('openssl', ['version'])
    return true
  } catch {
    return false
  }
}

interface Proxy {
  readonly port: number
  to?: URL
  close(): Promise<void>
}

/** A proxy as people put before a desk: it ends TLS, names the desk as it reaches it, and tells who asked. */
async function openProxy(): Promise<Proxy> {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const terms = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost']
  execFileSync('openssl', [...terms, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (asked, answer) => {
    const { method = 'GET', url: path = '/', headers } = asked
    const own = { ...headers, host: proxy.to?.host, 'x-forwarded-for': '192.0.2.7' }
    const onward = request({ host: proxy.to?.hostname, port: proxy.to?.port, method, path, headers: own }, (reply) => {
      answer.writeHead(reply.statusCode ?? 500, reply.headers)
      reply.pipe(answer)
    })
    asked.pipe(onward)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy: Proxy = {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return proxy
}
