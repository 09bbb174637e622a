// The contract on SQLite, and what only files can do: several processes, older and newer desks, harm.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { after, test } from 'node:test'
import { archiveContract, arrival } from './archive.contract.ts'
import { hasOwnSchema } from './check-file.ts'
import { connect } from './connection.ts'
import { keepCapture, keepCaptures } from './keep-capture.ts'
import { headOf } from './log.ts'
import { countMigrations } from './migrate.ts'
import { openStore } from './open-store.ts'
import { isSafeSqlite } from './prepare-file.ts'
import { kyselyOver } from './sqlite-dialect.ts'
import { SCHEMA_VERSIONS, type Tables } from './tables.ts'
import { PASSING } from './view.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-archive-'))
after(() => rmSync(root, { recursive: true, force: true }))

function makeDir(): string {
  return mkdtempSync(join(root, 'desk-'))
}

archiveContract('sqlite', () => openStore(makeDir()))

test('the truth is only added to: SQLite itself refuses all else', async () => {
  const dir = makeDir()
  const store = await openStore(dir)
  await keepCapture(store, arrival('a'))
  store.close()
  const raw = new DatabaseSync(join(dir, 'truth.db'))
  for (const table of ['payload', 'log', 'report', 'capture']) {
    assert.throws(() => raw.exec(`delete from ${table}`), /only ever added to/)
    assert.throws(() => raw.exec(`update ${table} set rowid = rowid`), /only ever added to/)
  }
  raw.close()
})

test('every table of the three files is seen by a view, but for accounts of migrations, what search makes and who is at work', async () => {
  const dir = makeDir()
  const store = await openStore(dir)
  await store.state()
  const view = await store.view()
  for (const schema of ['truth', 'derived', 'state'] as const) {
    const raw = new DatabaseSync(join(dir, `${schema}.db`))
    const all = raw.prepare(`select name from sqlite_schema where type = 'table' order by name`).all()
    raw.close()
    const seen = [...(await view.tables(schema)), ...(schema === 'derived' ? await view.searchTables() : [])]
    const others = all.map(({ name }) => String(name)).filter((name) => !seen.some((table) => table.name === name))
    assert.deepEqual(
      others.filter(
        (name) => !PASSING.has(name) && !/^(kysely_migration|kysely_migration_lock|sqlite_sequence)$/.test(name),
      ),
      schema === 'derived' ? ['search_claim', 'search_report', 'search_said'] : [],
    )
  }
  await view.close()
  store.close()
})

test('what the check takes for the schema of the truth is what the migrations make', async () => {
  const store = await openStore(makeDir())
  assert.ok(hasOwnSchema(store), 'a migration was added: put the digest of its schema into check-file.ts')
  store.close()
})

test('a desk survives being closed and opened, and derived may be lost in between', async () => {
  const dir = makeDir()
  const first = await openStore(dir)
  await keepCaptures(first, [arrival('a'), arrival('b')])
  first.close()
  rmSync(join(dir, 'derived.db'))
  const second = await openStore(dir)
  assert.equal(headOf(second).number, 2)
  second.close()
})

test('the numbers that files carry are the numbers of migrations', () => {
  for (const schema of ['truth', 'derived', 'state'] as const)
    assert.equal(SCHEMA_VERSIONS[schema], countMigrations(schema))
})

test('a desk from a newer version is refused, and a derived file alone can be remade', async () => {
  for (const file of ['truth.db', 'derived.db']) {
    const dir = makeDir()
    ;(await openStore(dir)).close()
    const raw = new DatabaseSync(join(dir, file))
    raw.exec('pragma user_version = 99')
    raw.close()
    await assert.rejects(openStore(dir), { code: 'DESK_NEWER' })
    if (file === 'truth.db') await assert.rejects(openStore(dir, { remakeDerived: true }), { code: 'DESK_NEWER' })
    else (await openStore(dir, { remakeDerived: true })).close()
  }
})

test('a cut or overwritten file is named, not crashed on, and never mistaken for a new desk', async () => {
  const harms: readonly [name: string, harm: (path: string) => void][] = [
    ['emptied', (path) => truncateSync(path, 0)],
    [
      'overwritten',
      (path) => writeFileSync(path, 'not a database at all, but long enough to be read as one'.repeat(100)),
    ],
    ['missing', (path) => rmSync(path)],
  ]
  for (const [name, harm] of harms) {
    const dir = makeDir()
    const store = await openStore(dir)
    await keepCapture(store, arrival('a'))
    store.close()
    harm(join(dir, 'truth.db'))
    await assert.rejects(openStore(dir), { code: 'STORE_DAMAGED' }, name)
  }
  const dir = makeDir()
  ;(await openStore(dir)).close()
  writeFileSync(join(dir, 'derived.db'), 'no database')
  await assert.rejects(openStore(dir), { code: 'STORE_DAMAGED' })
  const remade = await openStore(dir, { remakeDerived: true })
  assert.equal(headOf(remade).number, 0)
  remade.close()
})

