// The sample desk in a database: from the same log the same ledger, the same edition to the byte and the same answers as in a folder.
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { listCaptures } from '../../src/archive/captures.ts'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { keepCaptures } from '../../src/archive/keep-capture.ts'
import { listAllLinked } from '../../src/archive/linked.ts'
import { findPayload } from '../../src/archive/payload.ts'
import { differencesOf, hashState } from '../../src/archive/state-hash.ts'
import { openAccounts } from '../../src/desk/accounts/open-accounts.ts'
import { check } from '../../src/desk/check.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { composeEdition } from '../../src/desk/edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { refusedPage } from '../../src/desk/views/accounts.ts'
import { followSource } from '../../src/desk/web/follow-source.ts'
import { writeEdition } from '../../src/desk/write-edition.ts'
import { makeServer } from '../../src/server/make-server.ts'
import { listRoutes } from '../../src/server/routes.ts'
import { fillPath, listKnown, ODD, QUERIES } from '../e2e/known-ids.ts'
import { openSampleDesk } from '../sample-desk.ts'
import { startPostgres } from './start-postgres.ts'

const NOW = '2031-03-20T09:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'readout-whole-'))
let files: Desk
let database: Desk

before(async () => {
  files = { ...(await openSampleDesk(join(folder, 'files'))), now: () => NOW }
  database = await openDesk(join(folder, 'database'), {
    url: await (await startPostgres()).makeDatabase(),
    now: () => NOW,
  })
  for (const { capture } of await listCaptures(files.store, 0, 1000)) {
    const { id: _, ...record } = capture
    const bytes = 'payload' in record.outcome ? await findPayload(files.store, record.outcome.payload) : undefined
    await keepCaptures(database.store, [{ record, ...(bytes && { bytes }) }])
  }
  await derive(database)
})

after(async () => {
  await files?.close()
  await database?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the same log gives the same ledger', async () => {
  assert.deepEqual(listAllLinked(database.store)?.rows, listAllLinked(files.store)?.rows)
  assert.ok((listAllLinked(files.store)?.rows.length ?? 0) > 50)
  assert.equal(dumpDigest(database.store), dumpDigest(files.store))
})

test('both hold the same rows in every table, but for the numbers that only order what happened', async () => {
  const hashes = await Promise.all(
    [files, database].map(async ({ store }) => {
      const view = await store.view()
      try {
        return await hashState(view)
      } finally {
        await view.close()
      }
    }),
  )
  const [one, other] = hashes
  assert.ok(one && other)
  assert.deepEqual(differencesOf(one.truth, other.truth), [])
  assert.deepEqual(
    differencesOf(one.derived, other.derived)
      .map(({ name }) => name)
      .filter((name) => !OWN.includes(name)),
    [],
  )
})

// an epoch is unlike any other; claims that changed in one step are noted in whatever order they were written
const OWN = ['claim_epoch', 'claim_change']

test('the edition is the same to the byte, with all its pages', async () => {
  const folders = await Promise.all(
    [files, database].map(async (desk) => {
      const to = join(desk.dir, 'edition')
      await writeEdition(desk, await composeEdition(desk), to)
      return to
    }),
  )
  const [one = '', other = ''] = folders
  const names = readdirSync(one, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(one.length))
  assert.ok(names.length > 20, `only ${names.length} files`)
  for (const name of names)
    assert.equal(readFileSync(join(other, name), 'utf8'), readFileSync(join(one, name), 'utf8'), name)
})

test('everything that it holds is sound', () => {
  assert.deepEqual(check(database).breaches, [])
})

test('every page and every answer of the API is the same', async () => {
  const [one, other] = await Promise.all([files, database].map(askAll))
  assert.ok(one && other && one.size > 40, `only ${one?.size} addresses`)
  for (const [url, reply] of one) assert.equal(inAnyOrder(url, other.get(url)), inAnyOrder(url, reply), url)
})

// Claims that changed in one step are noted in whatever order they were written, and the cursor behind them names the desk's epoch.
function inAnyOrder(url: string, reply = ''): string {
  if (url !== '/api/changes') return reply
  const { claims, next: _, ...same } = JSON.parse(reply.slice('200 '.length))
  const sorted = claims.map((claim: object) => JSON.stringify(claim)).sort()
  assert.ok(sorted.length > 50)
  return JSON.stringify({ ...same, claims: sorted })
}

// of the process, of the moment or of the store itself
const APART = /^\/(health|metrics|status|api\/status|api\/health|web\/:)/

async function askAll(desk: Desk): Promise<Map<string, string>> {
  await followSource(desk, { url: 'https://courier.example/', kind: 'page', folder: [] }, { by: 'Ada Orme', why: '' })
  const accounts = await openAccounts(desk, 'somebody')
  const routes = listRoutes(makePages(desk), desk)
  const server = await makeServer(routes, { host: '127.0.0.1', accounts, refused: refusedPage })
  const known = { ...listKnown(desk), '/subscribe/': 'none', '/unsubscribe/': 'none' }
  const replies = new Map<string, string>()
  for (const { method, path } of routes) {
    if (method !== 'GET' || APART.test(path)) continue
    for (const odd of [undefined, ...ODD]) {
      const url = odd !== undefined && !path.includes(':') ? undefined : fillPath(path, known, odd)
      if (url === undefined) continue
      const reply = await server.inject({
        url: url + (QUERIES[path] ?? ''),
        headers: { host: 'localhost' },
        payloadAsStream: true,
      })
      const isEndless = String(reply.headers['content-type']).startsWith('text/event-stream')
      replies.set(
        url,
        `${reply.statusCode} ${isEndless ? '' : (await textOf(reply.stream())).replaceAll(desk.dir, '')}`,
      )
      reply.stream().destroy()
    }
  }
  await server.close()
  return replies
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece)
  return Buffer.concat(pieces)
    .toString()
    .replace(/(name="_csrf" value=)"[^"]+"/g, '$1')
}
