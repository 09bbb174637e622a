import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Decision, inForce, type Ruling, undoneBy } from './decision.ts'
import { asId } from './id.ts'

const issue = { kind: 'issue' } as Ruling

function decide(id: string, ruling: Ruling = issue): Decision {
  return { id: asId(id), by: asId('Ada Orme'), at: '2031-03-09T10:00:00.000Z', ruling, why: 'so' }
}

function undo(id: string, of: string): Decision {
  return decide(id, { kind: 'undo', decision: asId(of) })
}

function idsInForce(...decisions: Decision[]): string[] {
  return inForce(decisions).map(({ id }) => id)
}

test('what was undone does not count, and an undoing is itself undone', () => {
  assert.deepEqual(idsInForce(decide('a'), decide('b')), ['a', 'b'])
  assert.deepEqual(idsInForce(decide('a'), decide('b'), undo('u', 'a')), ['b'])
  assert.deepEqual(idsInForce(decide('a'), undo('u', 'a'), undo('v', 'u')), ['a'])
  assert.deepEqual(idsInForce(decide('a'), undo('u', 'a'), undo('v', 'u'), undo('w', 'v')), [])
})

test('each one that does not count is told with what undid it', () => {
  const undone = undoneBy([decide('a'), undo('u', 'a'), undo('v', 'u')])
  assert.deepEqual([...undone], [['u', 'v']])
})
