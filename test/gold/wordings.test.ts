// How many harmful rewordings are caught and how many honest ones raise a false alarm, on the half that the checks were
// tuned on and on the half that was put aside before. Floors only rise.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkWording } from '../../src/publish/wording/check-wording.ts'
import { lineOf } from '../../src/publish/wording/wording-case.contract.ts'
import { loadWordings } from './load-wordings.ts'

const FLOORS = {
  tune: { caught: 1, kind: 0.97, alarms: 0.02 },
  held: { caught: 0.97, kind: 0.94, alarms: 0.16 },
} as const

const bases = loadWordings()

for (const half of ['tune', 'held'] as const) {
  test(`rewordings of the half ${half}: what is caught, and what is alarmed at`, (t) => {
    const counts = { honest: 0, alarms: 0, harmful: 0, caught: 0, kind: 0 }
    for (const base of bases.filter((each) => each.half === half)) {
      const [line, context] = lineOf(base)
      assert.deepEqual(checkWording(base.ruled, line, context), [], base.ruled)
      for (const text of base.honest) {
        counts.honest++
        if (checkWording(text, line, context).length > 0) counts.alarms++
      }
      for (const { kind, text } of base.harmful) {
        const misses = checkWording(text, line, context)
        counts.harmful++
        if (misses.length > 0) counts.caught++
        if (misses.some((miss) => miss.kind === kind)) counts.kind++
      }
    }
    const { honest, alarms, harmful, caught, kind } = counts
    t.diagnostic(`caught ${caught} of ${harmful}, by their own kind ${kind}; false alarms ${alarms} of ${honest}`)
    const floor = FLOORS[half]
    assert.ok(caught / harmful >= floor.caught, `caught ${caught} of ${harmful}`)
    assert.ok(kind / harmful >= floor.kind, `by their own kind ${kind} of ${harmful}`)
    assert.ok(alarms / honest <= floor.alarms, `false alarms ${alarms} of ${honest}`)
  })
}

test('there are enough of them, of each kind in each half', () => {
  assert.ok(bases.flatMap(({ honest }) => honest).length >= 120)
  assert.ok(bases.flatMap(({ harmful }) => harmful).length >= 200)
  for (const half of ['tune', 'held'])
    for (const kind of ['quoted', 'name', 'number', 'date', 'polarity', 'attribution'])
      assert.ok(bases.some((base) => base.half === half && base.harmful.some((each) => each.kind === kind)))
})
