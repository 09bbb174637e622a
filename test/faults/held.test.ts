// One serving process a desk: a second one is refused within two seconds, naming the first, and changes nothing; what a killed process
// left is no hindrance; one that is frozen still holds; of many that begin at once one wins. READOUT_HOLDS=50 makes the long run.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openDesk } from '../../src/desk/open-desk.ts'
import { findHolder, holdDesk, wantUnheld } from '../../src/desk/ops/hold-desk.ts'
import { MAIN, makeFolder, readout } from '../readout.ts'
import { beginServing, type ServingProcess } from '../serving.ts'

const TRIES = Number(process.env.READOUT_HOLDS ?? 1)
const LIMIT_MS = 2000

const dir = join(makeFolder(), 'desk')
let first: ServingProcess

before(async () => {
  await (await openDesk(dir)).close()
  first = await beginServing(dir)
})

after(() => first.kill('SIGKILL'))

test('a second serve is refused at once, naming the first, and changes nothing', async (t) => {
  let [slowest, whole] = [0, 0]
  for (let i = 0; i < TRIES; i += 1) {
    const was = digestsOf(dir)
    let begun = performance.now()
    const { status, err } = await readout(['serve', '--desk', dir, '--port', '0'])
    whole = Math.max(whole, performance.now() - begun)
    begun = performance.now()
    await assert.rejects(wantUnheld(dir), { code: 'DESK_HELD' })
    slowest = Math.max(slowest, performance.now() - begun)
    assert.equal(status, 2)
    assert.match(err, new RegExp(`is served already, by process ${first.child.pid} on .*at ${first.url};`))
    assert.deepEqual(digestsOf(dir), was)
  }
  const told = `${slowest.toFixed(0)} ms, with the start of Node ${whole.toFixed(0)} ms`
  t.diagnostic(`${TRIES} refusals, the slowest after ${told}`)
  assert.ok(slowest < LIMIT_MS, told)
})

test('other commands work beside it', async () => {
  const { status, err } = await readout(['add', '-', '--id', 'levy', '--desk', dir], { input: STORY })
  assert.equal(status, 0, err)
  assert.equal((await readout(['check', '--desk', dir])).status, 0)
})

test('it is refused from another container of the same machine too', async (t) => {
  const unshare = ['--pid', '--net', '--uts', '--fork', '--mount-proc']
  if (spawnSync('unshare', [...unshare, 'true']).status !== 0) return t.skip('no namespaces for this user here')
  const { status, stderr } = spawnSync(
    'unshare',
    [...unshare, process.execPath, MAIN, 'serve', '--desk', dir, '--port', '0'],
    { encoding: 'utf8', env: { ...process.env, NODE_TEST_CONTEXT: '' } },
  )
  assert.equal(status, 2, stderr)
  assert.match(stderr, new RegExp(`by process ${first.child.pid} on `))
})

test('one that is frozen still holds, and is told from one that is gone', async () => {
  first.child.kill('SIGSTOP')
  try {
    const { status, err } = await readout(['serve', '--desk', dir, '--port', '0'])
    assert.equal(status, 2)
    assert.match(err, /is served already, by a process that does not answer;/)
  } finally {
    first.child.kill('SIGCONT')
  }
})

test('what a killed one left is no hindrance, however it was killed', async () => {
  for (let i = 0; i < TRIES; i += 1) {
    await first.kill('SIGKILL')
    assert.ok(existsSync(join(dir, 'serve.sock')), 'its socket is left behind')
    assert.equal(await findHolder(dir), undefined)
    first = await beginServing(dir)
  }
  assert.equal(await first.kill('SIGTERM'), 0)
  assert.ok(!existsSync(join(dir, 'serve.sock')), 'one that ends takes its socket away')
})

test('of many that begin at once on what a killed one left, one wins', async () => {
  for (let i = 0; i < TRIES; i += 1) {
    const left = await holdIn(dir)
    left.kill('SIGKILL')
    await new Promise((resolve) => left.once('close', resolve))
    const all = await Promise.all(Array.from({ length: 4 }, () => holdIn(dir)))
    assert.deepEqual(all.map(({ word }) => word).sort(), ['held', 'refused', 'refused', 'refused'])
    for (const one of all) one.kill('SIGKILL')
    await Promise.all(all.map((one) => one.gone))
  }
})

test('a folder far down is held like any other', async () => {
  const deep = join(makeFolder(), 'a'.repeat(90), 'b'.repeat(90))
  mkdirSync(deep, { recursive: true })
  const desk = await openDesk(deep)
  const hold = await holdDesk(desk)
  hold.tell('http://127.0.0.1:1')
  const found = await findHolder(deep)
  assert.ok(typeof found === 'object')
  assert.deepEqual([found.pid, found.url], [process.pid, 'http://127.0.0.1:1'])
  await assert.rejects(holdDesk(desk), { code: 'DESK_HELD' })
  await hold.release()
  assert.equal(await findHolder(deep), undefined)
  await desk.close()
})

const STORY = 'The envoy Ilse Marrow said on Monday that the levy talks in Karsk would go on.'

// the index of a write-ahead log is memory that its readers share; in state.db the first says every few seconds that it is there
function digestsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder).filter(
    (file) => !/-shm$|^state/.test(file) && statSync(join(folder, file)).isFile(),
  )
  return Object.fromEntries(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  )
}

interface HoldingProcess {
  readonly word: string
  readonly gone: Promise<unknown>
  kill(signal: NodeJS.Signals): void
  once(event: 'close', listener: (value: unknown) => void): void
}

async function holdIn(folder: string): Promise<HoldingProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-worker.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise((resolve) => child.once('close', resolve))
  const word = await new Promise<string>((resolve) => {
    child.stdout.setEncoding('utf8').once('data', (text: string) => resolve(text.trim()))
    child.once('close', () => resolve('nothing'))
  })
  return {
    word,
    gone,
    kill: (signal) => void child.kill(signal),
    once: (event, listener) => void child.once(event, listener),
  }
}
