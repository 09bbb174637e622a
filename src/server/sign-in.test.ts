// Signing in and out over a real desk: cookies, tokens of forms, sessions that end, and what a stolen or made-up one opens.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { addAccount, setAccount } from '../desk/accounts/keep-accounts.ts'
import { openAccounts } from '../desk/accounts/open-accounts.ts'
import type { Desk } from '../desk/desk.ts'
import { openDesk } from '../desk/open-desk.ts'
import { makePages } from '../desk/pages.ts'
import { refusedPage } from '../desk/views/accounts.ts'
import { makeServer, type ServerOptions } from './make-server.ts'
import { listRoutes } from './routes.ts'
import { PASSWORD, Visitor } from './visitor.contract.ts'

/** A desk with an admin, served; `now` can be moved. */
async function withDesk(
  use: (served: { server: FastifyInstance; desk: Desk; wait: (ms: number) => void }) => Promise<void>,
  options: Partial<ServerOptions> = {},
): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'readout-sign-in-'))
  let at = Date.parse('2031-05-06T10:00:00Z')
  const desk = await openDesk(dir, { now: () => new Date(at).toISOString() })
  await addAccount(desk, { name: 'Ada Orme', password: PASSWORD, role: 'admin' }, {})
  const accounts = await openAccounts(desk, 'somebody')
  const routes = listRoutes(makePages(desk), desk)
  const server = await makeServer(routes, { host: '127.0.0.1', accounts, refused: refusedPage, ...options })
  try {
    await use({
      server,
      desk,
      wait: (ms) => {
        at += ms
      },
    })
  } finally {
    await server.close()
    await desk.close()
    await rm(dir, { recursive: true })
  }
}

test('a page leads to the way in, and from there back to itself', () =>
  withDesk(async ({ server }) => {
    const browser = new Visitor(server)
    const refused = await browser.get('/account?done=revoked')
    assert.equal(refused.headers.location, '/sign-in?to=%2Faccount%3Fdone%3Drevoked')
    assert.match(
      (await browser.get(String(refused.headers.location))).body,
      /name="to" value="\/account\?done=revoked"/,
    )
    const signed = await browser.signIn(PASSWORD, '/account?done=revoked')
    assert.deepEqual([signed.statusCode, signed.headers.location], [303, '/account?done=revoked'])
    const page = await browser.get('/account')
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /Ada Orme, with the role admin/)
    const out = await browser.send('/account', '/sign-out', {})
    assert.equal(out.headers.location, '/sign-in')
    assert.equal((await browser.get('/account')).statusCode, 303)
  }))

test('who signs out everywhere is told so, and of no token', () =>
  withDesk(async ({ server }) => {
    const browser = new Visitor(server)
    await browser.signIn(PASSWORD)
    const out = await browser.send('/account', '/account/sessions', {})
    assert.equal(out.headers.location, '/account?done=sessions')
    await browser.signIn(PASSWORD, '/account?done=sessions')
    const page = await browser.get('/account?done=sessions')
    assert.match(page.body, /role="status">You were signed out everywhere\.</)
    assert.doesNotMatch(page.body, /The token is revoked/)
  }))

test('a wrong password and an unknown name get the same answer', () =>
  withDesk(async ({ server }) => {
    const answers = [
      await new Visitor(server).signIn('another long wall'),
      await new Visitor(server).signIn(PASSWORD, '/account', 'Nobody Known'),
    ].map(({ statusCode, body, cookies }) => ({
      statusCode,
      body: body.replaceAll('Nobody Known', 'Ada Orme').replace(/name="_csrf" value="[^"]*"/g, ''),
      cookies: cookies.map(({ name }) => name),
    }))
    assert.equal(answers[0]?.statusCode, 401)
    assert.deepEqual(answers[0], answers[1])
  }))

test('a session that somebody else chose is worth nothing, and signing in ends the one before', () =>
  withDesk(async ({ server }) => {
    const visitor = new Visitor(server)
    await visitor.signIn()
    const [name = '', first = ''] = [...visitor.cookies].find(([, value]) => value.length === 43) ?? []
    const victim = new Visitor(server)
    victim.cookies.set(name, 'a'.repeat(43))
    assert.equal((await victim.get('/account')).statusCode, 303)
    await victim.signIn()
    assert.notEqual(victim.cookies.get(name), 'a'.repeat(43))
    const signed = await visitor.send('/account', '/sign-in', { name: 'Ada Orme', password: PASSWORD })
    assert.equal(signed.statusCode, 303)
    assert.notEqual(visitor.cookies.get(name), first)
    const thief = new Visitor(server)
    thief.cookies.set(name, first)
    assert.equal((await thief.get('/account')).statusCode, 303, 'the session before is over')
  }))

