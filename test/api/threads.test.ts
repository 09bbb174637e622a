// Pages answered beside the thread that listens are the pages that it would have sent, to the same people, of the desk as it stands.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { addAccount, findAccountCalled } from '../../src/desk/accounts/keep-accounts.ts'
import { addToken } from '../../src/desk/accounts/keep-tokens.ts'
import { openAccounts } from '../../src/desk/accounts/open-accounts.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { refusedPage } from '../../src/desk/views/accounts.ts'
import { makeServer } from '../../src/server/make-server.ts'
import { listRoutes } from '../../src/server/routes.ts'
import type { ThreadAnswer } from '../../src/server/threads/answering-thread.ts'
import { isForThreads, THREAD_PATHS } from '../../src/server/threads/is-for-threads.ts'
import { openThreads, type Threads } from '../../src/server/threads/open-threads.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'

const FOLDER = makeFolder() // here, since what is made within a test goes with it
let desk: Desk
let alone: FastifyInstance // answers all itself
let helped: FastifyInstance
let threads: Threads
let byThreads = 0
const faults: string[] = []
const host = { host: 'localhost' }
const signedIn: Record<string, string> = {}

before(async () => {
  desk = await openSampleDesk(join(FOLDER, 'desk'))
  await addAccount(desk, { name: 'Ada Orme', password: 'a long stone wall', role: 'admin' }, {})
  const accounts = await openAccounts(desk, 'nobody')
  const terms = { dir: desk.dir, url: desk.store.url ?? null, host: '127.0.0.1', key: accounts.key }
  threads = openThreads(terms, { most: 2, busyMs: 0, onFault: (fault, asked) => faults.push(`${asked}: ${fault}`) })
  const counting: Threads = {
    ...threads,
    async answer(asked, own) {
      const answer = await threads.answer(asked, own)
      if (!('own' in answer)) byThreads += 1
      return answer
    },
  }
  const options = { host: '127.0.0.1', accounts, refused: refusedPage }
  alone = await makeServer(listRoutes(makePages(desk), desk), options)
  helped = await makeServer(listRoutes(makePages(desk), desk), { ...options, threads: counting })
  const secret = await signIn()
  Object.assign(signedIn, secret)
  assert.equal((await alone.inject({ url: '/ledger', headers: signedIn })).statusCode, 200)
  await beginThreads()
})

after(async () => {
  await threads.close()
  await alone.close()
  await helped.close()
  await desk.close()
})

async function signIn(): Promise<Record<string, string>> {
  const page = await alone.inject({ url: '/sign-in', headers: host })
  const forms = cookieOf(page)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const reply = await alone.inject({
    method: 'POST',
    url: '/sign-in',
    headers: { ...host, cookie: forms, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
    payload: { name: 'Ada Orme', password: 'a long stone wall', _csrf: csrf },
  })
  const session = [reply.headers['set-cookie'] ?? []].flat().find((line) => !/readout-forms/.test(line)) ?? ''
  return { ...host, cookie: session.split(';')[0] ?? '' }
}

function cookieOf({ headers }: { readonly headers: Record<string, unknown> }): string {
  return String([headers['set-cookie'] ?? []].flat()[0]).split(';')[0] ?? ''
}

async function beginThreads(): Promise<void> {
  for (let tries = 0; byThreads < 20; tries++) {
    assert.ok(tries < 2000, faults.join('\n'))
    await Promise.all(Array.from({ length: 8 }, () => helped.inject({ url: '/ledger', headers: signedIn })))
    await pause(20) // what is injected needs no turn of the loop, and what threads say does
  }
}

/** The answer of a thread. */
async function ask(url: string, headers: Record<string, string> = signedIn) {
  const before = byThreads
  const [reply] = await Promise.all([0, 1].map(() => helped.inject({ url, headers })))
  assert.ok(reply)
  assert.ok(byThreads > before, `${url} was answered by no thread`)
  return reply
}

// The token of a form is another one each time, and "from now on" another moment.
function bare(body: string): string {
  return body.replace(/name="_csrf" value="[^"]*"/g, '').replace(/since=20\d\d-[^"]*/g, '')
}

async function listAddresses(): Promise<string[]> {
  const first = async (list: string, of: string): Promise<string> => {
    const reply = await alone.inject({ url: `/api/${list}?limit=1`, headers: signedIn })
    return String(reply.json<{ items: Record<string, string>[] }>().items[0]?.[of])
  }
  const names: Record<string, string> = {
    claim: await first('claims', 'id'),
    stor: await first('stories', 'id'),
    pe: await first('people', 'id'),
    said: await first('said', 'id'),
    report: await first('reports', 'name'),
  }
  return [...THREAD_PATHS].map((path) =>
    path.replace(/:\w+/, () =>
      encodeURIComponent(Object.entries(names).find(([noun]) => path.includes(noun))?.[1] ?? ''),
    ),
  )
}

test('every path that threads answer is one that the desk has, and that only reads', () => {
  const routes = listRoutes(makePages(desk), desk)
  for (const path of THREAD_PATHS) {
    const route = routes.find((one) => one.path === path && one.method === 'GET')
    assert.ok(route, path)
    assert.equal(route.needs, 'reader')
  }
})

test('each of them answers as whoever listens does, to the last character', async () => {
  for (const url of await listAddresses()) {
    const [own, beside] = [await alone.inject({ url, headers: signedIn }), await ask(url)]
    assert.equal(beside.statusCode, own.statusCode, url)
    assert.ok(bare(beside.body) === bare(own.body), url)
    const { date: _, 'content-length': length, 'set-cookie': cookies, ...kept } = beside.headers
    const { date: _own, 'content-length': _length, 'set-cookie': ownCookies, ...ownKept } = own.headers
    assert.deepEqual(kept, ownKept, url)
    assert.equal(Number(length), Buffer.byteLength(beside.rawPayload), url)
    assert.deepEqual([cookies ?? []].flat().length, [ownCookies ?? []].flat().length, url)
  }
})

