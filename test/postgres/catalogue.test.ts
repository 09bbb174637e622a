// The catalogue and its search answer the same in both stores: every list in every order, with any filters, page by page, and every
// search; of words, in the order in which SQLite ranks the hits as well.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { listClaimChanges } from '../../src/archive/catalogue/claim-changes.ts'
import { findClaimLine, listClaimLines } from '../../src/archive/catalogue/claim-lines.ts'
import { countOf } from '../../src/archive/catalogue/count-of.ts'
import { listOutlets } from '../../src/archive/catalogue/list-outlets.ts'
import { listVoices } from '../../src/archive/catalogue/list-voices.ts'
import { listPersonLines } from '../../src/archive/catalogue/person-lines.ts'
import { listReportLines } from '../../src/archive/catalogue/report-lines.ts'
import { listSaid } from '../../src/archive/catalogue/said-lines.ts'
import { search } from '../../src/archive/catalogue/search.ts'
import { listStoryLines } from '../../src/archive/catalogue/story-lines.ts'
import { dumpDigest } from '../../src/archive/dump-digest.ts'
import { eraseDerived } from '../../src/archive/erase-derived.ts'
import { differencesOf, hashState, type StateHash } from '../../src/archive/state-hash.ts'
import type { Store } from '../../src/archive/store.ts'
import { makeFullDesk, REPORTS, take } from '../../src/desk/catalogue/full-desk.contract.ts'
import { derive } from '../../src/desk/derive.ts'
import type { Desk } from '../../src/desk/desk.ts'
import type { Listed, WantedPage } from '../../src/model/listing.ts'
import { startPostgres } from './start-postgres.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-both-'))
let desks: readonly [sqlite: Desk, postgres: Desk]
before(async () => {
  const url = await (await startPostgres()).makeDatabase()
  desks = [await makeFullDesk(join(root, 'files')), await makeFullDesk(join(root, 'database'), url)]
})
after(async () => {
  for (const desk of desks) await desk.close()
  rmSync(root, { recursive: true, force: true })
})

/** What both answer. */
async function both<T>(ask: (store: Store) => T | Promise<T>, what: string): Promise<T> {
  const [one, other] = [await ask(desks[0].store), await ask(desks[1].store)]
  assert.deepEqual(other, one, what)
  return one
}

async function all<T>(list: (page: WantedPage) => Promise<Listed<T>>, limit: number): Promise<T[]> {
  const items: T[] = []
  for (let after: string | undefined; ; ) {
    const page = await list({ limit, ...(after !== undefined && { after }) })
    items.push(...page.items)
    after = page.next
    if (after === undefined) return items
  }
}

test('the same reports make the same rows', async () => {
  const hashes: StateHash[] = []
  for (const { store } of desks) {
    const view = await store.view()
    hashes.push(await hashState(view))
    await view.close()
  }
  const [one, other] = hashes
  assert.ok(one && other)
  assert.deepEqual(differencesOf(one.truth, other.truth), [])
  assert.deepEqual(
    differencesOf(one.derived, other.derived).filter(({ name }) => name !== 'claim_epoch'), // told apart by chance
    [],
  )
  await both(dumpOf, 'dump')
})

function dumpOf({ plain }: Store): string {
  return dumpDigest({ plain })
}

test('lists of one kind after the other', async () => {
  await both(countOf, 'counts')
  await both(listOutlets, 'outlets')
  const changes = await both((store) => listClaimChanges(store, { epoch: '', after: 0, limit: 100 }).changes, 'changes')
  assert.ok(changes.length > 2)
  const { items: stories } = await both((store) => listStoryLines(store, { order: 'reach', limit: 9 }), 'stories')
  for (const { story } of stories) await both((store) => listVoices(store, story, 10), `voices in ${story}`)
  for (const order of ['said', 'name'] as const) {
    for (const wanted of [{}, { kind: 'person' as const }, { begins: 'Élse' }, { begins: 'ilse mar' }]) {
      const ask = (store: Store) => all((page) => listPersonLines(store, { order, ...wanted, ...page }), 1)
      await both(ask, `people by ${order} ${JSON.stringify(wanted)}`)
    }
  }
  assert.equal(await both((store) => findClaimLine(store, 'nobody’s'), 'no claim'), undefined)
})

