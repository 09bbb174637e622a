import assert from 'node:assert/strict'
import { test } from 'node:test'
import { People } from './match-people.ts'
import { Memory } from './memory.ts'
import { MemoryShelf } from './memory-shelf.ts'

/** The number of people that the names are, in the order in which they are met. `isColleague`: they hold one office. */
function count(names: readonly string[], isColleague = false): number {
  const people = new People(new Memory(new MemoryShelf()))
  const bearers = names.map((name, at) =>
    people.match(
      name,
      () => `e${at}`,
      () => isColleague,
    ),
  )
  return new Set(bearers).size
}

for (const [one, other, isOne] of [
  ['David Johnson', 'David Johnston', false],
  ['Simon Marrow', 'Simone Marrow', false],
  ['Anselm Roke Sr', 'Anselm Roke Jr.', false],
  ['Anselm Roke', 'Anselm Roke Jr', true],
  ['Ilse Marrow', 'Tobias Marrow', false],
  ['Ilse Marrow', 'I. Marrow', true],
  ['Dmitri Ostrovskiy', 'Dmitry Ostrovsky', true],
  ['Aleksandr Lisk', 'Alexander Lisk', true],
] as const) {
  test(`${one} and ${other} are ${isOne ? 'one' : 'two'}`, () => assert.equal(count([one, other]), isOne ? 1 : 2))
}

test('a name nearly the same is a misprint where both hold one office', () => {
  assert.equal(count(['Tobias Ostrowski', 'Tobias Ostrowksi'], true), 1)
  assert.equal(count(['Tobias Ostrowski', 'Tobias Hale'], true), 2)
  assert.equal(count(['Anselm Roke Sr', 'Anselm Roke Jr'], true), 2)
})
