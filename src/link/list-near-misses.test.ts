import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '../model/id.ts'
import { listNearMisses } from './list-near-misses.ts'
import { makeRead, type Report } from './make-read.contract.ts'
import { MemoryShelf } from './memory-shelf.ts'
import { Pass } from './pass.ts'
import { placeInOrder } from './place-in-order.ts'

const say = (name: string, content: string): Report => ({
  name,
  outlet: `${name} Courier`,
  published: '2031-03-04',
  text: `Ilse Marrow said ${content}.`,
  says: [{ by: { words: 'Ilse Marrow' }, cue: 'said', content }],
})

test('a claim near another says what parts them, and one with nothing in common is not named', () => {
  const reads = [
    say('a', 'that Lindria would send nine ferries to Brissen in April'),
    say('b', 'that Lindria would send four ferries to Brissen in April'),
    say('c', 'that the choir of Vessen had sung for the miners'),
  ].map(makeRead)
  const shelf = new MemoryShelf()
  const pass = new Pass(shelf, (id) => reads.find(({ doc }) => doc.id === id) ?? assert.fail())
  for (const _ of pass.take(reads.map((read) => placeInOrder(read))));
  const [first] = pass.takeChanged().claims
  pass.flush()
  const near = listNearMisses(shelf, first ?? assert.fail(), () => undefined, 5)
  assert.deepEqual(
    near.map(({ wording, because }) => [wording, because.split(':')[0]]),
    [['Lindria would send four ferries to Brissen in April', 'their numbers differ']],
  )
  assert.deepEqual(
    listNearMisses(shelf, 'unheard of' as Id<'claim'>, () => undefined, 5),
    [],
  )
})
