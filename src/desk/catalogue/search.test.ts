// Search on a small desk: words, phrases, beginnings, exclusions and filters; any text whatever gives hits or none.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { listPersonLines } from '../../archive/catalogue/person-lines.ts'
import { search, type WantedHits } from '../../archive/catalogue/search.ts'
import { findStoryLine, listStoryLines } from '../../archive/catalogue/story-lines.ts'
import { openStore } from '../../archive/open-store.ts'
import type { Hit } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
import { makeFullDesk, take } from './full-desk.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-search-'))
let desk: Desk
before(async () => {
  desk = await makeFullDesk(join(root, 'desk'))
})
after(async () => {
  await desk.close()
  rmSync(root, { recursive: true, force: true })
})

function nameOf(hit: Hit): string {
  if (hit.in === 'reports') return hit.report.name
  return hit.in === 'said' ? `${hit.said.name} ${hit.said.act}` : hit.claim.wording
}

async function find(words: string, wanted: Partial<WantedHits> = {}): Promise<string[]> {
  const { items } = await search(desk.store, { in: 'reports', limit: 100, ...wanted, words })
  return items.map(nameOf).sort()
}

test('words in any form, all of which must stand there', async () => {
  assert.deepEqual(await find('ferries'), ['denial', 'offer'])
  assert.deepEqual(await find('FERRY truces'), ['denial', 'offer'])
  assert.deepEqual(await find('ferries grain'), [])
  assert.deepEqual(await find('gra*'), ['nobody', 'page', 'page-again'])
  assert.deepEqual(await find('"nine ferries"'), ['denial', 'offer'])
  assert.deepEqual(await find('“ferries nine”'), [])
  assert.deepEqual(await find('grain -truce'), ['nobody'])
  assert.deepEqual(await find('grain -"prices rose"'), ['page', 'page-again'])
})

test('what was said is found by its words and by who said it; claims by their wording', async () => {
  assert.deepEqual(await find('ferries', { in: 'said' }), ['denial asserts', 'offer denies'])
  assert.deepEqual(await find('hale truce', { in: 'said' }), ['denial denies'])
  assert.deepEqual(await find('ferry', { in: 'claims' }), ['nine ferries had left Brissen'])
})

test('each filter leaves what it names, with words and without', async () => {
  const [marrow = assert.fail()] = (await listPersonLines(desk.store, { order: 'said', begins: 'ilse', limit: 1 }))
    .items
  const [story = assert.fail()] = (await listStoryLines(desk.store, { order: 'reach', limit: 1 })).items
  assert.equal((await findStoryLine(desk.store, story.story))?.reports, 5)
  const cases: readonly [Partial<WantedHits>, string[]][] = [
    [{ who: marrow.entity }, ['offer', 'page', 'page-again', 'undated']],
    [{ outlet: 'Highland Radio' }, ['undated']],
    [{ kind: 'anonymous' }, ['silence']],
    [{ act: 'denies' }, ['denial', 'offer']],
    [{ from: '2031-03-06' }, ['denial', 'page', 'page-again']],
    [{ until: '2031-03-04' }, ['offer']],
    [{ story: story.story, until: '2031-03-05' }, ['offer', 'silence']],
    [{ story: 'none' }, []],
    [{ in: 'said', who: marrow.entity, act: 'confirms' }, ['page-again confirms']],
    [{ in: 'said', kind: 'anonymous' }, ['silence asserts']],
    [{ in: 'said', outlet: 'Port Sabel Times', story: story.story }, ['denial denies']],
    [{ in: 'claims', who: marrow.entity, story: story.story, standing: 'confirmed' }, [OFFER]],
    [{ in: 'claims', act: 'declines to comment', kind: 'anonymous' }, [OFFER]],
    [{ in: 'claims', outlet: 'Nowhere Times' }, []],
  ]
  for (const [wanted, names] of cases) {
    assert.deepEqual(await find('truce', wanted), names, JSON.stringify(wanted))
    const without = await find('', wanted)
    assert.ok(
      names.every((name) => without.includes(name)),
      `${JSON.stringify(wanted)} without words: ${without}`,
    )
  }
  assert.deepEqual(await find('', { in: 'said', kind: 'anonymous' }), ['silence asserts'])
  assert.equal((await find('')).length, 7)
})

const OFFER = 'Veldania had offered Karsk a truce along the Ketter river'

test('a hit shows the words that it was found by', async () => {
  const { items } = await search(desk.store, { in: 'reports', words: 'ferry "Ilse Marrow"', limit: 1 })
  const [{ excerpt } = assert.fail()] = items
  assert.deepEqual(
    excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end)),
    ['Ilse Marrow', 'ferries'],
  )
  assert.deepEqual([excerpt.at, excerpt.isCut], [0, false])
})

test('pages of any size give each hit once', async () => {
  for (const words of ['truce', '']) {
    const whole = await search(desk.store, { in: 'said', words, limit: 100 })
    const names: string[] = []
    for (let after: string | undefined; ; ) {
      const page = await search(desk.store, { in: 'said', words, limit: 2, ...(after !== undefined && { after }) })
      names.push(...page.items.map(nameOf))
      after = page.next
      if (after === undefined) break
    }
    assert.deepEqual(names, whole.items.map(nameOf))
    await assert.rejects(search(desk.store, { in: 'reports', words, limit: 1, after: whole.next ?? 'W10' }), {
      code: 'CURSOR_UNKNOWN',
    })
  }
})

test('any text gives hits or none', async () => {
  const odd = [
    "don't",
    '(',
    ')',
    '*',
    '-',
    '"',
    '""',
    '-"',
    'AND',
    'NEAR(a b)',
    'words:truce',
    '{',
    'a"b',
    "' or 1=1",
    '\0',
    '\ud800',
    '💥*',
    '^truce',
  ]
  for (const words of [...odd, odd.join(' '), 'truce '.repeat(1000)]) {
    assert.ok(Array.isArray(await find(words)), JSON.stringify(words))
  }
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', '-', '*', ' ', '(', ')', 'truce', ':', 'NOT', '“', '+', '^', "'"), { maxLength: 12 })
      .map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom('reports', 'said', 'claims'), async (words, place) => {
      assert.ok(Array.isArray(await find(words, { in: place })))
    }),
    { seed: 3, numRuns: 200 },
  )
})

test('many at once are all answered, new reports are found, and a closed store refuses', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => find(at % 2 ? 'truce' : 'grain')))
  assert.deepEqual(new Set(answers.map(({ length }) => length)), new Set([6, 3]))
  await take(desk, [{ name: 'later', text: 'Corvin Hale said that walrus ivory had been found in Brissen.' }])
  assert.deepEqual(await find('walrus'), ['later'])
  const store = await openStore(desk.dir)
  assert.equal((await search(store, { in: 'reports', words: 'walrus', limit: 1 })).items.length, 1)
  const left = search(store, { in: 'reports', words: 'walrus', limit: 1 })
  store.close()
  await assert.rejects(left, { code: 'STORE_FAILED' })
  await assert.rejects(search(store, { in: 'reports', words: 'walrus', limit: 1 }), { code: 'STORE_FAILED' })
})
