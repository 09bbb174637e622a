// Whom docs name is counted over a whole pass: what one doc loses and another comes to name is not forgotten in between.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId, type Id } from '../model/id.ts'
import { noteAllBearers } from './finish-doc.ts'
import { Memory } from './memory.ts'
import { MemoryShelf } from './memory-shelf.ts'

const group = asId<'entity'>('group')
const [one, other] = [asId<'doc'>('one'), asId<'doc'>('other')]
const named = (id: Id<'doc'>, ...entities: Id<'entity'>[]) => ({ id, entities: new Set(entities) })

function makeMemory(): Memory {
  const memory = new Memory(new MemoryShelf())
  memory.write(`unnamed ${group}`, { id: group, at: '2031-03-06', doc: other })
  noteAllBearers(memory, [named(one, group)], [])
  return memory
}

test('a group that a doc loses as another comes to name it keeps who first called it so', () => {
  for (const [docs, gone] of [
    [[named(other, group)], [one]],
    [[named(one), named(other, group)], []],
  ] as const) {
    const memory = makeMemory()
    assert.deepEqual(noteAllBearers(memory, docs, gone), [])
    assert.ok(memory.read(`unnamed ${group}`))
  }
})

test('of a group that no doc names any more it is forgotten', () => {
  const memory = makeMemory()
  assert.deepEqual(noteAllBearers(memory, [named(one)], []), [group])
  assert.equal(memory.read(`unnamed ${group}`), undefined)
})
