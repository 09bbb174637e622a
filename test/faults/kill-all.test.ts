// Two processes take in, read, link, decide, issue, mail and set, on one desk that goes on; at random moments one or both are killed.
// What was acknowledged, as a recorder of its own keeps it, is there each time; at the end nothing is there twice, nobody was mailed
// twice, tools that are not ours find nothing wrong, and a rebuild gives the same. READOUT_KILLS=500 makes the long run, a new desk
// after each fifty kills; READOUT_SEED=… repeats one.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { derive } from '../../src/desk/derive.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { type MailServer, openMailServer } from '../mail/mail-server.ts'
import { makeFolder } from '../readout.ts'
import { actRooms } from './act-rooms.ts'
import type { ActName } from './acts.ts'
import { openRecorder } from './open-recorder.ts'
import { beginActs, findHarm } from './run-acts.ts'

const KILLS = Number(process.env.READOUT_KILLS ?? 4)
const ERA = 50 // kills of one desk
const ACTS: readonly ActName[] = ['capture', 'capture', 'derive', 'decide', 'edition', 'subscriber', 'mail', 'account']
const AGAIN = 100 // acknowledgements of earlier rounds that are looked for again after each kill; at the end all are

test('processes killed at any moment of any act lose nothing that they acknowledged, and do nothing twice', async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
  t.diagnostic(`READOUT_SEED=${seed} repeats these moments`)
  const random = randomFrom(seed)
  const folder = makeFolder()
  const slow = () => ({ at: 'data', slowMs: Math.round(random() * 4) }) as const
  const server = await openMailServer(join(folder, 'accepted'), slow)
  const tally: Record<string, number> = {}
  try {
    for (let done = 0; done < KILLS; done += ERA) {
      const kills = Math.min(ERA, KILLS - done)
      const lines = await runEra(t, { root: join(folder, `era-${done}`), kills, seed: seed + done, random, server })
      for (const line of lines) tally[line.split(' ')[0] ?? ''] = (tally[line.split(' ')[0] ?? ''] ?? 0) + 1
    }
  } finally {
    await server.close()
  }
  t.diagnostic(
    `${KILLS} kills; acknowledged and found: ${JSON.stringify(tally)}; ${server.messages.length} mails, none twice`,
  )
})

interface Era {
  readonly root: string
  readonly kills: number
  readonly seed: number
  readonly random: () => number
  readonly server: MailServer
}

async function runEra(t: TestContext, { root, kills, seed, random, server }: Era): Promise<string[]> {
  spawnSync('mkdir', [root])
  const dir = join(root, 'desk')
  const recorder = await openRecorder(join(root, 'recorded'))
  t.after(() => recorder.close())
  const before = server.messages.length // other desks may have mailed the same edition to an address of the same name
  const from = (kill: number, who: number): number => 1 + (2 * kill + who) * 10_000
  let looked = 0
  for (let kill = 1; kill <= kills; kill += 1) {
    const runs = [0, 1].map((who) => {
      // one of the two sets: of two at once the later stands
      const names: readonly ActName[] = kill === 1 ? ACTS.slice(0, 4) : who === 0 ? [...ACTS, 'setting'] : ACTS
      return beginActs({
        desk: dir,
        from: from(kill, who),
        count: 9000,
        acts: names,
        seed: seed + from(kill, who),
        mail: server.port,
        out: recorder.input,
      })
    })
    // the first of a desk fall while it is being made
    if (kill <= 2) await pause(random() * 700)
    else await recorder.grown(Math.round(random() * 25), runs)
    await pause(random() * 40)
    const [first, second] = random() < 0.5 ? runs : runs.toReversed()
    first?.child.kill('SIGKILL')
    if (random() < 0.4) await pause(random() * 150) // the other goes on for a while
    second?.child.kill('SIGKILL')
    for (const { ended, told } of runs) {
      const { status, signal } = await ended
      const why = [...told, ...recorder.told()].join('; ')
      assert.equal(signal, 'SIGKILL', `ended by itself with ${status}: ${why}`)
    }
    await recorder.quiet()
    const lines = recorder.lines()
    const some = [
      ...lines.slice(looked),
      ...Array.from({ length: AGAIN }, () => lines[Math.floor(random() * looked)] ?? ''),
    ]
    looked = lines.length
    assert.deepEqual(await findHarm(dir, some, { isMade: kill > 2 }), [], `${root}, after kill ${kill}`)
  }
  const lines = recorder.lines()
  await recorder.close()
  assert.deepEqual(await findHarm(dir, lines), [], root)
  await findDoubles(dir, server.messages.slice(before))
  const outside = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'outside-verifier.ts'), join(dir, 'truth.db')],
    { encoding: 'utf8' },
  )
  assert.equal(outside.status, 0, outside.stdout + outside.stderr)
  const told = `${kills} kills of one desk, ${lines.length} acknowledgements; from outside: ${outside.stdout.trim()}`
  t.diagnostic(told)
  if (kills === ERA) console.error(`${new Date().toISOString()} ${told}`) // a long run is told as it goes
  rmSync(root, { recursive: true, force: true })
  return lines
}

async function findDoubles(dir: string, messages: MailServer['messages']): Promise<void> {
  const ids = messages.map(({ raw }) => /^message-id: *(\S+)/im.exec(raw)?.[1] ?? assert.fail('a mail without an id'))
  assert.equal(new Set(ids).size, ids.length, 'somebody was mailed twice')
  const desk = await openDesk(dir, { rooms: actRooms() })
  try {
    await derive(desk)
    const count = (sql: string): unknown => desk.store.plain.rows(sql)[0]?.count
    assert.equal(
      count('select count(*) as count from derived.doc'),
      count('select count(*) as count from truth.report'),
    )
    const claims = "select count(*) - count(distinct record) as count from derived.linked where noun = 'claim'"
    assert.equal(count(claims), 0, 'a claim is there twice')
    const digest = dumpDigest(desk.store)
    assert.equal((await rebuild(desk)).digest, digest, 'a rebuild gives something else')
  } finally {
    await desk.close()
  }
}
