// What a database has to be to become a desk, and what is said of one that cannot: in one line, never with its password.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { addAddresses, findAddress } from '../../src/archive/addresses.ts'
import { arrival } from '../../src/archive/archive.contract.ts'
import { keepCapture } from '../../src/archive/keep-capture.ts'
import { headOf } from '../../src/archive/log.ts'
import { openStore } from '../../src/archive/open-store.ts'
import { asStoreError } from '../../src/archive/postgres/postgres-errors.ts'
import { placeOf } from '../../src/archive/postgres/store-url.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { digestOf } from '../../src/model/digest.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { asked, start, startPostgres } from './start-postgres.ts'

const root = import.meta.dirname
const folder = mkdtempSync(join(tmpdir(), 'readout-open-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function refusalOf(url: string, make = true): Promise<ReadoutError> {
  const error: unknown = await openStore(folder, { url, make }).catch((reason: unknown) => reason)
  assert.ok(error instanceof ReadoutError, String(error))
  assert.doesNotMatch(error.message, /hush|\n/)
  return error
}

test('a URL is named without its password, and one that is none is refused', async () => {
  assert.equal(
    placeOf('postgres://karsk:hush@db.example:6000/desk?sslmode=require'),
    'postgres://karsk@db.example:6000/desk',
  )
  assert.equal(placeOf('postgresql://karsk:hush@/desk?host=/run/postgresql'), 'postgres://karsk@/run/postgresql/desk')
  for (const url of [
    'mysql://karsk:hush@db.example/desk',
    'postgres://karsk:hush@db.example',
    'hush',
    'postgres://a:hush@b c/d',
  ]) {
    assert.equal((await refusalOf(url)).code, 'USAGE', url)
  }
})

test('a server that cannot be reached, a name it does not know and a database that is not there are told apart', async () => {
  const server = await startPostgres()
  const away = await refusalOf('postgres://karsk:hush@127.0.0.1:1/desk')
  assert.deepEqual([away.code, /is away/.test(away.message)], ['STORE_AWAY', true])
  const nobody = await refusalOf(server.urlOf({ user: 'nobody', password: 'hush' }))
  assert.deepEqual([nobody.code, /refused the user/.test(nobody.message)], ['STORE_FAILED', true])
  const nowhere = await refusalOf(server.urlOf({ database: 'nowhere' }))
  assert.deepEqual([nowhere.code, /no such database/.test(nowhere.message)], ['STORE_FAILED', true])
})

test('a database that holds other things, is encoded otherwise or is to be only looked at is left as it was', async () => {
  const server = await startPostgres()
  const other = await server.makeDatabase()
  await asked(other, 'create table public.levy (n int)')
  const refused = await refusalOf(other)
  assert.deepEqual([refused.code, /public\.levy/.test(refused.message)], ['NOT_A_DESK', true])
  for (const encoding of ['LATIN1', 'SQL_ASCII']) {
    const url = await server.makeDatabase(`encoding '${encoding}' locale 'C'`)
    assert.match((await refusalOf(url)).message, new RegExp(`encoded in ${encoding}`))
  }
  const empty = await server.makeDatabase()
  assert.equal((await refusalOf(empty, false)).code, 'NOT_A_DESK')
  const schemas = "select nspname from pg_namespace where nspname in ('readout', 'truth', 'derived', 'state')"
  for (const url of [other, empty]) assert.deepEqual(await asked(url, schemas), [])
})

test('a user who may not make schemas is told so', async () => {
  const server = await startPostgres()
  const url = await server.makeDatabase()
  await asked(url, 'create role visitor login')
  const database = url.split('/').at(-1)?.split('?')[0] ?? ''
  const refused = await refusalOf(server.urlOf({ user: 'visitor', database }))
  assert.deepEqual([refused.code, /grant create on database/.test(refused.message)], ['STORE_FAILED', true])
})

test('a server that may lose what was acknowledged is refused', async () => {
  const server = await start(['fsync=off'])
  assert.match((await refusalOf(await server.makeDatabase())).message, /fsync/)
  await server.stop()
})

test('a desk of a newer version is refused; what is derived alone can be made again', async () => {
  for (const schema of ['truth', 'derived', 'state']) {
    const url = await (await startPostgres()).makeDatabase()
    ;(await openStore(folder, { url })).close()
    await asked(url, `update readout.schema_number set number = 99 where schema = '${schema}'`)
    assert.equal((await refusalOf(url)).code, 'DESK_NEWER')
    const again = openStore(folder, { url, remakeDerived: true })
    if (schema === 'derived') (await again).close()
    else await assert.rejects(again, { code: 'DESK_NEWER' })
  }
})

test('the truth is only added to: PostgreSQL itself refuses all else', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const store = await openStore(folder, { url })
  await keepCapture(store, arrival('a'))
  for (const table of ['payload', 'log', 'report', 'capture']) {
    for (const change of [`delete from truth.${table}`, `truncate truth.${table} cascade`]) {
      await assert.rejects(asked(url, change), /only ever added to/, change)
    }
  }
  await assert.rejects(asked(url, `update truth.log set at = ''`), /only ever added to/)
  store.close()
})

