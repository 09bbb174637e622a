// What is held around a week tells it as the whole desk does: the edition is the same to the letter.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { countAgain } from '../src/desk/count-again.ts'
import type { Desk } from '../src/desk/desk.ts'
import { composeEdition, listWeeks } from '../src/desk/edition.ts'
import { loadHoldings } from '../src/desk/holdings.ts'
import { knownBy } from '../src/desk/known-by.ts'
import { openGraphs } from '../src/desk/open-graphs.ts'
import { standingsOf } from '../src/desk/standings.ts'
import { laterVersions } from '../src/model/later-versions.ts'
import { compose } from '../src/publish/compose.ts'
import { daysOfWeek } from '../src/publish/iso-week.ts'
import { makeFolder } from './readout.ts'
import { openSampleDesk } from './sample-desk.ts'

const folder = makeFolder()
let desk: Desk

before(async () => {
  desk = await openSampleDesk(join(folder, 'desk'))
})

after(() => desk.close())

async function composeOfWhole(week: string) {
  const days = daysOfWeek(week)
  assert.ok(days)
  const holdings = knownBy(await loadHoldings(desk), days.until)
  const { docs, linked, tracked, asOf } = holdings
  const later = laterVersions(docs.map(({ doc }) => doc))
  return {
    edition: compose({
      week,
      docs,
      linked,
      tracked,
      asOf,
      standings: standingsOf(linked, tracked, days),
      graphOf: openGraphs(holdings),
    }),
    later,
  }
}

test('each week of the sample is composed as from the whole desk', async () => {
  const weeks = await listWeeks(desk)
  assert.ok(weeks.length >= 3)
  for (const { week } of [...weeks, { week: '2031-W01' }, { week: '2040-W01' }]) {
    const { edition } = await composeEdition(desk, { week })
    assert.deepEqual(edition, (await composeOfWhole(week)).edition, week)
  }
})

test('without a week it is the latest that has begun; where all are to come, the last of them', async () => {
  const { store, dir } = desk
  const weekAt = async (now: string): Promise<string> =>
    (await composeEdition({ store, dir, now: () => now }, {})).edition.week
  assert.equal(await weekAt('2030-12-01T09:00:00.000Z'), '2030-W46')
  assert.equal(await weekAt('2031-03-05T09:00:00.000Z'), '2031-W10')
  assert.equal(await weekAt('2020-01-01T09:00:00.000Z'), await weekAt('2040-01-01T09:00:00.000Z'))
})

test('a count that is taken as it is kept is the one that who tells the claim gives', async () => {
  let compared = 0
  for (const { week } of await listWeeks(desk)) {
    const { linked, findDoc } = (await composeEdition(desk, { week })).holdings
    const appearancesOf = Map.groupBy(linked.appearances, ({ claim }) => claim)
    for (const one of linked.independences) {
      const { claim } = one
      assert.deepEqual(one, countAgain({ claim }, appearancesOf.get(claim) ?? [], findDoc), claim)
      compared += one.origins.length
    }
  }
  assert.ok(compared > 50, String(compared))
})
