// Deciding over the API: kept under the name of who asks, told at once, refused where another was first, and undone.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import type { Desk } from '../../src/desk/desk.ts'
import { apiRoutes } from '../../src/server/api/routes.ts'
import { makeTestServer } from '../../src/server/server.contract.ts'
import { makeFolder } from '../readout.ts'
import { openSampleDesk } from '../sample-desk.ts'

const FOLDER = makeFolder() // here, since what is made within a test goes with it
let desk: Desk
let server: FastifyInstance
let claims: readonly Thing[]
let said: readonly Thing[]

before(async () => {
  desk = await openSampleDesk(join(FOLDER, 'desk'))
  server = await makeTestServer(apiRoutes(desk), { role: 'reviewer' })
  claims = (await get<{ items: Thing[] }>('/api/claims')).items
  said = (await get<{ items: Thing[] }>('/api/said')).items
})

after(async () => {
  await server.close()
  await desk.close()
})

interface Thing {
  readonly id: string
  readonly version: string
  readonly number: number
  readonly kind: string
  readonly by: string
  readonly text: string
  readonly on: readonly { readonly noun: string; readonly id: string }[]
  readonly undoneBy?: number
  readonly code: string
  readonly now: string
  readonly detail: string
  readonly meanwhile: readonly { readonly number: number; readonly by: string }[]
}

const host = { host: 'localhost' }

async function get<T = Thing>(url: string): Promise<T> {
  const reply = await server.inject({ url, headers: host })
  assert.equal(reply.statusCode, 200, `${url}: ${reply.body}`)
  return reply.json() as T
}

async function decide(payload: object, headers: Record<string, string> = {}) {
  return await server.inject({ method: 'POST', url: '/api/decisions', payload, headers: { ...host, ...headers } })
}

test('a note is kept as it was written, under the name of who asks, and told at once', async () => {
  const [claim] = claims
  const text = 'Ask the desk 🕊\n<b>"twice"</b> ‮!'
  const reply = await decide({ kind: 'note', id: claim?.id, noun: 'claim', text })
  assert.equal(reply.statusCode, 201, reply.body)
  const made = reply.json<Thing>()
  assert.equal(made.text, text)
  assert.equal(made.by, 'Ada Orme')
  assert.deepEqual(
    made.on.map(({ noun, id }) => [noun, id]),
    [['claim', claim?.id]],
  )
  assert.equal(reply.headers.location, `/api/decisions/${made.number}`)
  assert.deepEqual(await get(`/api/decisions/${made.number}`), made)
  assert.deepEqual((await get<{ items: Thing[] }>(`/api/decisions?on=${claim?.id}`)).items, [made])
  const { decisions } = await get<{ decisions: Thing[] }>('/api/changes')
  assert.ok(decisions.some(({ number }) => number === made.number))
})

test('of two who decide on one thing at once the second is told who was first, and may decide anew', async () => {
  const [one, other, third] = claims
  const seen = (await get(`/api/claims/${one?.id}`)).version
  const first = await decide({ kind: 'different', ids: [one?.id, other?.id], why: 'two offers', seen: [seen] })
  assert.equal(first.statusCode, 201, first.body)
  const asked = { kind: 'different', ids: [one?.id, third?.id], why: 'two more' }
  for (const [body, headers, status, code] of [
    [{ ...asked, seen }, {}, 409, 'DECISION_STALE'],
    [asked, { 'if-match': `"${seen}"` }, 412, 'PRECONDITION_FAILED'],
  ] as const) {
    const second = await decide(body, headers)
    assert.equal(second.statusCode, status, second.body)
    const problem = second.json<Thing>()
    assert.equal(problem.code, code)
    assert.deepEqual(
      problem.meanwhile.map(({ number, by }) => [number, by]),
      [[first.json<Thing>().number, 'Ada Orme']],
    )
    assert.notEqual(problem.now, seen)
  }
  const { now } = (await decide({ ...asked, seen })).json<Thing>()
  const again = await decide({ ...asked, seen: now })
  assert.equal(again.statusCode, 201, again.body)
})

test('a decision is undone by its number, once', async () => {
  const [claim] = claims
  const made = (await decide({ kind: 'watch', id: claim?.id, noun: 'claim' })).json<Thing>()
  const undone = (await decide({ kind: 'undo', number: made.number })).json<Thing>()
  assert.equal((await get(`/api/decisions/${made.number}`)).undoneBy, undone.number)
  const again = await decide({ kind: 'undo', number: made.number })
  assert.equal(again.statusCode, 409)
  assert.match(again.json<Thing>().detail, /undone already/)
})

test('what does not fit is refused with the field, and nothing is kept', async () => {
  const { items: known } = await get<{ items: Thing[] }>('/api/decisions')
  const [claim] = claims
  const [one] = said
  const table = [
    [{}, 400, 'REQUEST_INVALID'],
    [{ kind: 'sing', id: claim?.id }, 400, 'REQUEST_INVALID'],
    [{ kind: 'note', id: claim?.id }, 400, 'REQUEST_INVALID'],
    [{ kind: 'note', id: claim?.id, text: 'x', by: 'Somebody Else' }, 400, 'REQUEST_INVALID'],
    [{ kind: 'merge', ids: [claim?.id], why: 'x' }, 400, 'REQUEST_INVALID'],
    [{ kind: 'reject', id: one?.id }, 400, 'USAGE'],
    [{ kind: 'different', ids: claims.slice(0, 2).map(({ id }) => id), why: 'x', seen: 'old' }, 400, 'USAGE'],
    [{ kind: 'confirm', id: 'fff000fff000' }, 404, 'ATTRIBUTION_UNKNOWN'],
    [{ kind: 'undo', number: 4000 }, 404, 'DECISION_UNKNOWN'],
    [{ kind: 'correct', id: one?.id, why: 'x', words: { cue: [{ start: 0, end: 9_000_000 }] } }, 400, 'USAGE'],
  ] as const
  for (const [body, status, code] of table) {
    const reply = await decide(body)
    assert.equal(reply.statusCode, status, `${JSON.stringify(body)}: ${reply.body}`)
    assert.equal(reply.json<Thing>().code, code, JSON.stringify(body))
  }
  const form = await server.inject({
    method: 'POST',
    url: '/api/decisions',
    payload: `kind=note&id=${claim?.id}&text=x`,
    headers: { ...host, 'content-type': 'application/x-www-form-urlencoded' },
  })
  assert.equal(form.statusCode, 415)
  const plain = await server.inject({
    method: 'POST',
    url: '/api/decisions',
    payload: 'x',
    headers: { ...host, 'content-type': 'text/plain' },
  })
  assert.equal(plain.statusCode, 415)
  assert.deepEqual((await get<{ items: Thing[] }>('/api/decisions')).items, known)
})
