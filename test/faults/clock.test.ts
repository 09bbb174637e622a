// The clock of the machine is a day ahead, then a day behind, then right: every act goes through each time, nothing is lost, the log
// stays one chain, and a rebuild gives the same.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { derive } from '../../src/desk/derive.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { openMailServer } from '../mail/mail-server.ts'
import { makeFolder } from '../readout.ts'
import { actRooms } from './act-rooms.ts'
import type { ActName } from './acts.ts'
import { beginActs, findHarm } from './run-acts.ts'

const DAY = 24 * 3_600_000
const ACTS: readonly ActName[] = ['capture', 'edition', 'decide', 'edition', 'subscriber', 'edition', 'mail']

test('a clock that is a day off, either way, loses and doubles nothing', async (t) => {
  const folder = makeFolder()
  const dir = join(folder, 'desk')
  const server = await openMailServer(join(folder, 'accepted'))
  t.after(() => server.close())
  const acknowledged: string[] = []
  for (const [nth, days] of [0, 1, -1, 0].entries()) {
    const shift = join(import.meta.dirname, 'shift-clock.ts')
    const env = { NODE_OPTIONS: `--import=${shift}`, READOUT_TEST_CLOCK_MS: String(days * DAY) }
    const run = beginActs({
      desk: dir,
      from: 1 + nth * 100,
      count: 12,
      acts: ACTS,
      seed: nth + 1,
      mail: server.port,
      env,
    })
    assert.equal((await run.ended).status, 0, run.told.join('\n'))
    acknowledged.push(...run.said)
    assert.deepEqual(await findHarm(dir, acknowledged), [], `${days} days off`)
  }
  const ids = server.messages.map(({ raw }) => /^message-id: *(\S+)/im.exec(raw)?.[1])
  assert.equal(new Set(ids).size, ids.length, 'somebody was mailed twice')
  assert.ok(ids.length > 0, 'nobody was mailed')
  const desk = await openDesk(dir, { rooms: actRooms() })
  await derive(desk)
  const digest = dumpDigest(desk.store)
  assert.equal((await rebuild(desk)).digest, digest)
  await desk.close()
  t.diagnostic(`${acknowledged.length} acknowledgements, ${ids.length} mails`)
})