test('a session ends when it is long unused, after its time, and when its account is changed', () =>
  withDesk(async ({ server, desk, wait }) => {
    const HOUR = 3600 * 1000
    const browser = new Visitor(server)
    await browser.signIn()
    wait(11 * HOUR)
    assert.equal((await browser.get('/account')).statusCode, 200)
    wait(11 * HOUR)
    assert.equal((await browser.get('/account')).statusCode, 200, 'it was used between')
    wait(13 * HOUR)
    assert.equal((await browser.get('/account')).statusCode, 303)
    await browser.signIn()
    for (let hours = 0; hours < 14 * 24; hours += 8) {
      assert.equal((await browser.get('/account')).statusCode, 200, `after ${hours} hours`)
      wait(8 * HOUR)
    }
    assert.equal((await browser.get('/account')).statusCode, 303)
    await addAccount(desk, { name: 'Ben Tarn', password: PASSWORD, role: 'admin' }, {})
    for (const changed of [{ role: 'reader' }, { state: 'disabled' }] as const) {
      await browser.signIn()
      assert.equal((await browser.get('/account')).statusCode, 200)
      await setAccount(desk, 'ada orme', changed, {})
      assert.equal((await browser.get('/account')).statusCode, 303)
    }
    assert.equal((await browser.signIn()).statusCode, 401, 'a disabled account')
  }))

test('a new password ends the other sessions and keeps the own', () =>
  withDesk(async ({ server }) => {
    const [own, other] = [new Visitor(server), new Visitor(server)]
    await own.signIn()
    await other.signIn()
    const after = 'another long stone wall'
    const wrong = await own.send('/account', '/account/password', { before: 'not the old one', after })
    assert.deepEqual([wrong.statusCode, /nothing was changed/.test(wrong.body)], [400, true])
    assert.equal((await other.get('/account')).statusCode, 200)
    const changed = await own.send('/account', '/account/password', { before: PASSWORD, after })
    assert.equal(changed.headers.location, '/account?done=password')
    assert.equal((await own.get('/account')).statusCode, 200)
    assert.equal((await other.get('/account')).statusCode, 303)
    assert.equal((await other.signIn()).statusCode, 401)
    assert.equal((await other.signIn(after)).statusCode, 303)
  }))

test('behind TLS the cookies bear their prefix and its terms, and the page of another site sends nothing', () =>
  withDesk(
    async ({ server }) => {
      const browser = new Visitor(server, 'desk.example')
      const signed = await browser.signIn()
      assert.equal(signed.statusCode, 303)
      const set = [signed.headers['set-cookie'] ?? []].flat()
      const own = set.filter((line) => !line.includes('Expires=Thu, 01 Jan 1970'))
      assert.equal(own.length, 1)
      assert.match(
        String(own[0]),
        /^__Host-readout-[\da-f]{8}=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/,
      )
      const token = /name="_csrf" value="([^"]*)"/.exec((await browser.get('/account')).body)?.[1] ?? ''
      const from = (headers: Record<string, string>) => browser.post('/account/sessions', { _csrf: token }, headers)
      assert.equal((await from({ 'sec-fetch-site': 'cross-site' })).statusCode, 403)
      assert.equal((await from({ 'sec-fetch-site': 'same-site' })).statusCode, 403)
      assert.equal((await from({ origin: 'null' })).statusCode, 403)
      assert.equal((await from({ origin: 'http://desk.example' })).statusCode, 403)
      assert.equal((await from({ origin: 'https://desk.example' })).statusCode, 303)
    },
    { publicAddress: 'https://desk.example' },
  ))

test('guessing is slow for a name and for an address, whatever is guessed', () =>
  withDesk(
    async ({ server }) => {
      const browser = new Visitor(server)
      for (let i = 0; i < 3; i += 1) assert.equal((await browser.signIn('not this one at all')).statusCode, 401)
      const last = await browser.signIn()
      assert.equal(last.statusCode, 429, 'also with the right one')
      assert.match(String(last.headers['retry-after']), /^\d+$/)
      for (let i = 0; i < 2; i += 1) await browser.signIn('x', '/', `somebody ${i}`)
      assert.equal((await browser.signIn('x', '/', 'somebody else')).statusCode, 429, 'of the address')
    },
    { limits: { signInsOfName: 3, signInsOfAddress: 6 } },
  ))

test('who found a browser open cannot guess its password there either', () =>
  withDesk(
    async ({ server }) => {
      const visitor = new Visitor(server)
      await visitor.signIn()
      const guess = () =>
        visitor.send('/account', '/account/password', { before: 'not this one', after: 'another stone wall' })
      assert.deepEqual([(await guess()).statusCode, (await guess()).statusCode], [400, 400])
      assert.equal((await guess()).statusCode, 429)
    },
    { limits: { signInsOfName: 3 } },
  ))

test('a program is told that it has to sign in, and not shown how', () =>
  withDesk(async ({ server }) => {
    const headers = { host: 'localhost', accept: 'application/x-bibtex' }
    const reply = await server.inject({ method: 'GET', url: '/account', headers })
    assert.deepEqual([reply.statusCode, reply.headers['www-authenticate']], [401, 'Bearer realm="readout"'])
  }))

test('many who sign in at once are all let in', () =>
  withDesk(async ({ server }) => {
    const browsers = Array.from({ length: 8 }, () => new Visitor(server))
    const signed = await Promise.all(browsers.map((browser) => browser.signIn()))
    assert.deepEqual(
      signed.map(({ statusCode }) => statusCode),
      browsers.map(() => 303),
    )
    const names = browsers.map(({ cookies }) => [...cookies.values()].find((value) => value.length === 43))
    assert.equal(new Set(names).size, 8)
  }))
