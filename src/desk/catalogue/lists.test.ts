// Pages of lists: each line once and in order whatever the size of a page, cursors of their own list only, each filter alone.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { findClaimLine, listClaimLines } from '../../archive/catalogue/claim-lines.ts'
import { countOf } from '../../archive/catalogue/count-of.ts'
import { findPersonLine, listPersonLines } from '../../archive/catalogue/person-lines.ts'
import { findReportLine, listReportLines } from '../../archive/catalogue/report-lines.ts'
import { findSaid, listSaid } from '../../archive/catalogue/said-lines.ts'
import { findStoryLine, listStoryLines } from '../../archive/catalogue/story-lines.ts'
import type { Listed, WantedPage } from '../../model/listing.ts'
import type { Desk } from '../desk.ts'
import { makeFullDesk } from './full-desk.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-lists-'))
let desk: Desk
before(async () => {
  desk = await makeFullDesk(join(root, 'desk'))
})
after(async () => {
  await desk.close()
  rmSync(root, { recursive: true, force: true })
})

async function all<T>(list: (page: WantedPage) => Promise<Listed<T>>, limit: number): Promise<T[]> {
  const items: T[] = []
  for (let after: string | undefined; ; ) {
    const page = await list({ limit, ...(after !== undefined && { after }) })
    items.push(...page.items)
    after = page.next
    if (after === undefined) return items
  }
}

test('every order of every list gives each line once, in pages of any size', async () => {
  const { store } = desk
  const lists: readonly [string, number, (page: WantedPage) => Promise<Listed<unknown>>][] = [
    ...(['printed', 'came'] as const).map(
      (order) => [order, 7, (page: WantedPage) => listReportLines(store, { order, ...page })] as const,
    ),
    ...(['printed', 'changed', 'reach', 'latest'] as const).map(
      (order) => [order, 3, (page: WantedPage) => listClaimLines(store, { order, ...page })] as const,
    ),
    ...(['latest', 'reach'] as const).map(
      (order) => [order, 2, (page: WantedPage) => listStoryLines(store, { order, ...page })] as const,
    ),
    ...(['said', 'name'] as const).map(
      (order) => [order, 4, (page: WantedPage) => listPersonLines(store, { order, ...page })] as const,
    ),
    ...(['printed', 'doubt'] as const).map(
      (order) => [order, 11, (page: WantedPage) => listSaid(store, { order, ...page })] as const,
    ),
  ].map(([order, count, list]) => [order, count, list])
  for (const [order, count, list] of lists) {
    const whole = await all(list, 1000)
    assert.equal(whole.length, count, order)
    for (const size of [1, 2, 3]) assert.deepEqual(await all(list, size), whole, order)
  }
})

test('a cursor of another list or order, or none at all, is refused', async () => {
  const { next = assert.fail() } = await listReportLines(desk.store, { order: 'printed', limit: 1 })
  const refused = { code: 'CURSOR_UNKNOWN' }
  await assert.rejects(listReportLines(desk.store, { order: 'came', limit: 1, after: next }), refused)
  await assert.rejects(listStoryLines(desk.store, { order: 'latest', limit: 1, after: next }), refused)
  for (const after of [
    '',
    'nonsense',
    'W10',
    '💥',
    `${next}x`,
    Buffer.from('["reports by printing",1,2]').toString('base64url'),
  ]) {
    await assert.rejects(listReportLines(desk.store, { order: 'printed', limit: 1, after }), refused)
  }
  await assert.rejects(listReportLines(desk.store, { order: 'printed', limit: 0 }), { code: 'USAGE' })
})

test('filters leave what they name', async () => {
  const { store } = desk
  const [story = assert.fail()] = (await listStoryLines(store, { order: 'reach', limit: 1 })).items
  const [person = assert.fail()] = (await listPersonLines(store, { order: 'said', begins: 'MARR', limit: 5 })).items
  const [claim = assert.fail()] = (await listClaimLines(store, { order: 'reach', limit: 1 })).items
  assert.equal(person.name, 'Ilse Marrow')
  const names = async (wanted: object): Promise<string[]> =>
    (await listReportLines(store, { order: 'printed', limit: 10, ...wanted })).items.map(({ name }) => name)
  assert.deepEqual(await names({ outlet: 'Highland Radio' }), ['nobody', 'undated'])
  assert.deepEqual(await names({ story: story.story, until: '2031-03-05' }), ['silence', 'offer'])
  assert.deepEqual(await names({ from: '2031-03-06', until: '2031-03-06' }), ['denial'])
  const said = async (wanted: object): Promise<string[]> =>
    (await listSaid(store, { order: 'printed', limit: 20, ...wanted })).items.map(({ name, act }) => `${name} ${act}`)
  const marrow = ['page-again confirms', 'page asserts', 'offer asserts', 'undated asserts']
  assert.deepEqual(await said({ entity: person.entity }), marrow)
  assert.deepEqual((await said({ entity: person.entity, order: 'doubt' })).sort(), marrow.toSorted())
  assert.deepEqual(await said({ act: 'denies' }), ['denial denies', 'offer denies'])
  assert.deepEqual(await said({ kind: 'anonymous' }), ['silence asserts'])
  assert.deepEqual(await said({ confidenceBelow: 0.7 }), ['silence declines to comment'])
  assert.deepEqual(await said({ claim: claim.claim, from: '2031-03-06' }), [
    'page-again confirms',
    'page asserts',
    'denial denies',
  ])
  assert.equal((await said({ story: story.story })).length, 11)
  const report = (await findReportLine(store, 'offer')) ?? assert.fail()
  assert.deepEqual(await said({ doc: report.doc }), ['offer denies', 'offer asserts'])
  const claims = async (wanted: object): Promise<string[]> =>
    (await listClaimLines(store, { order: 'printed', limit: 20, ...wanted })).items.map(({ wording }) => wording)
  assert.deepEqual(await claims({ standing: 'confirmed' }), [claim.wording])
  assert.deepEqual(await claims({ entity: person.entity }), [claim.wording])
  assert.equal((await claims({ isTurned: true, story: story.story })).length, 3)
})

