// Every route of the list, asked by everybody who may ask: what each gets follows from what the route needs, and nothing that is
// sent breaks the server. A new route is tried as soon as it is in the list; one that cannot be tried fails here.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openAccounts } from '../../src/desk/accounts/open-accounts.ts'
import { draftEdition } from '../../src/desk/editions/draft-edition.ts'
import { makePages } from '../../src/desk/pages.ts'
import { refusedPage } from '../../src/desk/views/accounts.ts'
import { followSource } from '../../src/desk/web/follow-source.ts'
import { mayDo } from '../../src/model/account.ts'
import { nameCookies } from '../../src/server/guard/cookies.ts'
import { makeServer } from '../../src/server/make-server.ts'
import type { Route } from '../../src/server/route.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { openExampleDesk } from './example-desk.ts'
import { fillPath, listKnown, listMailTokens, ODD, QUERIES } from './known-ids.ts'
import { type Asker, makeAskers, makeSession } from './who-asks.ts'

const dir = await mkdtemp(join(tmpdir(), 'readout-routes-'))
const desk = await openExampleDesk(dir)
writeFileSync(join(dir, 'settings.json'), JSON.stringify({ mailSignUp: 'on' }))
await followSource(desk, { url: 'https://courier.example/', kind: 'page', folder: [] }, { by: 'Ada Orme', why: '' })
await draftEdition(desk, { week: '2031-W10', by: 'Ada Orme', why: '' })
const accounts = await openAccounts(desk, 'somebody')
const cookies = nameCookies({ key: accounts.key })
const routes = listRoutes(makePages(desk), desk)
const known = { ...listKnown(desk), ...(await listMailTokens(desk)) }
const askers = await makeAskers(desk)
const server = await makeServer(routes, { host: '127.0.0.1', accounts, refused: refusedPage })
after(async () => {
  await server.close()
  await desk.close()
  await rm(dir, { recursive: true })
})

/** What the example week has nothing of: no report of it has a second version, or came from the web. */
const LACKING = new Set(['/report/:name/changes', '/web/:time/*'])

const nameOf = ({ method, path }: Route): string => `${method} ${path}`
const isWriting = ({ method }: Route): boolean => method !== 'GET'

type Sealed = 'right' | 'none' | 'made up' | "another session's"

interface Reply {
  readonly status: number
  readonly to?: string
  readonly type: string
  readonly body: string
}

/** Asks as somebody would; `seal`: the token of the form that is sent with what changes something. */
async function ask(route: Route, url: string, asker: Asker, seal: Sealed = 'right'): Promise<Reply> {
  const jar: Record<string, string> = {}
  const headers: Record<string, string> = { host: 'localhost', 'sec-fetch-site': 'same-origin' }
  if (asker.by === 'token' || asker.by === 'dead token') headers.authorization = `Bearer ${asker.secret}`
  else if (asker.account) jar[cookies.session] = await makeSession(desk, asker.account)
  else if (asker.secret !== undefined) jar[cookies.session] = asker.secret
  if (isWriting(route) && seal !== 'none' && !headers.authorization) {
    headers['x-csrf-token'] = seal === 'made up' ? 'made-up' : await sealOf(asker, jar, seal)
  }
  headers.cookie = Object.entries(jar)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ')
  const type = route.kind === 'api' ? 'application/json' : 'application/x-www-form-urlencoded'
  const body = isWriting(route) && { payload: route.kind === 'api' ? '{}' : '' }
  if (body) headers['content-type'] = type
  const reply = await server.inject({ method: route.method, url, headers, ...body, payloadAsStream: true })
  const { location } = reply.headers
  const answered = String(reply.headers['content-type'])
  const text = answered.startsWith('text/event-stream') ? '' : await textOf(reply.stream()) // one that does not end
  reply.stream().destroy()
  return {
    status: reply.statusCode,
    ...(location !== undefined && { to: String(location) }),
    type: answered,
    body: text,
  }
}

/** The token that a page shows in its forms; the cookie that goes with it is put into the jar. */
async function sealOf(asker: Asker, jar: Record<string, string>, seal: Sealed): Promise<string> {
  const session = seal === 'right' ? jar[cookies.session] : asker.account && (await makeSession(desk, asker.account))
  const url = asker.account ? '/account' : '/sign-in'
  const cookie = session === undefined ? '' : `${cookies.session}=${session}`
  const page = await server.inject({ method: 'GET', url, headers: { host: 'localhost', cookie } })
  const forms = page.cookies.find(({ name }) => name === cookies.forms)?.value ?? ''
  jar[cookies.forms] = forms
  return /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces).toString()
}