test('whatever is asked of lists and of search, both answer the same', async () => {
  const { store } = desks[0]
  const [story = assert.fail()] = (await listStoryLines(store, { order: 'reach', limit: 1 })).items
  const [claim = assert.fail()] = (await listClaimLines(store, { order: 'reach', limit: 1 })).items
  const { items: people } = await listPersonLines(store, { order: 'said', limit: 10 })
  const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  const common = {
    from: maybe('2031-03-05', '2031-03-02'),
    until: maybe('2031-03-06', '2031-03-07'),
    outlet: maybe('Karsk Courier', 'Highland Radio'),
    story: maybe(story.story as string, 'none'),
  }
  const who = maybe(...people.map((person) => person.entity as string))
  const speech = {
    kind: maybe('person' as const, 'anonymous' as const),
    act: maybe('denies' as const, 'asserts' as const),
  }
  const asked = fc.record({
    reports: fc.record({ order: fc.constantFrom('printed' as const, 'came' as const), ...common }),
    said: fc.record({
      ...common,
      ...speech,
      entity: who,
      order: fc.constantFrom('printed' as const, 'doubt' as const),
      claim: maybe(claim.claim as string),
      confidenceBelow: maybe(0.7),
    }),
    claims: fc.record({
      ...common,
      entity: who,
      order: fc.constantFrom('printed' as const, 'changed' as const, 'reach' as const, 'latest' as const),
      standing: maybe('contested' as const),
      isTurned: maybe(true),
    }),
    hits: fc.record({
      ...common,
      ...speech,
      who,
      in: fc.constantFrom('reports' as const, 'said' as const, 'claims' as const),
      words: fc.array(fc.constantFrom(...WORDS), { maxLength: 3 }).map((words) => words.join(' ')),
    }),
    few: fc.constantFrom(0, 1000),
    size: fc.constantFrom(1, 2, 100),
  })
  await fc.assert(
    fc.asyncProperty(asked, async ({ reports, said, claims, hits, few, size }) => {
      await both((one) => all((page) => listReportLines(one, { ...reports, ...page }), size), JSON.stringify(reports))
      await both((one) => all((page) => listSaid(one, { ...said, ...page }, few), size), JSON.stringify(said))
      await both((one) => all((page) => listClaimLines(one, { ...claims, ...page }, few), size), JSON.stringify(claims))
      await both((one) => all((page) => search(one, { ...hits, ...page }), size), JSON.stringify(hits))
    }),
    { seed: 7, numRuns: Number(process.env.READOUT_TEST_QUESTIONS ?? 30) },
  )
})

const WORDS = [
  'truce',
  'FERRIES',
  'grain',
  'gra*',
  '"nine ferries"',
  '“ferries nine”',
  'Brissen.',
  'Ketter-river',
  'Hale',
  'the',
  '-truce',
  '-"left in Brissen"',
  "don't",
  '⅔',
  '"',
]

test('what is removed from the lines is found no more, and what is made again is as it was', async () => {
  const before = await both((store) => search(store, { in: 'said', words: 'truce', limit: 100 }), 'before')
  for (const desk of desks) await eraseDerived(desk.store)
  const none = await both((store) => search(store, { in: 'said', words: 'truce', limit: 100 }), 'erased')
  assert.deepEqual(none.items, [])
  for (const desk of desks) await derive(desk)
  assert.deepEqual(await both((store) => search(store, { in: 'said', words: 'truce', limit: 100 }), 'again'), before)
  const [first = assert.fail()] = REPORTS
  const later = { ...first, name: 'later', outlet: 'Port Sabel Times', published: '2031-03-09' }
  for (const desk of desks) await take(desk, [later])
  await both(countOf, 'counts with another')
  await both((store) => search(store, { in: 'reports', words: 'truce', limit: 100 }), 'with another')
  await both(dumpOf, 'dump with another')
})