test('SQLite below 3.51.3 is not trusted', () => {
  assert.deepEqual(['3.51.3', '3.53.0', '4.0.0', '3.51.2', '3.40.1', '2.60.9'].map(isSafeSqlite), [
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})

test('a desk held by another process is waited for, then said to be busy', async () => {
  const dir = makeDir()
  const store = await openStore(dir, { patienceMs: 50 })
  const raw = new DatabaseSync(join(dir, 'truth.db'))
  raw.exec('begin immediate')
  await assert.rejects(keepCapture(store, arrival('a')), { code: 'DESK_BUSY' })
  raw.exec('commit')
  raw.close()
  assert.equal((await keepCapture(store, arrival('a'))).number, 1)
  store.close()
})

test('a full disk is said to be one, and what was kept before stays', async () => {
  const dir = makeDir()
  ;(await openStore(dir)).close()
  const connection = connect([{ schema: 'truth', path: join(dir, 'truth.db') }])
  const truth = kyselyOver<Tables>(connection)
  const store = {
    dir,
    plain: connection,
    searcher: () => assert.fail(),
    kysely: () => Promise.resolve({ truth, derived: truth, reader: truth }),
    state: () => Promise.resolve(truth),
    view: () => assert.fail(),
    diary: () => Promise.resolve(truth),
    scrub: () => assert.fail(),
    close() {},
  }
  await keepCapture(store, arrival('a'))
  const [pages] = connection.rows('pragma truth.page_count')
  connection.rows(`pragma truth.max_page_count = ${Number(pages?.page_count) + 1}`)
  const large = arrival('b', { bytes: new Uint8Array(100_000) })
  await assert.rejects(keepCapture(store, large), { code: 'STORE_FAILED', message: /disk is full/ })
  connection.rows('pragma truth.max_page_count = 1000000')
  assert.equal((await keepCapture(store, large)).number, 2)
  connection.close()
})

const GROWER = `
import { arrival } from '${join(import.meta.dirname, 'archive.contract.ts')}'
import { keepCapture } from '${join(import.meta.dirname, 'keep-capture.ts')}'
import { openStore } from '${join(import.meta.dirname, 'open-store.ts')}'
const store = await openStore(process.argv[2])
const large = arrival('b', { bytes: new Uint8Array(3_000_000) })
const said = await keepCapture(store, large).then(() => 'kept', ({ code, message }) => code + ' ' + message)
console.log(said)
`

test('a file that may not grow is said to be one', { skip: process.platform === 'win32' && 'no ulimit' }, async () => {
  const dir = makeDir()
  ;(await openStore(dir)).close()
  const script = join(root, 'grower.ts')
  writeFileSync(script, GROWER)
  const limited = `ulimit -f 1000; exec "$0" "$@"` // blocks of 512 or 1024 bytes
  const { stdout, stderr } = spawnSync('sh', ['-c', limited, process.execPath, script, dir], { encoding: 'utf8' })
  assert.match(stdout, /^STORE_FAILED .*could not be written or grow .*ulimit -f/, stderr)
})

test('while derived is being written, the truth takes in', async () => {
  const dir = makeDir()
  const store = await openStore(dir)
  const { derived } = await store.kysely()
  await derived.transaction().execute(async (trx) => {
    await trx.deleteFrom('derived.walk').execute()
    assert.equal((await keepCapture(store, arrival('a'))).number, 1)
  })
  store.close()
})

const ADDER = `
import { arrival } from '${join(import.meta.dirname, 'archive.contract.ts')}'
import { keepCapture } from '${join(import.meta.dirname, 'keep-capture.ts')}'
import { openStore } from '${join(import.meta.dirname, 'open-store.ts')}'
const [dir, who] = process.argv.slice(2)
const store = await openStore(dir)
for (let i = 0; i < 60; i += 1) await keepCapture(store, arrival(who + '-' + i))
store.close()
`

test('three processes make one desk at once and add to it side by side', async () => {
  const dir = makeDir()
  const script = join(dir, '..', 'adder.ts')
  writeFileSync(script, ADDER)
  const run = (who: string): Promise<string> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [script, dir, who], { stdio: ['ignore', 'ignore', 'pipe'] })
      let said = ''
      child.stderr.on('data', (text: string) => {
        said += text
      })
      child.on('close', (status) => resolve(`${status} ${said}`))
    })
  assert.deepEqual(await Promise.all(['a', 'b', 'c'].map(run)), ['0 ', '0 ', '0 '])
  const store = await openStore(dir)
  assert.equal(headOf(store).number, 180)
  store.close()
})
