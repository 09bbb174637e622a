// Whatever came, was let go of and was taken back: a stem is found in the reports that are held, the latest first.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Held, holdReport } from './held.ts'
import { StemIndex } from './stem-index.ts'

const STEMS = 6

/** A report comes, with so many let go of before; or the last one is taken back, and what went for it put back. */
const steps = fc.array(
  fc.oneof(
    fc.record({ stems: fc.uniqueArray(fc.nat(STEMS - 1), { minLength: 1 }), goes: fc.nat(2) }),
    fc.constant('back' as const),
  ),
)

function reportOf(stems: readonly number[], number: number): Held {
  const [id, sorted] = [`report ${number}`, Uint32Array.from(stems).sort()]
  const weights = Float32Array.from(sorted, (stem) => 0.1 + stem / 10)
  const counts = new Uint16Array(sorted.length)
  return holdReport({ id, name: id, stems: sorted, counts, weights, joined: id, moves: [], story: id }, number)
}

test('a stem is found in the reports that are held, the latest first, with what it weighs there', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const index = new StemIndex()
      const held: Held[] = []
      const done: { readonly gone: readonly Held[] }[] = []
      for (const [at, step] of taken.entries()) {
        if (step !== 'back') {
          const gone = held.splice(0, step.goes)
          for (const one of gone) index.letGo(one)
          const one = reportOf(step.stems, at)
          index.add(one)
          held.push(one)
          done.push({ gone })
          continue
        }
        const last = held.pop()
        if (last) index.takeBack(last)
        for (const one of (done.pop()?.gone ?? []).toReversed()) {
          index.restore(one)
          held.unshift(one)
        }
      }
      for (let stem = 0; stem < STEMS; stem++) {
        const having = held.filter(({ filed }) => filed.stems.includes(stem)).toReversed()
        const slot = index.slotOf(stem)
        assert.equal(slot === undefined ? 0 : index.countAt(slot), having.length)
        const found: (readonly [Held, number])[] = []
        if (slot !== undefined) index.eachPosted(slot, stem, 3, (one, weight) => found.push([one, weight]))
        assert.deepEqual(
          found.map(([one]) => one.number),
          having.slice(0, 3).map(({ number }) => number),
        )
        assert.ok(found.every(([, weight]) => Math.abs(weight - 0.1 - stem / 10) < 1e-6))
      }
    }),
  )
})
