// A reading that is held in part reads as the whole one does, and asks for the rest only where it is looked at.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../model/id.ts'
import type { Reading } from '../model/reading.ts'
import { heldReading } from './held-reading.ts'

const whole: Reading = {
  doc: asId<'doc'>('doc'),
  madeBy: 'read@1.0.0',
  sentences: [{ start: 0, end: 20 }],
  quotations: [{ start: 3, end: 9 }],
  chains: [],
  names: [],
  attributions: [],
  wire: { name: 'Meridian News Agency', span: { start: 0, end: 8 } },
  notes: [{ rule: 'source-unresolved', reason: 'two women, one "she"' }],
}

test('who said what is at hand; sentences, quotations, names and notes are read again', () => {
  let asked = 0
  const held = heldReading(whole, () => {
    asked++
    return whole
  })
  assert.deepEqual([held.attributions, held.chains, held.wire], [whole.attributions, whole.chains, whole.wire])
  assert.equal(asked, 0)
  assert.deepEqual({ ...held }, whole)
  assert.equal(asked, 4)
})
