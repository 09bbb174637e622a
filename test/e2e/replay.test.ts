// Captures shown again: a page that tries everything a page can try runs nothing, loads nothing and leads nowhere, in its frame and
// opened by itself; and what a capture is, down to its header lines, is told as text.
import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { keepCapture } from '../../src/archive/keep-capture.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { digestOf } from '../../src/model/digest.ts'
import { serve } from '../../src/server/serve.ts'
import { makeFolder } from '../readout.ts'
import { findViolations, noBrowser, openBrowser, openPage } from './browser.ts'

const folder = makeFolder()
const ids = new Map<string, string>()
const asked: string[] = [] // what reached the other host
let desk: Desk
let served: Awaited<ReturnType<typeof serve>>
let browser: Browser
let other: Server
let elsewhere = ''

const hostile = (host: string) => `<!doctype html><html><head><title>as it came</title>
<base href="${host}/base/"><meta http-equiv="refresh" content="0;url=${host}/refresh">
<link rel="stylesheet" href="${host}/style"><link rel="prefetch" href="${host}/prefetch"><link rel="icon" href="${host}/icon">
<style>body { background: url(${host}/background) } @import "${host}/import"; p { color: green }</style>
<script>document.title = 'ran'; fetch('${host}/fetch'); top.location = '${host}/top'</script>
<script src="${host}/script"></script></head>
<body onload="document.title = 'ran'">
<p>The words of the page</p>
<img src="${host}/image" onerror="document.title = 'ran'"><svg onload="document.title = 'ran'"></svg>
<iframe src="${host}/frame"></iframe><iframe srcdoc="<script>parent.document.title = 'ran'</script>"></iframe>
<object data="${host}/object"></object><embed src="${host}/embed"><video src="${host}/video" autoplay></video>
<a id="out" href="${host}/link">out</a> <a id="up" target="_top" href="${host}/up">up</a> <a id="js" href="javascript:document.title='ran'">js</a>
<form action="${host}/form"><input name="password" autofocus><button id="send">send</button></form>
</body></html>`

async function keep(name: string, type: string | undefined, body: string | Uint8Array): Promise<void> {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
  const url = `https://post.example/${name}?a=1`
  const headers = [...(type ? [['Content-Type', type] as const] : []), ['X-Odd', '<b>"odd"</b>'] as const]
  const { id } = await keepCapture(desk.store, {
    bytes,
    record: {
      at: '2031-03-05T10:00:00.000Z',
      asked: url,
      what: 'page',
      hops: [{ url, status: 200, headers, address: '192.0.2.7' }],
      outcome: { kind: 'answered', payload: digestOf(bytes) },
    },
  })
  ids.set(name, id)
}

