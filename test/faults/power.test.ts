// The current is cut: the folder is put back as a disk may hold it then. A worker's writes and syncs are watched by strace, SQLite's
// own among them; at random moments an image is made of them, in which all that was synced is there and of the rest any part. Each is
// opened without repair, holds all that was acknowledged by then, passes the check, and gives the same once more from the start.
// READOUT_IMAGES=200 makes the long run, READOUT_SEED=… repeats one.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { listDeliveries } from '../../src/archive/mail/deliveries.ts'
import { check } from '../../src/desk/check.ts'
import { derive } from '../../src/desk/derive.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { rebuild } from '../../src/desk/rebuild.ts'
import { randomFrom } from '../gold/draw-acts.ts'
import { openMailServer } from '../mail/mail-server.ts'
import { makeFolder } from '../readout.ts'
import { actRooms } from './act-rooms.ts'
import { ACTS as ACTS_OF_A_DESK, findLost } from './acts.ts'
import { COPY_ACTS } from './copy-acts.ts'
import { DISKS, makeImage } from './power/make-image.ts'
import { type DiskEvent, readTrace, STRACE } from './power/read-trace.ts'

const IMAGES = Number(process.env.READOUT_IMAGES ?? 5)
const ACTS = Number(process.env.READOUT_IMAGE_ACTS ?? 12)
// what is made beside the desk takes long: READOUT_FAULTS=all tries it too, as the long run does
const WITHIN = Object.keys(ACTS_OF_A_DESK).filter((name) => !(name in COPY_ACTS))
const hasStrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

test('the current is cut at any moment, and nothing acknowledged is lost', {
  skip: !hasStrace && 'strace is not here, or may not watch',
}, async (t) => {
  const seed = Number(process.env.READOUT_SEED ?? Date.now() % 1_000_000)
  t.diagnostic(`READOUT_SEED=${seed} repeats these moments`)
  const random = randomFrom(seed)
  const folder = makeFolder()
  const root = join(folder, 'disk')
  const mail = await openMailServer(join(folder, 'accepted'))
  const events = await watch(join(folder, 'trace'), { root, seed, mail: mail.port })
  await mail.close()
  const said = events.filter((event) => event.kind === 'yes')
  assert.ok(
    said.some(({ line }) => line === 'done'),
    said.at(-1)?.line,
  )
  const end = (events.at(-1)?.to ?? 0) + 1
  const counts = {
    writes: events.filter(({ kind }) => kind === 'write').length,
    syncs: events.filter(({ kind }) => kind === 'sync').length,
  }
  let looked = 0
  const failed: string[] = []
  for (let nth = 1; nth <= IMAGES; nth += 1) {
    const disk = DISKS[nth % DISKS.length] ?? 'loses all'
    // every third right after something was acknowledged, where what was not synced would show
    const yes = said[Math.floor(random() * said.length)]
    const cut = nth % 3 === 0 ? (yes?.to ?? 0) + 1 : Math.floor(random() * end)
    const into = join(folder, `image-${nth}`)
    makeImage(events, { folder: root, cut, disk, into, random })
    const wrong = await findWrong(
      join(into, 'desk'),
      events.filter(({ from }) => from < cut),
    )
    failed.push(...wrong.map((what) => `image ${nth}, cut at ${cut} of ${end}, a disk that ${disk}: ${what}`))
    looked += said.filter(({ from }) => from < cut).length
    rmSync(into, { recursive: true, force: true })
  }
  t.diagnostic(
    `${IMAGES} images of ${counts.writes} writes and ${counts.syncs} syncs; ${looked} acknowledgements looked for`,
  )
  assert.deepEqual(failed.slice(0, 20), [])
  assert.ok(looked > IMAGES, 'hardly anything had been acknowledged')
})

async function watch(
  trace: string,
  { root, seed, mail }: { root: string; seed: number; mail: number },
): Promise<DiskEvent[]> {
  spawnSync('mkdir', [root])
  const worker = join(import.meta.dirname, 'act-worker.ts')
  const args = [
    worker,
    '--desk',
    join(root, 'desk'),
    '--count',
    String(ACTS),
    '--seed',
    String(seed),
    '--mail',
    String(mail),
    ...(process.env.READOUT_FAULTS === 'all' ? [] : ['--acts', WITHIN.join(',')]),
  ]
  const env = { ...process.env, NODE_TEST_CONTEXT: '', UV_USE_IO_URING: '0' }
  const child = spawn('strace', ['-o', trace, ...STRACE, process.execPath, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  assert.equal((await once(child, 'exit'))[0], 0)
  return readTrace(trace, root)
}

/** What is not as it was promised. `past`: what had been begun by the cut. */
async function findWrong(dir: string, past: readonly DiskEvent[]): Promise<string[]> {
  const yes = past.flatMap((event) => (event.kind === 'yes' ? [event.line] : []))
  const desk = await openDesk(dir, { rooms: actRooms() })
  try {
    const wrong = (await findLost(desk, yes)).map((line) => `acknowledged, but lost: ${line}`)
    // the docs of the example week were made by hand: their ids are names, not digests
    const breaches = check(desk).breaches.filter(({ what }) => !/^doc .*\(doc-/.test(what))
    wrong.push(...breaches.map((breach) => JSON.stringify(breach)))
    // whoever the server was told of is never due again
    const told = new Set(
      past.flatMap((event) =>
        event.kind === 'sent' ? [...event.text.matchAll(/RCPT TO:<([^>]+)>/g)].map(([, to]) => to) : [],
      ),
    )
    const due = await listDeliveries(await desk.store.state(), { states: ['due'], limit: 100_000 })
    wrong.push(
      ...due.filter(({ address }) => told.has(address)).map(({ address }) => `would be mailed twice: ${address}`),
    )
    if (told.size > 0 && (await listDeliveries(await desk.store.state(), {})).length === 0)
      wrong.push('the mailing is forgotten')
    await derive(desk)
    const digest = dumpDigest(desk.store)
    if ((await rebuild(desk)).digest !== digest) wrong.push('a rebuild gives something else')
    return wrong
  } catch (error) {
    return [error instanceof Error ? (error.stack ?? error.message) : String(error)]
  } finally {
    await desk.close()
  }
}
