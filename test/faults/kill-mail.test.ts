// The process that sends an edition is killed at random moments, again and again. Nobody is sent two, nobody is lost: by the log of
// the mail server, which is another process's, each reader was sent it, or is due, or is listed as unknown and then settled by that log.
// READOUT_KILLS=50 makes the long run, over 500 readers; else there are 120.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { test } from 'node:test'
import { listDeliveries } from '../../src/archive/mail/deliveries.ts'
import { listMailings } from '../../src/archive/mail/mailings.ts'
import { mailEdition } from '../../src/desk/mailing/mail-edition.ts'
import { settle } from '../../src/desk/mailing/settle.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { addReaders, openIssuedDesk, WEEK } from '../mail/issued-desk.ts'
import { openMailServer } from '../mail/mail-server.ts'
import { makeFolder } from '../readout.ts'

test('a process killed while it sends mails nobody twice and forgets nobody', async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
  const kills = Number(process.env.READOUT_KILLS ?? 3)
  t.diagnostic(`READOUT_SEED=${seed} repeats these moments`)
  const random = randomFrom(seed)
  const folder = makeFolder()
  const dir = join(folder, 'desk')
  // a server takes its time: some of the kills fall between its taking a message and its saying so
  const slow = () => ({ at: 'data', slowMs: Math.round(random() * 6) }) as const
  const server = await openMailServer(join(folder, 'accepted'), slow)
  t.after(() => server.close())
  const desk = await openIssuedDesk(dir, { mailPort: server.port })
  const readers = await addReaders(desk, process.env.READOUT_KILLS === undefined ? 120 : 500)
  await desk.close()

  for (let kill = 1; kill <= kills; kill += 1) {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'mail-worker.ts'), dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let isOver = false
    const ended = once(child, 'exit').then(([status]) => {
      isOver = true
      assert.ok(status === null || status === 0, `the process ended by itself with ${status}`)
    })
    await Promise.race([once(child.stdout, 'data'), ended])
    // within what the share of this kill takes, so that there is something left for the last one
    const share = Math.max(1, Math.floor(readers.length / (kills + 2)))
    const goal = server.accepted().length + Math.floor((0.5 + random()) * share)
    while (!isOver && server.messages.length < goal) await new Promise((resolve) => setTimeout(resolve, 2))
    await new Promise((resolve) => setTimeout(resolve, random() * 12))
    child.kill('SIGKILL')
    await ended
    const accepted = server.accepted()
    assert.equal(new Set(accepted).size, accepted.length, `kill ${kill}: somebody was sent two`)
  }

  const byKilled = server.accepted().length
  assert.ok(byKilled > readers.length / 4, `only ${byKilled} were sent by processes that were killed`)

  const again = await openDesk(dir, { make: false })
  try {
    const { tally } = await mailEdition(again, { week: WEEK, kind: 'edition' }, { by: 'Ada Orme' })
    const accepted = server.accepted()
    const state = await again.store.state()
    const [mailing, ...others] = await listMailings(state)
    assert.equal(others.length, 0, 'one mailing, however often it was begun')
    const all = await listDeliveries(state, { ...(mailing && { mailing: mailing.id }) })
    assert.deepEqual(all.map(({ address }) => address).toSorted(), readers.toSorted(), 'each reader has a line')
    assert.equal(new Set(accepted).size, accepted.length, 'nobody was sent two')
    assert.equal(tally.sent + tally.unknown, readers.length)
    const took = new Set(accepted)
    for (const one of all) if (one.state === 'sent') assert.ok(took.has(one.address), `${one.address} is called sent`)
    const unknown = all.filter(({ state: own }) => own === 'unknown')
    const taken = unknown.filter(({ address }) => took.has(address))
    t.diagnostic(
      `${kills} kills over ${readers.length} readers: ${tally.sent} sent, ${unknown.length} unknown, of which the server had taken ${taken.length}`,
    )
    assert.ok(unknown.length <= kills, 'at most one message is unknown for each kill')

    // a person settles each by the log of the server, and the rest is sent
    const doer = { who: 'Ada Orme' }
    for (const { id, address } of unknown) {
      await settle(again, id, { as: took.has(address) ? 'sent' : 'resend', why: 'by the log of the server', doer })
    }
    await mailEdition(again, { week: WEEK, kind: 'edition' }, { by: 'Ada Orme' })
    assert.deepEqual(server.accepted().toSorted(), readers.toSorted(), 'each was sent it once')
    assert.equal((await listMailings(state))[0]?.tally.sent, readers.length)
  } finally {
    await again.close()
  }
})