before(async () => {
  other = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('reached')
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => other.once('listening', resolve))
  elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`
  desk = await openDesk(join(folder, 'desk'))
  await keep('hostile', 'text/html; charset=utf-8', hostile(elsewhere))
  await keep(
    'drawing',
    'image/svg+xml',
    '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="ran"</script></svg>',
  )
  await keep('script', 'text/javascript', 'document.title = "ran"')
  await keep('file', 'application/pdf', '%PDF-1.4 not really')
  await keep('untyped', undefined, '<script>document.title = "ran"</script>')
  await keep('odd', 'text/html; charset="x\r\nSet-Cookie: a=b"', '<p>odd')
  served = await serve(desk, { port: 0 })
  if (!noBrowser) browser = await openBrowser()
})

after(async () => {
  await browser?.close()
  await served.close()
  await desk.close()
  other.close()
})

const addressOf = (name: string, part: string) => `${served.url}/capture/${ids.get(name)}${part}`

test('bytes are sent under a policy that lets nothing run, typed so that nothing is guessed', async () => {
  const table = [
    ['hostile', 'text/html; charset=utf-8'],
    ['drawing', 'text/plain; charset=utf-8'],
    ['script', 'text/plain; charset=utf-8'],
    ['file', 'application/octet-stream'],
    ['untyped', 'application/octet-stream'],
  ] as const
  for (const [name, type] of table) {
    const reply = await fetch(addressOf(name, '/raw'))
    assert.equal(reply.headers.get('content-type'), type, name)
    assert.equal(reply.headers.get('x-content-type-options'), 'nosniff')
    const policy = new Set((reply.headers.get('content-security-policy') ?? '').split(';').map((one) => one.trim()))
    for (const wanted of [
      'sandbox',
      "default-src 'none'",
      "script-src 'none'",
      "connect-src 'none'",
      "form-action 'none'",
      "style-src 'unsafe-inline'",
      'img-src data:',
      "frame-ancestors 'self'",
      "base-uri 'none'",
    ]) {
      assert.ok(policy.has(wanted), `${name}: ${wanted} not in ${[...policy]}`)
    }
    const isFile = type === 'application/octet-stream'
    assert.equal(
      reply.headers.get('content-disposition')?.startsWith('attachment; filename="capture-') ?? false,
      isFile,
    )
    assert.equal(reply.headers.get('set-cookie'), null)
    await reply.arrayBuffer()
  }
  const odd = await fetch(addressOf('odd', '/raw'))
  assert.match(odd.headers.get('content-type') ?? '', /^text\/html(?:; charset=x)?$/)
  assert.equal(odd.headers.get('set-cookie'), null)
  assert.equal((await fetch(`${served.url}/capture/none/raw`)).status, 404)
})

test('a capture is told as text, and an address of the web at a time leads to it', async () => {
  const page = await (await fetch(addressOf('hostile', ''))).text()
  assert.match(page, /X-Odd: &lt;b>&quot;odd&quot;&lt;\/b>|X-Odd: &lt;b&gt;/)
  assert.match(page, /192\.0\.2\.7/)
  for (const time of ['2031', '20310301', '20310305100000', '2031-03-05T10:00:00Z', '1999']) {
    const reply = await fetch(`${served.url}/web/${time}/https://post.example/hostile?a=1`, { redirect: 'manual' })
    assert.deepEqual([reply.status, reply.headers.get('location')], [302, `/capture/${ids.get('hostile')}`], time)
  }
  assert.equal((await fetch(`${served.url}/web/2031/https://post.example/nothing`)).status, 404)
  assert.equal((await fetch(`${served.url}/web/yesterday/https://post.example/hostile?a=1`)).status, 404)
})

test('the replay of a hostile page runs nothing, loads nothing and stays where it is', {
  skip: noBrowser,
}, async () => {
  for (const part of ['/replay', '/raw'] as const) {
    const { page, close } = await openPage(browser)
    await page.goto(addressOf('hostile', part))
    const frame = part === '/raw' ? page.mainFrame() : page.frames().find((one) => one !== page.mainFrame())
    assert.ok(frame)
    await frame.waitForSelector('p')
    assert.equal(await frame.locator('p').first().textContent(), 'The words of the page')
    const title = () => frame.locator('title').textContent()
    assert.equal(await title(), 'as it came')
    for (const id of ['js', 'send', ...(part === '/replay' ? ['up', 'out'] : [])]) {
      await frame
        .locator(`#${id}`)
        .click({ timeout: 2000, noWaitAfter: true })
        .catch(() => {})
      await page.waitForTimeout(200)
      if (id !== 'out') assert.equal(await title(), 'as it came', `${part}: #${id}`)
    }
    assert.equal(new URL(page.url()).pathname, `/capture/${ids.get('hostile')}${part}`)
    assert.deepEqual(asked, [], `${part}: something reached the other host`)
    if (part === '/replay')
      assert.deepEqual(
        await page.evaluate('document.title').then(String),
        `Replay of https://post.example/hostile?a=1 · Readout`,
      )
    await close()
  }
})

test('the same page where nothing stops it reaches the other host and runs', { skip: noBrowser }, async () => {
  const { page, close } = await openPage(browser)
  await page.setContent(hostile(elsewhere).replace(/<meta[^>]*>|top\.location[^<]*/g, ''))
  await page.waitForTimeout(500)
  assert.equal(await page.title(), 'ran')
  assert.ok(asked.length >= 5, asked.join())
  await close()
})

test('facts and replay pass the accessibility rules', { skip: noBrowser }, async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, close } = await openPage(browser, { colorScheme })
    for (const [name, part] of [
      ['hostile', ''],
      ['file', '/replay'],
    ] as const) {
      await page.goto(addressOf(name, part))
      assert.deepEqual(await findViolations(page), [], `${name}${part}, ${colorScheme}`)
    }
    await close()
  }
})
