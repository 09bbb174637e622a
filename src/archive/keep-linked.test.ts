import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import type { LinkedChanges, MadeRow, Replacement } from '../model/shelf.ts'
import { checkLinked } from './check-linked.ts'
import { checkMade } from './check-made.ts'
import { dumpDigest } from './dump-digest.ts'
import { keepLinked } from './keep-linked.ts'
import { findWalk, LINKED_NOUNS, listAllLinked, listLinked, type Walk } from './linked.ts'
import { openStore } from './open-store.ts'
import { Overtaken, openShelf } from './shelf.ts'
import type { Store } from './store.ts'
import { findSums } from './sums.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-linked-'))
after(() => rmSync(root, { recursive: true, force: true }))

const MAKERS = { extractor: 'extract@1', reader: 'read@1', linker: 'link@1', tracker: 'track@1' } as const
const WALK = { linkedTo: 0, makers: MAKERS }

async function withStore(body: (store: Store) => Promise<void>, dir = mkdtempSync(join(root, 'desk-'))): Promise<void> {
  const store = await openStore(dir)
  try {
    await body(store)
  } finally {
    store.close()
  }
}

async function keep(store: Store, ...replacements: Replacement[]): Promise<Walk> {
  const changes = { isWhole: false, replacements }
  return (await keepLinked(store, WALK, { before: findWalk(store), changes })) || assert.fail('overtaken')
}

function claim(id: string, wording: string, sort = id): MadeRow {
  return { noun: 'claim', id, sort, claim: id, thing: { id, aliases: [], wording, about: [], evidence: [] } }
}

test('what an owner had is replaced, and nothing of others; lists go by sort, then by id', () =>
  withStore(async (store) => {
    const wordings = (): string[] => listLinked(store, 'claim').map(({ wording }) => wording)
    await keep(
      store,
      { owner: 'claim b', rows: [claim('b', 'port', '2')] },
      { owner: 'claim a', rows: [claim('a', 'levy', '2'), claim('c', 'dam', '1')] },
    )
    assert.deepEqual(wordings(), ['dam', 'levy', 'port'])
    await keep(store, { owner: 'claim a', rows: [claim('a', 'levy talks', '2')] })
    assert.deepEqual(wordings(), ['levy talks', 'port'])
    await keep(store, { owner: 'claim b', rows: [] })
    assert.deepEqual(wordings(), ['levy talks'])
    assert.deepEqual([...checkLinked(store)], [])
  }))

test('a row may pass from one owner to another, but two owners cannot hold one', () =>
  withStore(async (store) => {
    await keep(store, { owner: 'claim a', rows: [claim('a', 'levy')] })
    await keep(store, { owner: 'claim b', rows: [claim('a', 'levy')] }, { owner: 'claim a', rows: [] })
    assert.deepEqual([...checkLinked(store)], [])
    const before = findWalk(store)
    await assert.rejects(keep(store, { owner: 'claim a', rows: [claim('a', 'levy')] }), /UNIQUE/)
    assert.deepEqual(findWalk(store), before)
    assert.deepEqual([...checkLinked(store)], [])
  }))

const someRows = fc.uniqueArray(
  fc.record({ noun: fc.constantFrom(...LINKED_NOUNS), nth: fc.nat(3), sort: fc.string(), word: fc.string() }),
  { selector: ({ noun, nth }) => `${noun} ${nth}`, maxLength: 6 },
)
const someChanges = fc.record({
  isWhole: fc.boolean(),
  owners: fc.array(fc.tuple(fc.constantFrom('claim a', 'claim b', 'story c'), someRows), { maxLength: 4 }),
})