test('each thing is found by its id', async () => {
  const { store } = desk
  const [report = assert.fail()] = (await listReportLines(store, { order: 'came', limit: 1 })).items
  const [claim = assert.fail()] = (await listClaimLines(store, { order: 'printed', limit: 1 })).items
  const [story = assert.fail()] = (await listStoryLines(store, { order: 'latest', limit: 1 })).items
  const [person = assert.fail()] = (await listPersonLines(store, { order: 'name', limit: 1 })).items
  const [said = assert.fail()] = (await listSaid(store, { order: 'doubt', limit: 1 })).items
  assert.deepEqual(await findReportLine(store, report.doc), report)
  assert.deepEqual(await findClaimLine(store, claim.claim), claim)
  assert.deepEqual(await findStoryLine(store, story.story), story)
  assert.deepEqual(await findPersonLine(store, person.entity), person)
  assert.deepEqual(await findSaid(store, said.attribution), said)
  for (const find of [findReportLine, findClaimLine, findStoryLine, findPersonLine, findSaid]) {
    assert.equal(await find(store, ''), undefined)
  }
  const { waiting, ...counts } = await countOf(store)
  assert.deepEqual([waiting, counts], [0, { reports: 7, said: 11, claims: 3, stories: 2, people: 4, outlets: 4 }])
})

test('whichever way a list is walked, by few lines or along an index, it gives the same', async () => {
  const { store } = desk
  const [story = assert.fail()] = (await listStoryLines(store, { order: 'reach', limit: 1 })).items
  const [claim = assert.fail()] = (await listClaimLines(store, { order: 'reach', limit: 1 })).items
  const { items: people } = await listPersonLines(store, { order: 'said', limit: 10 })
  const maybe = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
  const days = { from: maybe('2031-03-05'), until: maybe('2031-03-06', '2031-03-07') }
  const entity = maybe(...people.map((person) => person.entity as string))
  const said = fc.record({
    ...days,
    entity,
    order: fc.constantFrom('printed' as const, 'doubt' as const),
    kind: maybe('person' as const, 'anonymous' as const),
    act: maybe('denies' as const, 'asserts' as const),
    outlet: maybe('Karsk Courier'),
    story: maybe(story.story as string),
    claim: maybe(claim.claim as string),
    confidenceBelow: maybe(0.7),
  })
  const claims = fc.record({
    ...days,
    entity,
    order: fc.constantFrom('printed' as const, 'changed' as const, 'reach' as const, 'latest' as const),
    standing: maybe('contested' as const),
    story: maybe(story.story as string),
    isTurned: maybe(true),
  })
  await fc.assert(
    fc.asyncProperty(said, claims, async (one, other) => {
      const whole = (await listSaid(store, { order: one.order, limit: 100 })).items
      const kept = whole.filter(
        (line) =>
          (one.entity === undefined || line.who.some((who) => who === one.entity)) &&
          (one.kind === undefined || line.kind === one.kind) &&
          (one.act === undefined || line.act === one.act) &&
          (one.outlet === undefined || line.outlet === one.outlet) &&
          (one.story === undefined || line.name !== 'nobody') &&
          (one.claim === undefined || line.claims.some((bears) => bears === one.claim)) &&
          (one.from === undefined || (line.published ?? '') >= one.from) &&
          (one.until === undefined || ((line.published ?? '~') < `${one.until}~` && line.published !== undefined)) &&
          (one.confidenceBelow === undefined || line.confidence < one.confidenceBelow),
      )
      for (const few of [0, 1, 1000]) {
        assert.deepEqual(await all((page) => listSaid(store, { ...one, ...page }, few), 2), kept)
        assert.deepEqual(
          await all((page) => listClaimLines(store, { ...other, ...page }, few), 1),
          (await listClaimLines(store, { ...other, limit: 100 })).items,
        )
      }
    }),
    { seed: 11, numRuns: 120 },
  )
})