test('what is not there, not known, not asked well or known already is told as ever', async () => {
  const asks: readonly [string, Record<string, string>][] = [
    ['/claim/none', signedIn],
    ['/api/claims/00000000000000000000', signedIn],
    ['/api/claims?after=nonsense', signedIn],
    ['/ledger?after=nonsense', signedIn],
    ['/report/none', signedIn],
  ]
  for (const [url, headers] of asks) {
    const [own, beside] = [await alone.inject({ url, headers }), await ask(url, headers)]
    assert.deepEqual([beside.statusCode, bare(beside.body)], [own.statusCode, bare(own.body)], url)
  }
  const { etag } = (await ask('/api/claims')).headers
  const again = await ask('/api/claims', { ...signedIn, 'if-none-match': String(etag) })
  assert.deepEqual([again.statusCode, again.body], [304, ''])
  const refused = await helped.inject({ url: '/api/claims', headers: host })
  assert.equal(refused.statusCode, 401)
})

test('a page comes packed where it is taken so, and a token of a program lets in', async () => {
  const packed = await ask('/ledger', { ...signedIn, 'accept-encoding': 'gzip', 'sec-fetch-site': 'same-origin' })
  assert.equal(packed.headers['content-encoding'], 'gzip')
  const { gunzipSync } = await import('node:zlib')
  const own = await alone.inject({ url: '/ledger', headers: signedIn })
  assert.equal(bare(gunzipSync(packed.rawPayload).toString()), bare(own.body))
  const account = await findAccountCalled(desk, 'Ada Orme')
  const { secret } = await addToken(desk, account, { label: 'a test', scope: 'read', days: 1 }, {})
  const reply = await ask('/api/people', { ...host, authorization: `Bearer ${secret}` })
  assert.equal(reply.statusCode, 200)
})

test('rows are streamed by whoever listens, and so is what HEAD asks for', () => {
  const of = (url: string, accept?: string, method = 'GET') =>
    isForThreads({ method: 'GET', path: '/api/claims' }, { method, url, headers: { ...(accept && { accept }) } })
  assert.equal(of('/api/claims'), true)
  assert.equal(of('/api/claims', 'application/json'), true)
  assert.equal(of('/api/claims?format=csv'), false)
  assert.equal(of('/api/claims', 'text/csv'), false)
  assert.equal(of('/api/claims', 'application/jsonl'), false)
  assert.equal(of('/api/claims', undefined, 'HEAD'), false)
})

test('what was decided stands on the next page, and the form of a page from a thread is taken', async () => {
  const list = await alone.inject({ url: '/api/claims?limit=1', headers: signedIn })
  const id = list.json<{ items: { id: string }[] }>().items[0]?.id ?? ''
  const page = await ask(`/claim/${id}`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const forms = [page.headers['set-cookie'] ?? []].flat().map((line) => line.split(';')[0])
  const text = 'The envoy rang back: nothing was signed.'
  const reply = await helped.inject({
    method: 'POST',
    url: '/decide',
    headers: {
      ...host,
      cookie: [signedIn.cookie, ...forms].join('; '),
      origin: 'http://localhost',
      'sec-fetch-site': 'same-origin',
    },
    payload: { kind: 'note', noun: 'claim', id, at: `/claim/${id}`, text, _csrf: csrf },
  })
  assert.equal(reply.statusCode, 303)
  for (let times = 0; times < 4; times++) assert.match((await ask(`/claim/${id}`)).body, /nothing was signed/)
})

test('one reader has no thread, and a thread that ends in the middle leaves nobody without an answer', async () => {
  const terms = { dir: desk.dir, url: null, host: '127.0.0.1', key: 'another' }
  const others = openThreads(terms, { most: 2, busyMs: 100, onFault: (fault) => faults.push(fault) })
  const asked = { url: '/ledger', headers: host, remoteAddress: '127.0.0.1' }
  const ask = (ms: number) => others.answer(asked, () => pause(ms, 'own'))
  for (let times = 0; times < 20; times++) assert.deepEqual(await ask(0), { own: 'own' })
  let answers: (ThreadAnswer | { own: string })[] = []
  for (let tries = 0; tries < 1000 && answers.every((answer) => 'own' in answer); tries++) {
    answers = await Promise.all(Array.from({ length: 12 }, () => ask(20)))
  }
  assert.ok(
    answers.some((answer) => 'status' in answer),
    'no thread came to answer',
  )
  const pending = Promise.all(Array.from({ length: 12 }, () => ask(0)))
  await others.close()
  for (const answer of await pending) assert.ok('own' in answer || answer.status === 401)
  assert.deepEqual(await ask(0), { own: 'own' })
  assert.deepEqual(faults, [])
})

test('a thread that cannot begin is told of once, and not begun again at once', async () => {
  const told: string[] = []
  const terms = { dir: join(FOLDER, 'nowhere'), url: null, host: '127.0.0.1', key: 'another' }
  const others = openThreads(terms, { most: 2, onFault: (fault) => told.push(fault) })
  const asked = { url: '/ledger', headers: host, remoteAddress: '127.0.0.1' }
  const askThree = () => Promise.all([1, 2, 3].map(() => others.answer(asked, () => pause(20, 'own'))))
  for (let tries = 0; tries < 1000 && told.length === 0; tries++) await askThree()
  for (let times = 0; times < 50; times++)
    for (const answer of await askThree()) assert.deepEqual(answer, { own: 'own' })
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', /NOT_A_DESK|no desk here/)
  await others.close()
})
