// Questions that are answered before the next line runs: values of each kind, limits, and connections that go.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Connection } from '../../src/archive/connection.ts'
import { openBridge } from '../../src/archive/postgres/bridge.ts'
import { connectOver } from '../../src/archive/postgres/postgres-connection.ts'
import { asked, start, startPostgres } from './start-postgres.ts'

async function open(statementMs?: number): Promise<Connection> {
  const url = (await startPostgres()).urlOf({})
  return connectOver(openBridge({ url, place: 'karsk', ...(statementMs !== undefined && { statementMs }) }), 'karsk')
}

test('values come back as SQLite gives them', async () => {
  const connection = await open()
  const [row] = connection.rows(
    `select ?::bigint as whole, ?::double precision as real, ?::text as text, ?::bytea as bytes, ?::text as none, 1 = 1 as yes,
      1 = 2 as no, count(*) as count, sum(n) as sum, 'it''s ?' as quoted from (values (1::bigint), (2)) as t (n)`,
    2 ** 53 - 1,
    0.1,
    'Ä \0 \ud83d',
    Uint8Array.from([0, 255]),
    undefined,
  )
  assert.deepEqual(row, {
    whole: 2 ** 53 - 1,
    real: 0.1,
    text: 'Ä \ufffd \ufffd',
    bytes: Uint8Array.from([0, 255]),
    none: null,
    yes: 1,
    no: 0,
    count: 2,
    sum: 3,
    quoted: "it's ?",
  })
  assert.deepEqual(connection.rows('select ?2::text as b, ?1::text as a', 'one', 'two'), [{ b: 'two', a: 'one' }])
  assert.deepEqual([...connection.prepare('select 1 as a').iterate([])], [{ a: 1 }])
  connection.close()
})

test('bytes of megabytes come whole, and ten thousand questions one after the other', async () => {
  const connection = await open()
  const [row] = connection.rows(`select convert_to(repeat('Karsk', 1000000), 'UTF8') as bytes`)
  assert.equal((row?.bytes as Uint8Array | undefined)?.byteLength, 5_000_000)
  const query = connection.prepare('select ?::bigint as n')
  let sum = 0
  for (let i = 0; i < 10_000; i += 1) sum += Number(query.all([i])[0]?.n)
  assert.equal(sum, 49_995_000)
  connection.close()
})

test('a question that is wrong is said so, with its code, and the next one is answered', async () => {
  const connection = await open()
  assert.throws(() => connection.rows('select nothing from nowhere'), { code: '42P01', message: /nowhere/ })
  assert.throws(() => connection.rows('create table x (y int)'), {
    code: 'STORE_FAILED',
    message: /may not be written/,
  })
  assert.deepEqual(connection.rows('select 1 as a'), [{ a: 1 }])
  connection.close()
})

test('a question that takes too long is ended', async () => {
  const connection = await open(200)
  assert.throws(() => connection.rows('select pg_sleep(5)'), { code: 'STORE_FAILED', message: /took too long/ })
  assert.deepEqual(connection.rows('select 1 as a'), [{ a: 1 }])
  connection.close()
})

test('a transaction sees one state, and a connection that was cut is made anew without a word', async () => {
  const url = await (await startPostgres()).makeDatabase()
  await asked(url, 'create table public.t (n int)')
  const connection = connectOver(openBridge({ url, place: 'karsk' }), 'karsk')
  const count = (): unknown => connection.rows('select count(*) as count from public.t')[0]?.count
  const cut = (): Promise<unknown> =>
    asked(url, "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'readout reader'")
  connection.rows('begin')
  assert.equal(count(), 0)
  await asked(url, 'insert into public.t values (1)')
  assert.equal(count(), 0, 'what came meanwhile is not seen')
  connection.rollback()
  assert.equal(count(), 1)
  await cut()
  assert.equal(count(), 1)
  connection.rows('begin')
  await cut()
  assert.throws(count, { code: 'STORE_AWAY' }, 'its state is gone')
  connection.rollback()
  assert.equal(count(), 1)
  connection.close()
})

test('a server that is gone is said to be, at once when asked again, and found when it is back', async () => {
  const server = await start()
  const url = server.urlOf({})
  const connection = connectOver(openBridge({ url, place: 'karsk' }), 'karsk')
  assert.deepEqual(connection.rows('select 1 as a'), [{ a: 1 }])
  await server.stop()
  assert.throws(() => connection.rows('select 1 as a'), { code: 'STORE_AWAY', message: /^karsk: the database is away/ })
  const begun = performance.now()
  for (let i = 0; i < 100; i += 1) assert.throws(() => connection.rows('select 1 as a'), { code: 'STORE_AWAY' })
  assert.ok(performance.now() - begun < 900, 'it did not wait each time')
  connection.close()
})
