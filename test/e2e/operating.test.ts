// A served desk as whoever runs it sees it: its health, its numbers, its page, its log, its end. Secrets are planted wherever somebody
// hands the desk one, and looked for in all that it says.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { addAccount } from '../../src/desk/accounts/keep-accounts.ts'
import { addToken } from '../../src/desk/accounts/keep-tokens.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makeFolder, readout } from '../readout.ts'
import { beginServing, type ServingProcess } from '../serving.ts'

const PLANTED = {
  password: 'hush-of-the-password-11',
  wrong: 'hush-of-a-wrong-one-12',
  mail: 'hush-of-the-mail-13',
  feed: 'hush-in-an-address-14',
  user: 'hush-of-a-user-15',
  link: 'hush-in-a-link-16',
  words: 'hush-in-a-search-17',
  body: 'hush-in-a-body-18',
}

const dir = join(makeFolder(), 'desk')
let served: ServingProcess
let token = ''
const cookies: string[] = []
const feed = createServer((request, reply) => {
  if (request.url === '/robots.txt') return void reply.writeHead(404).end()
  reply.writeHead(500, { 'content-type': 'text/plain' }).end(PLANTED.body)
})

before(async () => {
  const desk = await openDesk(dir)
  const account = await addAccount(desk, { name: 'Ada Orme', password: PLANTED.password, role: 'admin' }, {})
  token = (await addToken(desk, account, { label: 'scraper', scope: 'read', days: 7 }, {})).secret
  await desk.close()
  await new Promise<void>((resolve) => feed.listen(0, '127.0.0.1', resolve))
  const address = feed.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  const env = {
    READOUT_MAIL_PASSWORD: PLANTED.mail,
    READOUT_SETTING_NETWORKS: '127.0.0.0/8',
    READOUT_SETTING_PORTS: `[${port}]`,
    READOUT_SETTING_HOST_GAP_SECONDS: '0',
  }
  const source = `http://127.0.0.1:${port}/feed.xml?key=${PLANTED.feed}`
  const { status, err } = await readout(['source', 'add', source, '--page', '--desk', dir, '--by', 'Ada Orme'], { env })
  assert.equal(status, 0, err)
  served = await beginServing(dir, { args: [], env })
})

after(async () => {
  await served.kill('SIGKILL')
  feed.close()
})

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(served.url + path, { redirect: 'manual', ...init })

test('a supervisor is told a word, and nobody else is told more than that without a token', async () => {
  assert.deepEqual(await (await ask('/health/live')).json(), { status: 'ok' })
  const ready = await ask('/health/ready')
  assert.equal(ready.status, 200)
  assert.deepEqual(await ready.json(), { status: 'ready', checks: { store: true, serving: true } })
  assert.equal((await ask('/metrics', { headers: { accept: 'application/json' } })).status, 401)
  assert.notEqual((await ask('/status')).status, 200)
  assert.equal((await ask('/metrics', { headers: { 'x-forwarded-for': '127.0.0.1' } })).status === 200, false)
})

test('a token of any account has the numbers', async () => {
  const reply = await ask('/metrics', { headers: { authorization: `Bearer ${token}` } })
  assert.equal(reply.status, 200)
  assert.match(reply.headers.get('content-type') ?? '', /^text\/plain; .*version=0\.0\.4/)
  const text = await reply.text()
  for (const name of ['readout_waiting 0', 'readout_intake_stopped 0', 'readout_sources{state="followed"} 1']) {
    assert.ok(text.includes(`\n${name}\n`), name)
  }
  assert.match(text, /readout_request_seconds_count\{method="GET",route="\/health\/live",status="2xx"\} 1\n/)
})

test('readout status looks at it from outside, and sees who is at work', async () => {
  const { out, status } = await readout(['status', '--desk', dir, '--json'])
  const seen = JSON.parse(out)
  assert.deepEqual(
    seen.processes.filter(({ kind }: { kind: string }) => kind === 'serve').map(({ pid }: { pid: number }) => pid),
    [served.child.pid],
  )
  assert.match(seen.engine, /^SQLite 3\.\d+/)
  assert.equal(status, seen.alarms.length > 0 ? 1 : 0)
  assert.match((await readout(['status', '--desk', dir])).out, /^(?:ALARM .*\n)*Readout: .*\nKept by: SQLite/)
})

test('what it tells of is a line of JSON each, and no secret stands in any', async () => {
  const signIn = (password: string): Promise<Response> =>
    ask('/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: served.url, cookie: cookies.join('; ') },
      body: new URLSearchParams({ name: 'Ada Orme', password, to: '/', _csrf: form }).toString(),
    })
  const page = await ask('/sign-in')
  const form = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  cookies.push(...page.headers.getSetCookie().map((line) => line.split(';')[0] ?? ''))
  assert.notEqual((await signIn(PLANTED.wrong)).status, 303)
  const signed = await signIn(PLANTED.password)
  assert.equal(signed.status, 303, await signed.text())
  cookies.push(...signed.headers.getSetCookie().map((line) => line.split(';')[0] ?? ''))
  await ask(`/unsubscribe/${PLANTED.link}`)
  await ask(`/search?words=${PLANTED.words}`, { headers: { authorization: `Bearer ${token}` } })
  await ask('/reports', { headers: { authorization: `Bearer ${PLANTED.user}` } })
  await ask(`/nowhere/${PLANTED.link}`)
  const end = Date.now() + 120_000
  while (!['"event":"asked"', '"route":"none"'].every((words) => served.said().includes(words))) {
    assert.ok(Date.now() < end, `something was never told: ${served.said()}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const secrets = [
    ...Object.values(PLANTED),
    token,
    form,
    ...cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1)).filter((value) => value.length > 8),
  ]
  assert.ok(secrets.length >= 12, `only ${secrets.length} secrets were planted`)
  const lines = served.said().trim().split('\n')
  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  for (const { event, level, time } of events) {
    assert.ok(typeof event === 'string' && typeof level === 'string')
    assert.match(String(time), /^\d{4}-\d\d-\d\dT/)
  }
  const routes = new Set(events.filter(({ event }) => event === 'request').map(({ route }) => route))
  for (const route of ['/sign-in', '/unsubscribe/:token', '/search', 'none']) assert.ok(routes.has(route), route)
  const [asked] = events.filter(({ event }) => event === 'asked')
  assert.match(String(asked?.url), /^http:\/\/127\.0\.0\.1:\d+\/feed\.xml\?\[hidden\]$/)
  for (const secret of secrets) assert.ok(!served.said().includes(secret), `${secret} stands in the log`)
})

test('told to end it takes no more, ends in time and says so', async () => {
  const begun = performance.now()
  const news = await ask('/api/events', { headers: { authorization: `Bearer ${token}` } })
  assert.equal(news.status, 200)
  assert.equal(await served.kill('SIGTERM'), 0)
  const ms = performance.now() - begun
  assert.ok(ms < 20_000, `${ms} ms`)
  const events = served
    .said()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).event)
  assert.deepEqual(
    events.filter((event) => event === 'stopping' || event === 'stopped'),
    ['stopping', 'stopped'],
  )
  await news.text().catch(() => '')
  const { out } = await readout(['status', '--desk', dir, '--json'])
  assert.deepEqual(JSON.parse(out).processes, [])
})