test('whatever sequence of replacements was kept, what is there is what was given last, and so are the sums', () =>
  fc.assert(
    fc.asyncProperty(fc.array(someChanges, { maxLength: 5 }), (steps) =>
      withStore(async (store) => {
        const model = new Map<string, readonly MadeRow[]>()
        for (const { isWhole, owners } of steps) {
          const replacements = owners.map(([owner, rows]): Replacement => {
            return {
              owner,
              rows: rows.map(({ noun, nth, sort, word }) => ({ noun, id: `${owner} ${nth}`, sort, thing: { word } })),
            }
          })
          if (isWhole) model.clear()
          for (const { owner, rows } of replacements) model.set(owner, rows)
          assert.ok(await keepLinked(store, WALK, { before: findWalk(store), changes: { isWhole, replacements } }))
        }
        const rows = [...model.values()].flat()
        for (const noun of LINKED_NOUNS) {
          const own = rows.filter((row) => row.noun === noun)
          const listed = own.toSorted((a, b) => compareBytes(a.sort, b.sort) || compareBytes(a.id, b.id))
          assert.deepEqual(
            listLinked(store, noun),
            listed.map(({ thing }) => thing),
          )
        }
        assert.deepEqual([...checkMade(store), ...checkLinked(store)], [])
        await withStore(async (fresh) => {
          const all = [...model].map(([owner, own]): Replacement => ({ owner, rows: own }))
          await keep(fresh, ...all)
          const notEmpty = ([, { rows }]: [unknown, { rows: number }]): boolean => rows > 0
          assert.deepEqual(
            new Map([...findSums(store)].filter(notEmpty)),
            new Map([...findSums(fresh)].filter(notEmpty)),
            'the sums do not tell the way by which it came about',
          )
          if (steps.length > 0) assert.equal(dumpDigest(store), dumpDigest(fresh))
        })
      }),
    ),
    { numRuns: Number(process.env.READOUT_STEPS ?? 10) },
  ))

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b))
}

test('an entity has its chains in the order of the docs, whatever the order in which they were kept', () =>
  withStore(async (store) => {
    const chains = (doc: string, sort: string, ...refs: [string, string][]): Replacement => {
      return { owner: `chains ${doc}`, rows: [{ noun: 'chains', id: doc, sort, doc, thing: { doc, chains: refs } }] }
    }
    const entity = { id: 'marrow', kind: 'person', name: 'Ilse Marrow' }
    await keep(
      store,
      { owner: 'entity marrow', rows: [{ noun: 'entity', id: 'marrow', sort: '1', thing: entity }] },
      chains('late', '2', ['c1', 'marrow'], ['c2', 'marrow']),
    )
    await keep(store, chains('early', '1', ['c9', 'hale'], ['c7', 'marrow']))
    assert.deepEqual(listAllLinked(store)?.entities, [
      {
        ...entity,
        chains: [
          { doc: 'early', chain: 'c7' },
          { doc: 'late', chain: 'c1' },
          { doc: 'late', chain: 'c2' },
        ],
      },
    ])
  }))

const NOTHING: LinkedChanges = { isWhole: false, replacements: [] }

test('a shelf gives back text and bytes as they were set, in this process and in the next', async () => {
  const dir = mkdtempSync(join(root, 'desk-'))
  const bytes = Uint8Array.from([0, 255, 10])
  await withStore(async (store) => {
    const shelf = openShelf(store)
    assert.equal(shelf.get('words'), undefined)
    shelf.set('words', 'levy \u00e9')
    shelf.set('none', '')
    shelf.set('bytes', bytes)
    shelf.set('gone', 'soon')
    assert.equal(shelf.get('words'), 'levy \u00e9')
    const before = await keepLinked(store, WALK, { before: undefined, changes: NOTHING, shelf })
    assert.ok(before)
    assert.equal(shelf.changes().size, 0)
    shelf.set('gone', undefined)
    assert.equal(shelf.get('gone'), undefined)
    assert.ok(await keepLinked(store, WALK, { before, changes: NOTHING, shelf }))
    assert.equal(shelf.get('gone'), undefined)
  }, dir)
  await withStore(async (store) => {
    const shelf = openShelf(store, findWalk(store))
    for (let times = 0; times < 2; times += 1) {
      assert.deepEqual(['words', 'none', 'gone'].map(shelf.get), ['levy \u00e9', '', undefined])
      assert.deepEqual(new Uint8Array(shelf.get('bytes') as Uint8Array), bytes)
    }
    const blank = openShelf(store, findWalk(store), true)
    assert.equal(blank.get('words'), undefined, 'what lies there is overlooked')
    blank.set('new', 'port')
    const changes = { isWhole: true, replacements: [] }
    assert.ok(await keepLinked(store, WALK, { before: findWalk(store), changes, shelf: blank }))
    assert.deepEqual(['words', 'new'].map(blank.get), [undefined, 'port'])
  }, dir)
})

