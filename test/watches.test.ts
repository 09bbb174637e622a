// Watches on the sample's desk: set, looked at, refused, removed; what is in the settings beside them stays.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { addWatch, removeWatch } from '../src/desk/change-watches.ts'
import type { Desk } from '../src/desk/desk.ts'
import { composeEdition } from '../src/desk/edition.ts'
import { listMattersOf } from '../src/desk/list-matters-of.ts'
import { findWatch, listWatches } from '../src/desk/watches.ts'
import { ReadoutError } from '../src/model/errors.ts'
import { makeFolder, readout } from './readout.ts'
import { openSampleDesk } from './sample-desk.ts'

const dir = join(makeFolder(), 'desk')
const file = join(dir, 'settings.json')
const doer = { who: 'Ada Orme' }
const usage = (said: RegExp) => (error: unknown) =>
  error instanceof ReadoutError && error.code === 'USAGE' && said.test(error.message)

let desk: Desk

before(async () => {
  desk = await openSampleDesk(dir)
  writeFileSync(file, '{"contact": "desk@example.org"}')
})

after(() => desk.close())

test('a watch is set at the command line, and what is not said has its default', async () => {
  const words = ['--question', 'what becomes of it', '--word', 'senat*', '--word', 'aid bill', '--weekday', 'friday']
  const more = ['--section', 'one-origin', '--section', 'lead', '--weight', 'new-this-week=0.5', '--json']
  const asked = ['watch', 'add', 'aid', '--name', 'The aid bill', ...words, ...more, '--desk', dir]
  const { out, err, status } = await readout(asked)
  assert.deepEqual([status, err], [0, ''])
  const watch = await findWatch(desk, 'aid')
  assert.deepEqual(JSON.parse(out), watch)
  assert.deepEqual(
    [watch.words, watch.sections, watch.weekday, watch.zone],
    [['senat*', 'aid bill'], ['one origin', 'lead'], 'friday', 'UTC'],
  )
  assert.deepEqual([watch.weights['new this week'], watch.weights.outlets], [0.5, 2])
  assert.equal(JSON.parse(readFileSync(file, 'utf8')).contact, 'desk@example.org')
})

test('it shows which matters of a week belong to it and which do not', async () => {
  const { out, status } = await readout(['watch', 'show', 'aid', '--week', '2031-w10', '--desk', dir])
  assert.equal(status, 0)
  assert.match(out, /words: senat\*, aid bill\n/)
  assert.match(out, /2031-W10, from 2031-02-28 until 2031-03-07: 1 of 2 matters belong\n.*Senate.*\nthese do not:\n/)
  const all = await listMattersOf(desk, await findWatch(desk), '2031-W10')
  assert.ok(all.matters.length > 1 && all.matters.every(({ belongs }) => belongs))
})

test('what no watch can be is refused with the part that is wrong, and the file stays as it is', async () => {
  const before = readFileSync(file, 'utf8')
  for (const [typed, said] of [
    [{ id: 'Aid', name: 'x' }, /id: small letters/],
    [{ id: 'b', name: ' ' }, /name: /],
    [{ id: 'b', name: 'x', zone: 'Karsk' }, /zone: "Karsk" is no time zone/],
    [{ id: 'all', name: 'x', words: ['dam'] }, /"all" is of all/],
    [{ id: 'aid', name: 'x' }, /there is a watch "aid" already; remove it first/],
  ] as const) {
    await assert.rejects(
      addWatch(desk, { ...typed, words: [...('words' in typed ? typed.words : [])] }, doer),
      usage(said),
    )
  }
  await assert.rejects(removeWatch(desk, 'all', doer), usage(/it is always there/))
  assert.equal(readFileSync(file, 'utf8'), before)
  const { err, status } = await readout(['watch', 'add', 'b', '--name', 'x', '--weight', 'noise=2', '--desk', dir])
  assert.equal(status, 2)
  assert.match(err, /^readout: .*noise=2.*there are outlets, reports/)
})

test('an edition of another weekday speaks of the last edition, and not of weeks that its days lie across', async () => {
  const sections = ['changed since last edition' as const]
  await addWatch(desk, { id: 'fridays', name: 'On Fridays', weekday: 'friday', sections }, doer)
  const changed = async (watch?: string): Promise<string[]> => {
    const { edition } = await composeEdition(desk, { week: '2031-W11', ...(watch !== undefined && { watch }) })
    const found = edition.sections.find(({ kind }) => kind === sections[0])
    return (found?.items ?? []).flatMap(({ lines }) => lines.map(({ text }) => text))
  }
  const [usual, own] = [await changed(), await changed('fridays')]
  assert.ok(usual.some((text) => /^Last week Meridian News Agency carried “.*”; this week /.test(text)))
  assert.ok(own.some((text) => /^Before the last edition Meridian News Agency carried “.*”; since then /.test(text)))
  assert.ok(!own.some((text) => /last week|this week/i.test(text)))
  await removeWatch(desk, 'fridays', doer)
})

test('it is removed, and nothing else with it', async () => {
  await removeWatch(desk, 'aid', doer)
  assert.deepEqual(
    (await listWatches(desk)).map(({ id }) => id),
    ['all'],
  )
  assert.deepEqual(JSON.parse(readFileSync(file, 'utf8')), { contact: 'desk@example.org' })
})