const ADDER = `
import { arrival } from '${join(root, '../../src/archive/archive.contract.ts')}'
import { keepCapture } from '${join(root, '../../src/archive/keep-capture.ts')}'
import { openStore } from '${join(root, '../../src/archive/open-store.ts')}'
const [dir, who] = process.argv.slice(2)
const store = await openStore(dir)
for (let i = 0; i < 40; i += 1) await keepCapture(store, arrival(who + '-' + i))
store.close()
`

test('three processes make one desk at once and add to it side by side', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const script = join(folder, 'adder.ts')
  writeFileSync(script, ADDER)
  const run = (who: string): Promise<string> =>
    new Promise((resolve) => {
      const env = { ...process.env, READOUT_STORE: url }
      const child = spawn(process.execPath, [script, folder, who], { stdio: ['ignore', 'ignore', 'pipe'], env })
      let said = ''
      child.stderr.on('data', (text: string) => {
        said += text
      })
      child.on('close', (status) => resolve(`${status} ${said}`))
    })
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(run)), ['0 ', '0 ', '0 '])
  const store = await openStore(folder, { url })
  assert.equal(headOf(store).number, 120)
  store.close()
})

test('names and addresses may be longer than an entry of an index', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const store = await openStore(folder, { url })
  const noise = Array.from({ length: 120 }, (_, at) => digestOf(String(at))).join('') // nothing that could be packed
  const kept = await keepCapture(store, arrival(noise))
  assert.ok(noise.startsWith(kept.name ?? '-'))
  const long = `https://courier.karsk.example/${noise}`
  const address = {
    url: long,
    host: 'courier.karsk.example',
    what: 'page',
    source: long,
    foundIn: 'c',
    due: NOW,
  } as const
  const state = await store.state()
  assert.deepEqual(await addAddresses(state, [address], NOW), [long])
  assert.deepEqual(await addAddresses(state, [address], NOW), [])
  assert.equal((await findAddress(state, long))?.url, long)
  store.close()
})

const NOW = '2031-05-06T10:00:00.000Z'

test('another writer is waited for, then said to be one', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const [store, other] = [await openStore(folder, { url, patienceMs: 100 }), await openStore(folder, { url })]
  const { truth } = await other.kysely()
  await truth.transaction().execute(async () => {
    await assert.rejects(keepCapture(store, arrival('a')), { code: 'DESK_BUSY' })
  })
  assert.equal((await keepCapture(store, arrival('a'))).number, 1)
  store.close()
  other.close()
})

test('a transaction that was cut keeps nothing, and the next one finds a new connection', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const store = await openStore(folder, { url })
  const { truth } = await store.kysely()
  const cut = "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'readout truth'"
  const work = truth.transaction().execute(async (trx) => {
    await trx
      .insertInto('truth.payload')
      .values({ digest: 'd', bytes: Uint8Array.of(1) })
      .execute()
    await asked(url, cut)
    await trx
      .insertInto('truth.payload')
      .values({ digest: 'e', bytes: Uint8Array.of(2) })
      .execute()
  })
  await assert.rejects(work, { code: 'STORE_AWAY' })
  assert.deepEqual(await asked(url, 'select digest from truth.payload'), [])
  assert.equal((await keepCapture(store, arrival('a'))).number, 1)
  await asked(url, cut)
  assert.equal((await keepCapture(store, arrival('b'))).number, 2, 'one that was cut while it idled')
  store.close()
})

test('a desk in a database needs its folder for nothing but what is written out', async () => {
  const url = await (await startPostgres()).makeDatabase()
  const dir = join(folder, 'new', 'desk')
  await assert.rejects(openDesk(dir, { url, make: false }), { code: 'NOT_A_DESK' })
  const desk = await openDesk(dir, { url })
  assert.equal(desk.store.url, url)
  await desk.close()
})

test('what the server refuses is said in words, with a cure', () => {
  const codes: readonly (readonly [string, string])[] = [
    ['53100', 'STORE_FAILED'],
    ['53300', 'STORE_FAILED'],
    ['25006', 'STORE_FAILED'],
    ['57014', 'STORE_FAILED'],
    ['28P01', 'STORE_FAILED'],
    ['42501', 'STORE_FAILED'],
    ['XX001', 'STORE_DAMAGED'],
    ['40001', 'DESK_BUSY'],
    ['57P01', 'STORE_AWAY'],
    ['08006', 'STORE_AWAY'],
  ]
  for (const [code, own] of codes) {
    const error = asStoreError(Object.assign(new Error('no'), { code }), 'karsk')
    assert.ok(error instanceof ReadoutError && error.code === own && error.message.startsWith('karsk: '), code)
  }
  const ours = new Error('column levy does not exist')
  assert.equal(asStoreError(ours, 'karsk'), ours)
})
