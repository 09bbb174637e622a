// The time stamp of a manifest: what an authority gives is kept and accepted by openssl; what is no stamp of this manifest, by this
// request, is never kept, and costs a warning.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { restoreBackup } from '../../src/desk/backup/restore-backup.ts'
import { writeBackup } from '../../src/desk/backup/write-backup.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { checkStamps } from '../../src/desk/manifests/check-stamps.ts'
import { keepDays } from '../../src/desk/manifests/keep-days.ts'
import { keepManifest } from '../../src/desk/manifests/keep-manifest.ts'
import { stampManifest } from '../../src/desk/manifests/stamp-manifest.ts'
import { makeStampRequest } from '../../src/ingest/stamping/make-stamp-request.ts'
import type { Happening } from '../../src/model/happening.ts'
import { readoutHere } from '../readout-here.ts'
import { makeSmallDesk } from './small-desk.ts'
import { type Authority, hasOpenssl, makeAuthority, serveStamps } from './stamp-authority.ts'

const skip = hasOpenssl ? false : 'no openssl here that stamps with the time'
const root = mkdtempSync(join(tmpdir(), 'readout-stamps-'))
const HERE = { networks: ['127.0.0.1/32'], contact: '' }
const now = (): string => '2031-05-06T23:00:00.000Z'
let authority: Authority
let desk: Desk

before(async () => {
  if (skip) return
  authority = makeAuthority(join(root, 'authority'))
  desk = await makeSmallDesk(join(root, 'desk'), 2)
  await keepManifest({ ...desk, now })
})
after(async () => {
  await desk?.close()
  rmSync(root, { recursive: true, force: true })
})

const manifests = (): string => join(desk.dir, 'manifests')
const send = (answer: ServerResponse, bytes: Uint8Array): void => {
  answer.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(bytes)
}

/** Why there is no stamp, and that nothing was kept. */
async function faultOf(behave: (request: Buffer, answer: ServerResponse) => void): Promise<string> {
  await using server = await serveStamps(behave)
  const stamped = await stampManifest(desk, { ...HERE, stampAuthority: server.address }, { totalMs: 1000 })
  assert.ok(stamped && 'fault' in stamped, JSON.stringify(stamped))
  assert.deepEqual(readdirSync(manifests()), ['2031-05-06.json'])
  assert.match(
    stamped.fault,
    /^manifest 2031-05-06\.json has no time stamp of http.*; the manifest stands without it; run "/,
  )
  return stamped.fault
}

test('what is no stamp of this manifest by this request is not kept', { skip }, async () => {
  assert.match(
    await faultOf((request, answer) => send(answer, authority.answer(request, 'refusing'))),
    /no stamp was granted: rejection, badAlg/,
  )
  const other = makeStampRequest('ab'.repeat(32), Uint8Array.of(1, 2, 3))
  assert.match(await faultOf((_, answer) => send(answer, authority.answer(other))), /the stamp of something else/)
  // the same imprint with another number: that of an answer which somebody kept from before
  const replayed = (request: Buffer): Buffer => {
    const at = request.length - 4 // before the wish for the certificate
    const changed = Buffer.from(request)
    changed[at] = (changed[at] ?? 0) ^ 1
    return authority.answer(changed)
  }
  assert.match(await faultOf((request, answer) => send(answer, replayed(request))), /it answers another request/)
  assert.match(await faultOf((_, answer) => send(answer, Buffer.from('<html>Busy</html>'))), /it is no answer/)
  assert.match(await faultOf((_, answer) => send(answer, Buffer.alloc(60_000, '\x30\x80'))), /it is no answer/)
  const cut = (request: Buffer): Buffer => authority.answer(request).subarray(0, 300)
  assert.match(await faultOf((request, answer) => send(answer, cut(request))), /it is no answer/)
  assert.match(await faultOf((_, answer) => answer.writeHead(503).end()), /the address answered 503/)
  assert.match(await faultOf((_, answer) => answer.writeHead(302, { location: '/x' }).end()), /leads elsewhere/)
})

test('an answer without end, or none, costs a bounded time and size', { skip }, async () => {
  const pour = (_: Buffer, answer: ServerResponse): void => {
    const more = (): void => {
      while (!answer.destroyed && answer.write(Buffer.alloc(16_384)));
    }
    answer.writeHead(200).on('drain', more)
    more()
  }
  assert.match(await faultOf(pour), /more than 65536 bytes came/)
  assert.match(await faultOf(() => {}), /no answer: /)
})