/** What the guard says, or undefined where it lets them in. */
function refusalOf(route: Route, { by, role }: Asker): number | undefined {
  if (route.needs === 'nothing') return by === 'dead token' && route.kind !== 'file' ? 401 : undefined
  if (by === 'dead token') return 401
  if (role === undefined) return route.kind === 'page' || route.kind === 'form' ? 303 : 401
  if (!mayDo(role, route.needs)) return 403
  return route.isInBrowser && by !== 'session' ? 403 : undefined
}

function isRefused({ status, to }: Reply): boolean {
  return status === 401 || status === 403 || (status === 303 && (to ?? '').startsWith('/sign-in?to='))
}

test('the list holds each route once, and each can be tried', () => {
  assert.ok(routes.length >= 20, `${routes.length} routes`)
  assert.equal(new Set(routes.map(nameOf)).size, routes.length)
  const untold = routes.filter(({ path }) => fillPath(path, known) === undefined).map(nameOf)
  assert.deepEqual(untold, [], 'known-ids.ts does not say what stands for a parameter of these')
  for (const { method, path } of routes) assert.ok(server.hasRoute({ method, url: path }), path)
})

test('one route alone goes by the secret in its address', () => {
  assert.deepEqual(routes.filter(({ isByLink }) => isByLink).map(nameOf), ['POST /unsubscribe/:token'])
})

for (const route of routes) {
  const path = fillPath(route.path, known) ?? route.path
  const url = path + (QUERIES[route.path] ?? '')

  test(`${nameOf(route)}: everybody gets what its need says`, async () => {
    for (const asker of askers) {
      const reply = await ask(route, url, asker)
      const refusal = refusalOf(route, asker)
      assert.ok(reply.status < 500, `${asker.called}: ${reply.status} ${reply.body.slice(0, 200)}`)
      if (refusal === undefined) {
        assert.equal(isRefused(reply) && route.path !== '/sign-in', false, `${asker.called}: ${reply.status}`)
        if (isWriting(route)) continue
        const isAsKnown = LACKING.has(route.path) ? reply.status === 404 : reply.status < 400
        assert.ok(isAsKnown, `${asker.called}: ${reply.status} ${reply.body.slice(0, 200)}`)
      } else {
        assert.equal(reply.status, refusal, asker.called)
        assert.equal(isRefused(reply), true, `${asker.called}: ${reply.status} ${reply.to}`)
      }
    }
  })

  if (path !== route.path) {
    test(`${nameOf(route)}: what is not there is not there, and is told to those alone who may know`, async () => {
      for (const odd of ODD) {
        const asked = fillPath(route.path, known, odd) ?? ''
        for (const asker of askers) {
          const refusal = refusalOf(route, asker)
          if (refusal === undefined && asker.role !== 'admin' && asker.by !== 'nothing') continue
          const reply = await ask(route, asked, asker)
          assert.ok(reply.status < 500, `${asker.called}, ${asked}: ${reply.status} ${reply.body.slice(0, 200)}`)
          if (reply.type.startsWith('text/html')) assert.doesNotMatch(reply.body, /<script>alert/, asked)
          // an address that cannot be read, or is too long for a route, is refused before anybody is known
          if (refusal !== undefined && reply.status !== 400 && reply.status !== 404) {
            assert.equal(reply.status, refusal, `${asker.called}, ${asked}`)
          }
          const isReadable = odd.length < 500 && odd !== '%E0%A4%A'
          if (refusal !== undefined && isReadable) assert.equal(reply.status, refusal, `${asker.called}, ${asked}`)
        }
      }
    })
  }

  if (isWriting(route) && !route.isByLink) {
    test(`${nameOf(route)}: without the token of the form nothing is done`, async () => {
      for (const asker of askers) {
        if (refusalOf(route, asker) !== undefined || asker.by === 'token') continue
        for (const seal of ['none', 'made up', "another session's"] as const) {
          if (seal === "another session's" && !asker.account) continue
          const reply = await ask(route, url, asker, seal)
          assert.equal(reply.status, 403, `${asker.called}, ${seal}: ${reply.body.slice(0, 200)}`)
        }
      }
    })
  }
}