test('many keys are kept in one step', () =>
  withStore(async (store) => {
    const shelf = openShelf(store)
    for (let i = 0; i < 1001; i += 1) shelf.set(`key ${i}`, `value ${i}`)
    await keepLinked(store, WALK, { before: undefined, changes: NOTHING, shelf })
    const again = openShelf(store, findWalk(store))
    for (let i = 0; i < 1001; i += 1) assert.equal(again.get(`key ${i}`), `value ${i}`)
    for (let i = 0; i < 1001; i += 2) again.set(`key ${i}`, undefined)
    await keepLinked(store, WALK, { before: findWalk(store), changes: NOTHING, shelf: again })
    assert.deepEqual(store.plain.rows('select count(*) as count from derived.shelf'), [{ count: 500 }])
  }))

test('where another linked meanwhile, a shelf says so instead of mixing what both remember, and nothing is written', () =>
  withStore(async (store) => {
    const first = await keep(store)
    const shelf = openShelf(store, first)
    shelf.set('mine', 'levy')
    const second = await keep(store, { owner: 'claim a', rows: [claim('a', 'port')] })
    assert.throws(() => shelf.get('theirs'), Overtaken)
    assert.equal(await keepLinked(store, WALK, { before: first, changes: NOTHING, shelf }), false)
    assert.deepEqual(findWalk(store), second)
    assert.deepEqual(store.plain.rows('select * from derived.shelf'), [])
  }))

const COUNTER = `
import { keepLinked } from '${join(import.meta.dirname, 'keep-linked.ts')}'
import { findWalk } from '${join(import.meta.dirname, 'linked.ts')}'
import { openStore } from '${join(import.meta.dirname, 'open-store.ts')}'
import { Overtaken, openShelf } from '${join(import.meta.dirname, 'shelf.ts')}'
const store = await openStore(process.argv[2])
const makers = ${JSON.stringify(MAKERS)}
for (let kept = 0; kept < 40; ) {
  const before = findWalk(store)
  try {
    const shelf = openShelf(store, before)
    const count = Number(shelf.get('count') ?? 0) + 1
    shelf.set('count', String(count))
    const row = { noun: 'story', id: String(count), sort: String(count), thing: { count } }
    const changes = { isWhole: false, replacements: [{ owner: 'story ' + count, rows: [row] }] }
    if (await keepLinked(store, { linkedTo: 0, makers }, { before, changes, shelf })) kept += 1
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error
  }
}
store.close()
`

test('two processes that link one desk at once lose no step and make none twice', async () => {
  const dir = mkdtempSync(join(root, 'desk-'))
  const script = join(root, 'counter.ts')
  writeFileSync(script, COUNTER)
  const run = (): Promise<string> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [script, dir], { stdio: ['ignore', 'ignore', 'pipe'] })
      let said = ''
      child.stderr.on('data', (text: string) => {
        said += text
      })
      child.on('close', (status) => resolve(`${status} ${said}`))
    })
  assert.deepEqual(await Promise.all([run(), run()]), ['0 ', '0 '])
  await withStore(async (store) => {
    assert.equal(openShelf(store, findWalk(store)).get('count'), '80')
    assert.equal(listLinked(store, 'story').length, 80)
    assert.deepEqual([...checkLinked(store)], [])
  }, dir)
})
