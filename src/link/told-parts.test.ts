// What was told is given back for the same words of a report in which nothing changed, and room is made for what comes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../model/id.ts'
import type { Part } from './rule-parts.ts'
import { type KnownPart, ToldParts } from './told-parts.ts'

const claim = asId<'claim'>('claim')
const partOf = (doc: string, start = 0, isContrary = false): Part => {
  const row = { attribution: asId<'attribution'>('said'), draft: 1, spans: [[start, 9]] as const, isOpener: false }
  const found = [{ ...row, isContrary, isOuter: false, heads: [], because: 'the words are the same' }]
  return { number: 1, doc: asId<'doc'>(doc), name: doc, at: `2031-03-04 ${doc}`, found, voiced: [] }
}
const knownOf = (name: string): KnownPart => ({
  told: [],
  named: [
    {
      chain: asId<'chain'>('c'),
      called: name,
      entity: { id: asId<'entity'>('e'), kind: 'person', name },
      at: '2031-03-04',
    },
  ],
})

test('the same words are told as before; other words, another claim or another report are not', () => {
  const told = new ToldParts()
  told.begin([])
  told.keep(claim, partOf('one'), knownOf('Grieve'))
  assert.deepEqual(told.find(claim, partOf('one')), knownOf('Grieve'))
  assert.equal(told.find(claim, partOf('one', 4)), undefined)
  assert.equal(told.find(claim, partOf('one', 0, true)), undefined)
  assert.equal(told.find(claim, { ...partOf('one'), at: '2031-03-05 one' }), undefined)
  assert.equal(told.find(claim, { ...partOf('one'), voiced: [{ draft: 1, span: [20, 30] }] }), undefined)
  assert.equal(told.find(asId<'claim'>('other'), partOf('one')), undefined)
  assert.equal(told.find(claim, partOf('two')), undefined)
})

test('what a report told is gone where it changed, and all of it where people ruled otherwise', () => {
  const told = new ToldParts()
  for (const doc of ['one', 'two']) told.keep(claim, partOf(doc), knownOf(doc))
  told.begin([asId<'doc'>('one')])
  assert.equal(told.find(claim, partOf('one')), undefined)
  assert.deepEqual(told.find(claim, partOf('two')), knownOf('two'))
  told.clear()
  assert.equal(told.find(claim, partOf('two')), undefined)
})

test('when it is full what comes is left out, until what nobody asks for is let go of', () => {
  const told = new ToldParts(4)
  for (const doc of ['one', 'two', 'three', 'four', 'five']) told.keep(claim, partOf(doc), knownOf(doc))
  assert.equal(told.find(claim, partOf('five')), undefined)
  for (let pass = 0; pass < 12; pass++) {
    told.begin([])
    assert.deepEqual(told.find(claim, partOf('four')), knownOf('four'))
  }
  assert.equal(told.find(claim, partOf('one')), undefined)
  told.keep(claim, partOf('five'), knownOf('five'))
  assert.deepEqual(told.find(claim, partOf('five')), knownOf('five'))
})
