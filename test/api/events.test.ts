// Events over a real connection: what is told, to whom, what is told again to whoever comes back, and when it ends.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { keepDecision } from '../../src/archive/keep-decision.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { asId } from '../../src/model/id.ts'
import { type EventsOptions, makeEvents } from '../../src/server/api/events.ts'
import { makeTestServer, noAccounts } from '../../src/server/server.contract.ts'
import { openExampleDesk } from '../e2e/example-desk.ts'
import { makeFolder } from '../readout.ts'

const TOKEN = { authorization: 'Bearer t' }
const ask = (url: string) => fetch(url, { headers: TOKEN })

interface Told {
  readonly event?: string
  readonly id?: string
  readonly data?: unknown
}

async function withEvents(
  { isIn = () => true, ...options }: EventsOptions & { readonly isIn?: () => boolean },
  use: (around: { desk: Desk; url: string; listening: () => number }) => Promise<void>,
): Promise<void> {
  const desk = await openExampleDesk(join(makeFolder(), 'desk'))
  const events = makeEvents(desk, { everyMs: 20, beatMs: 40, ...options })
  // of a desk with accounts, so that a token opens it and can be revoked
  const accounts = {
    ...noAccounts(),
    isShared: async () => true,
    byToken: async () =>
      isIn() ? { viewer: { account: 'a1', name: 'Ada Orme', role: 'reader' as const } } : undefined,
  }
  const server = await makeTestServer([events.route], { accounts })
  try {
    const url = await server.listen({ port: 0, host: '127.0.0.1' })
    await use({ desk, url: `${url}/api/events`, listening: events.listening })
  } finally {
    events.close()
    await server.close()
    await desk.close()
  }
}

// The events of a stream until so many have a name, or it ends.
async function listen(
  url: string,
  { until, lastId, onOpen }: { until: number; lastId?: string; onOpen?: () => Promise<void> },
): Promise<Told[]> {
  const stop = new AbortController()
  const reply = await fetch(url, {
    signal: stop.signal,
    headers: { ...TOKEN, ...(lastId && { 'last-event-id': lastId }) },
  })
  assert.equal(reply.status, 200)
  assert.match(reply.headers.get('content-type') ?? '', /^text\/event-stream/)
  const told: Told[] = []
  let text = ''
  for await (const piece of reply.body as AsyncIterable<Uint8Array>) {
    if (text === '') await onOpen?.()
    text += new TextDecoder().decode(piece)
    told.splice(0, told.length, ...text.split('\n\n').slice(0, -1).map(parse))
    if (told.filter(({ event }) => event).length >= until) break
  }
  stop.abort()
  return told
}

function parse(block: string): Told {
  const lines = block.split('\n').map((line) => /^(event|id|data): (.*)$/.exec(line))
  const fields = Object.fromEntries(lines.flatMap((found) => (found ? [[found[1], found[2]]] : [])))
  return { ...fields, ...(fields.data && { data: JSON.parse(fields.data) }) }
}

const note = (text: string) => ({
  by: asId<'editor'>('Ada Orme'),
  at: '2031-03-08T12:00:00.000Z',
  why: text,
  ruling: {
    kind: 'note',
    text,
    what: {
      noun: 'claim',
      id: asId<'claim'>('c1'),
      words: [
        {
          doc: asId<'doc'>('d'),
          span: { start: 0, end: 1 },
          quote: 'x',
          report: 'r',
          name: 'n',
          before: '',
          after: '',
        },
      ],
    },
  } as const,
})

test('a decision is told within a moment, with what it is about', () =>
  withEvents({}, async ({ desk, url }) => {
    const told = await listen(url, {
      until: 1,
      onOpen: async () => void (await keepDecision(desk.store, note('first'))),
    })
    const decision = told.find(({ event }) => event === 'decision')
    assert.deepEqual(decision?.data, { number: 5, kind: 'note', by: 'Ada Orme', on: [{ noun: 'claim', id: 'c1' }] })
  }))

test('whoever comes back is told what was missed, and only that', () =>
  withEvents({}, async ({ desk, url }) => {
    const [hello] = await listen(url, { until: 0 })
    const first = await keepDecision(desk.store, note('one'))
    await keepDecision(desk.store, note('two'))
    const told = await listen(url, { until: 2, ...(hello?.id && { lastId: hello.id }) })
    const numbers = told
      .filter(({ event }) => event === 'decision')
      .map(({ data }) => (data as { number: number }).number)
    assert.deepEqual(numbers, [first.number, first.number + 1])
    const later = await listen(url, { until: 1, lastId: `${first.number}-${hello?.id?.split('-')[1]}` })
    const again = later
      .filter(({ event }) => event === 'decision')
      .map(({ data }) => (data as { number: number }).number)
    assert.deepEqual(again, [first.number + 1])
  }))

test('nobody is looked for while nobody listens, and who goes is forgotten', () =>
  withEvents({}, async ({ url, listening }) => {
    assert.equal(listening(), 0)
    const stop = new AbortController()
    const reply = await fetch(url, { signal: stop.signal, headers: TOKEN })
    await reply.body?.getReader().read()
    assert.equal(listening(), 1)
    stop.abort()
    await until(() => listening() === 0)
  }))

test('one viewer has so many streams and no more, with a problem that says when to come back', () =>
  withEvents({ mostEach: 2 }, async ({ url }) => {
    const open = await Promise.all([ask(url), ask(url)])
    const third = await ask(url)
    assert.equal(third.status, 429)
    assert.equal(third.headers.get('retry-after'), '30')
    assert.equal(((await third.json()) as { code: string }).code, 'TOO_MANY')
    for (const one of open) await one.body?.cancel()
  }))

test('a stream ends when its session does', () => {
  let isIn = true
  return withEvents({ isIn: () => isIn }, async ({ url, listening }) => {
    const told = listen(url, { until: 99 })
    await until(() => listening() === 1)
    isIn = false
    assert.ok((await told).length > 0)
    assert.equal(listening(), 0)
  })
})

test('a server that closes ends every stream', async () => {
  let told: Promise<Told[]> | undefined
  await withEvents({}, async ({ url, listening }) => {
    told = listen(url, { until: 99 })
    await until(() => listening() === 1)
  })
  assert.ok(await told)
})

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo(); tries += 1) {
    assert.ok(tries < 200, 'it did not come about')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
