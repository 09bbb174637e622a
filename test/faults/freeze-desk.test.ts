// A process is frozen in the middle of its work, another does the work meanwhile, and then the first wakes and goes on where it was.
// What it was to send is sent once, and what it was to write is written once. READOUT_FREEZES=100 makes the long run, half of them while
// it mails and half while it takes in and links.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { listDeliveries } from '../../src/archive/mail/deliveries.ts'
import { derive } from '../../src/desk/derive.ts'
import { mailEdition } from '../../src/desk/mailing/mail-edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { addReaders, openIssuedDesk, WEEK } from '../mail/issued-desk.ts'
import { openMailServer } from '../mail/mail-server.ts'
import { makeFolder } from '../readout.ts'
import { actRooms } from './act-rooms.ts'
import { beginActs, findHarm } from './run-acts.ts'

const FREEZES = Math.max(2, Number(process.env.READOUT_FREEZES ?? 2))
const EACH = Math.floor(FREEZES / 2)
const PAST = 11 * 60_000 // ms: longer than a lease of a mailing lasts
const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)

test('who is frozen while mailing, and wakes when another has the mailing, sends and writes nothing more', async (t) => {
  t.diagnostic(`READOUT_SEED=${seed} repeats these moments`)
  const random = randomFrom(seed)
  const folder = makeFolder()
  const dir = join(folder, 'desk')
  const server = await openMailServer(join(folder, 'accepted'), () => ({ at: 'data', slowMs: 15 }))
  t.after(() => server.close())
  const desk = await openIssuedDesk(dir, { mailPort: server.port })
  const readers = await addReaders(desk, 40 + 15 * EACH)
  let refused = 0
  let within = 0
  for (let freeze = 1; freeze <= EACH; freeze += 1) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'mail-worker.ts'), dir], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    t.after(() => child.kill('SIGKILL')) // one that stands still would keep a failed test from its end
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (said += text))
    await once(child.stdout, 'data')
    const goal = server.messages.length + 1 + Math.floor(random() * 4)
    while (server.messages.length < goal && child.exitCode === null) await pause(1)
    const late = { ...desk, now: () => new Date(Date.now() + PAST).toISOString() }
    const ending = new AbortController()
    let left = 1 + Math.floor(random() * 4)
    const onBecame = (): void => {
      left -= 1
      if (left === 0) ending.abort()
    }
    // another takes the mailing up when the lease has ended, and sends some of it
    for (let isTaken = false; !isTaken; ) {
      assert.ok(child.exitCode === null && child.kill('SIGSTOP'), 'it had ended before it could be frozen')
      await pause(20 + random() * 20)
      isTaken = await mailEdition(
        late,
        { week: WEEK, kind: 'edition' },
        { by: 'Bela Orme', signal: ending.signal, onBecame },
      ).then(
        () => true,
        (error: unknown) => {
          // it was frozen in the middle of a transaction: nobody writes until it wakes, and that is said
          assert.ok(error instanceof ReadoutError && error.code === 'DESK_BUSY', String(error))
          within += 1
          child.kill('SIGCONT')
          return false
        },
      )
      if (!isTaken) await pause(random() * 10)
    }
    const ended = once(child, 'close')
    child.kill('SIGCONT')
    await ended
    assert.match(said, /another process took this mailing up meanwhile/, 'who woke went on as if nothing had been')
    refused += 1
  }
  await mailEdition(desk, { week: WEEK, kind: 'edition' }, { by: 'Ada Orme' })
  const accepted = server.accepted()
  assert.equal(new Set(accepted).size, accepted.length, 'somebody was sent two')
  const all = await listDeliveries(await desk.store.state(), { limit: 100_000 })
  const unknown = all.filter(({ state }) => state === 'unknown')
  assert.deepEqual(all.map(({ address }) => address).toSorted(), readers.toSorted())
  assert.equal(all.filter(({ state }) => state === 'sent').length + unknown.length, readers.length)
  assert.ok(unknown.length <= EACH, 'at most the one that was on its way at each freeze')
  await desk.close()
  t.diagnostic(
    `${EACH} freezes, ${readers.length} readers: ${unknown.length} unknown, none sent two; who woke was refused ${refused} times; ${within} more were frozen in the middle of a transaction`,
  )
})

test('who is frozen while taking in and linking harms nothing when it wakes', async (t) => {
  const random = randomFrom(seed + 1)
  const dir = join(makeFolder(), 'desk')
  const acknowledged: string[] = []
  let busy = 0
  for (let freeze = 1; freeze <= EACH; freeze += 1) {
    const run = beginActs({
      desk: dir,
      from: freeze * 100,
      count: 12,
      acts: ['capture', 'derive', 'decide'],
      seed: seed + freeze,
    })
    const goal = 1 + Math.floor(random() * 30)
    let isOver = false
    void run.ended.then(() => (isOver = true))
    while (run.said.length < goal && !isOver) await pause(1)
    await pause(random() * 10)
    run.child.kill('SIGSTOP')
    try {
      const other = await openDesk(dir, { rooms: actRooms() })
      await derive(other).finally(() => other.close())
    } catch (error) {
      // it was frozen in the middle of a transaction: nobody writes until it wakes, and that is said
      assert.ok(error instanceof ReadoutError && error.code === 'DESK_BUSY', String(error))
      busy += 1
    } finally {
      run.child.kill('SIGCONT')
    }
    assert.equal((await run.ended).status, 0, run.told.join('\n'))
    acknowledged.push(...run.said)
    const desk = await openDesk(dir, { rooms: actRooms() })
    await derive(desk)
    const docs = desk.store.plain.rows('select count(*) as count, count(distinct report) as reports from derived.doc')
    assert.equal(docs[0]?.count, docs[0]?.reports, 'a report was read twice')
    const digest = dumpDigest(desk.store)
    if (freeze === EACH) assert.equal((await rebuild(desk)).digest, digest)
    await desk.close()
    assert.deepEqual(await findHarm(dir, acknowledged), [], `after freeze ${freeze}`)
  }
  t.diagnostic(`${EACH} freezes, ${acknowledged.length} acknowledgements; ${busy} times in the middle of a transaction`)
})