test('an inner address that the settings do not allow is not asked', { skip }, async () => {
  await using server = await serveStamps((request, answer) => send(answer, authority.answer(request)))
  const stamped = await stampManifest(desk, { ...HERE, networks: [], stampAuthority: server.address })
  assert.ok(stamped && 'fault' in stamped)
  assert.equal(server.asked.length, 0)
})

test('a stamp is kept as it came, once; openssl accepts it, a check reads it, a backup has it', { skip }, async () => {
  await using server = await serveStamps((request, answer) => send(answer, authority.answer(request)))
  const settings = { ...HERE, stampAuthority: server.address }
  assert.equal(await stampManifest(desk, { ...HERE, stampAuthority: '' }), undefined)
  const stamped = await stampManifest(desk, settings)
  assert.ok(stamped && 'path' in stamped, JSON.stringify(stamped))
  assert.ok(Math.abs(Date.now() - Date.parse(stamped.at)) < 60_000, stamped.at)
  assert.equal(server.asked[0]?.type, 'application/timestamp-query')
  const manifest = join(manifests(), '2031-05-06.json')
  assert.ok(authority.accepts(manifest, stamped.path))
  assert.equal(await stampManifest(desk, settings), undefined)
  assert.equal(server.asked.length, 1)
  assert.deepEqual(readdirSync(manifests()), ['2031-05-06.json', '2031-05-06.tsr'])
  assert.deepEqual(await checkStamps(desk.dir), { tried: 1, breaches: [] })
  await writeBackup(desk, join(root, 'backup'), { by: 'readout@test' })
  await restoreBackup(join(root, 'backup'), join(root, 'restored'))
  assert.deepEqual(await checkStamps(join(root, 'restored')), { tried: 1, breaches: [] })

  const restored = join(root, 'restored', 'manifests')
  const found = async (): Promise<string[]> =>
    (await checkStamps(join(root, 'restored'))).breaches.map(({ reason }) => reason)
  writeFileSync(join(restored, '2031-05-06.json'), `${readFileSync(manifest, 'utf8')} `)
  assert.deepEqual(await found(), ['it is the stamp of something else'])
  assert.ok(!authority.accepts(join(restored, '2031-05-06.json'), stamped.path))
  rmSync(join(restored, '2031-05-06.json'))
  assert.deepEqual(await found(), ['the manifest that it is of is gone'])
  writeFileSync(join(restored, '2031-05-06.json'), readFileSync(manifest))
  writeFileSync(join(restored, '2031-05-06.tsr'), readFileSync(stamped.path).subarray(0, 200))
  assert.deepEqual(await found(), ['it is no answer to a request for a time stamp'])
})

test('by the command line, and while a desk is served', { skip }, async () => {
  rmSync(join(manifests(), '2031-05-06.tsr'), { force: true })
  let isBusy = true
  await using server = await serveStamps((request, answer) => {
    if (isBusy) answer.writeHead(503).end()
    else send(answer, authority.answer(request))
  })
  const args = ['manifest', '--stamp', '--desk', desk.dir]
  const unset = await readoutHere(args)
  assert.equal(unset.status, 2)
  assert.match(unset.err, /no authority is set .* "stampAuthority"/)
  writeFileSync(join(desk.dir, 'settings.json'), JSON.stringify({ ...HERE, stampAuthority: server.address }))

  const told: Happening[] = []
  const days = keepDays({ ...desk, now }, (happening) => told.push(happening))
  for (let i = 0; i < 100 && told.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 20))
  days.end()
  assert.deepEqual(
    told.map(({ what, level }) => [what, level]),
    [['warning', 'warn']],
  )

  await using silent = await serveStamps(() => {})
  writeFileSync(join(desk.dir, 'settings.json'), JSON.stringify({ ...HERE, stampAuthority: silent.address }))
  const asking = keepDays({ ...desk, now }, (happening) => told.push(happening))
  for (let i = 0; i < 100 && silent.asked.length === 0; i++) await new Promise((resolve) => setTimeout(resolve, 20))
  assert.equal(silent.asked.length, 1)
  asking.end() // breaks off what is asked, and nothing more is told
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.equal(told.length, 1)
  writeFileSync(join(desk.dir, 'settings.json'), JSON.stringify({ ...HERE, stampAuthority: server.address }))

  const failed = await readoutHere(args)
  assert.equal(failed.status, 1)
  assert.match(failed.err, /has no time stamp .* the address answered 503/)
  isBusy = false
  const done = await readoutHere(args)
  assert.equal(done.status, 0, done.err)
  assert.match(done.out, /\.tsr: stamped at 20/)
  assert.match((await readoutHere(args)).out, /nothing to stamp/)
  const checked = await readoutHere(['check', '--desk', desk.dir])
  assert.match(checked.out, /1 time stamp, by what they are of/)
})
