// The stories of the sample, and that they are the same whatever the order in which its reports come: in memory, and in a store that
// is closed and opened in between.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openStore } from '../src/archive/open-store.ts'
import { openRegister } from '../src/archive/register.ts'
import { readFiles } from '../src/desk/read-files.ts'
import { extract } from '../src/extract/extract.ts'
import type { Doc } from '../src/model/doc.ts'
import { comparePlaces, type Filed } from '../src/model/filed.ts'
import { asId } from '../src/model/id.ts'
import { groupStories, idOfStory, makeFileable } from '../src/track/group-stories.ts'
import { makeFiler } from '../src/track/make-filer.ts'
import { makeMemoryRegister } from '../src/track/memory-register.contract.ts'

const SHUFFLES = 20
const sample = await loadSample()
const reports = sample.map(makeFileable).sort(comparePlaces)
const folder = mkdtempSync(join(tmpdir(), 'readout-filing-'))
after(() => rmSync(folder, { recursive: true }))

async function loadSample(): Promise<Doc[]> {
  const docs: Doc[] = []
  for await (const one of readFiles([join(import.meta.dirname, '..', 'sample', 'reports')])) {
    if (one.kind !== 'report') continue
    const { bytes, given } = one
    docs.push({ ...extract({ bytes, given, mediaType: given.mediaType, capture: asId('capture') }), name: given.name })
  }
  return docs
}

function shuffle<T>(items: readonly T[], seed: number): T[] {
  let state = seed
  const keyed = items.map((item) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return [state, item] as const
  })
  return keyed.sort(([a], [b]) => a - b).map(([, item]) => item)
}

test('the sample is six stories: the offer, the vote, the exchange, the gates, the pact, the coalition', () => {
  const storyOf = groupStories(sample)
  const stories = Map.groupBy(sample, ({ id }) => storyOf.get(id)).values()
  const numbers = [...stories].map((docs) => docs.map(({ name }) => name.slice(0, 2)).sort())
  assert.deepEqual(
    numbers.map((one) => one.join(' ')).sort(),
    ['01 02 03 04 05 06 10 13 14 16 17 19', '07 18', '08 12', '09', '11 20', '15'].sort(),
  )
})

test(`${SHUFFLES} orders of arrival, one by one or in bits, give the stories that all at once give`, async () => {
  const inOrder = makeMemoryRegister()
  for (const report of reports) await makeFiler().file(inOrder, [report])
  const storyOf = groupStories(sample)
  for (const { id, story } of inOrder.all()) assert.equal(storyOf.get(asId(id)), idOfStory(story))
  for (let seed = 1; seed <= SHUFFLES; seed++) {
    const register = makeMemoryRegister()
    const filer = makeFiler()
    const left = shuffle(reports, seed)
    while (left.length > 0) await filer.file(register, left.splice(0, 1 + (seed % 3)))
    assert.deepEqual(register.all(), inOrder.all())
  }
})

test('a store that is closed and opened between two reports ends as one that is filled at once', async () => {
  const withVectors = reports.map((report) => ({ ...report, vector: Int8Array.from(report.stems.slice(0, 9)) }))
  const inMemory = makeMemoryRegister()
  await makeFiler().file(inMemory, withVectors)
  const dir = mkdtempSync(join(folder, 'desk-'))
  const asked = reports.map(({ id }) => id)
  let found: Filed[] = []
  for (const report of shuffle(withVectors, 7)) {
    const store = await openStore(dir)
    const { derived } = await store.kysely()
    found = await derived.transaction().execute(async (trx) => {
      await makeFiler().file(openRegister(trx), [report])
      return openRegister(trx).find(asked)
    })
    store.close()
  }
  assert.deepEqual(found.sort(comparePlaces), inMemory.all())
})

test('what could not be kept is filed again from the register', async () => {
  const [first, second] = reports
  assert.ok(first && second)
  const store = await openStore(mkdtempSync(join(folder, 'desk-')))
  const { derived } = await store.kysely()
  await assert.rejects(
    derived.transaction().execute(async (trx) => {
      await makeFiler().file(openRegister(trx), [first])
      throw new Error('no room on the disk')
    }),
  )
  await derived.transaction().execute((trx) => makeFiler().file(openRegister(trx), [second]))
  assert.deepEqual(
    (await openRegister(derived).find([first.id, second.id])).map(({ id }) => id),
    [second.id],
  )
  store.close()
})
