// A desk that may not be written: another user's folder, as this user, or, where the tests run as root, as nobody.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, type TestContext, test } from 'node:test'
import { arrival } from './archive.contract.ts'
import { keepCapture } from './keep-capture.ts'
import { openStore } from './open-store.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-reading-'))
chmodSync(root, 0o755)
after(() => rmSync(root, { recursive: true, force: true }))

const READER = `
import { arrival } from '${join(import.meta.dirname, 'archive.contract.ts')}'
import { keepCapture } from '${join(import.meta.dirname, 'keep-capture.ts')}'
import { headOf, listLog } from '${join(import.meta.dirname, 'log.ts')}'
import { openStore } from '${join(import.meta.dirname, 'open-store.ts')}'
const store = await openStore(process.argv[2])
const refused = await keepCapture(store, arrival('b')).catch(({ code, message }) => code + ' ' + message)
const log = (await listLog(store, 0, 9)).length
console.log(JSON.stringify({ isReadOnly: store.isReadOnly ?? false, head: headOf(store).number, log, refused }))
store.close()
`

interface Answer {
  readonly isReadOnly: boolean
  readonly head: number
  readonly log: number
  readonly refused: string
}

/** What a process that may not write there makes of the desk, or undefined (the test is skipped) where none can be had. */
function readLocked(t: TestContext, dir: string): Answer | undefined {
  const script = join(root, 'reader.ts')
  writeFileSync(script, READER)
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
  const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8', ...user })
  const look = `fs.accessSync(${JSON.stringify(join(import.meta.dirname, 'open-store.ts'))})`
  if (process.platform === 'win32' || run('-e', look).status !== 0) {
    t.skip('no user at hand who may read the sources but not write the desk')
    return undefined
  }
  for (const name of readdirSync(dir)) chmodSync(join(dir, name), 0o444)
  chmodSync(dir, 0o555)
  try {
    const { stdout, stderr } = run(script, dir)
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout) as Answer
  } finally {
    chmodSync(dir, 0o755)
  }
}

test('a desk that may not be written is read as it lies, and nothing is left beside it', async (t) => {
  const dir = join(root, 'closed')
  mkdirSync(dir)
  const store = await openStore(dir)
  await keepCapture(store, arrival('a'))
  store.close()
  const before = readdirSync(dir)
  const answer = readLocked(t, dir)
  if (!answer) return
  const { refused, ...said } = answer
  assert.deepEqual(said, { isReadOnly: true, head: 1, log: 1 })
  assert.match(refused, /^STORE_FAILED .*may not be written; see that/)
  assert.deepEqual(readdirSync(dir), before)
})

test('the journal of a desk that another process holds open is read as well', async (t) => {
  const dir = join(root, 'open')
  mkdirSync(dir)
  const store = await openStore(dir)
  await keepCapture(store, arrival('a'))
  const answer = readLocked(t, dir)
  store.close()
  if (answer) assert.equal(answer.head, 1)
})

test('a journal that was left behind where nothing can be made of it is said to be in the way', async (t) => {
  const dir = join(root, 'killed')
  mkdirSync(dir)
  const source = mkdtempSync(join(root, 'source-'))
  const store = await openStore(source)
  await keepCapture(store, arrival('a'))
  for (const name of readdirSync(source)) if (!name.endsWith('-shm')) copyFileSync(join(source, name), join(dir, name))
  store.close()
  try {
    assert.equal(readLocked(t, dir), undefined, 'read, though the latest rows are out of reach')
  } catch (error) {
    assert.match(String(error), /a journal was left in it/)
  }
})
