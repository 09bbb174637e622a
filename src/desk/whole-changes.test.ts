import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { keepLinked } from '../archive/keep-linked.ts'
import { findClaim, listAllLinked } from '../archive/linked.ts'
import { openStore } from '../archive/open-store.ts'
import type { Id } from '../model/id.ts'
import type { Linked, Tracked } from '../model/ledger.ts'
import { MAKERS } from './stand-in.contract.ts'
import { wholeChanges } from './whole-changes.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-whole-'))
after(() => rmSync(root, { recursive: true, force: true }))

const docs = ['z-first', 'a-second'] as unknown as Id<'doc'>[]
const [first, second] = docs
const made = {
  entities: [
    {
      id: 'marrow',
      kind: 'person',
      name: 'Ilse Marrow',
      chains: [
        { doc: first, chain: 'c2' },
        { doc: second, chain: 'c1' },
      ],
      offices: [],
    },
    { id: 'hale', kind: 'person', name: 'Corvin Hale', chains: [{ doc: first, chain: 'c1' }] },
  ],
  claims: [
    { id: 'y', aliases: [], wording: 'dam' },
    { id: 'b', aliases: ['c'], wording: 'levy' },
  ],
  bearings: [
    { claim: 'b', doc: first, attribution: 'a1' },
    { claim: 'b', doc: second, attribution: 'a1' },
  ],
  appearances: [{ id: 'p', claim: 'b', doc: first }],
  independences: [{ claim: 'b', atLeast: 1 }],
  quoteMatches: Array.from({ length: 12 }, (_, nth) => ({ later: { doc: second }, nth })),
  copyGroups: [{ first, copies: [{ doc: second }] }],
  stances: [{ claim: 'b', doc: second, act: 'denies' }],
  stories: [{ id: 's' }],
  rows: [{ claim: 'b', wording: 'levy' }],
} as unknown as Linked & Tracked

test('all that was linked at once comes back as it was, each list in its order', async () => {
  const store = await openStore(mkdtempSync(join(root, 'desk-')))
  try {
    const changes = wholeChanges(made, docs)
    const walk = await keepLinked(store, { linkedTo: 0, makers: MAKERS }, { before: undefined, changes })
    assert.deepEqual(listAllLinked(store), { ...made, walk })
    assert.equal(findClaim(store, 'c')?.bearings.length, 2)
    assert.equal(findClaim(store, 'b')?.row?.wording, 'levy')
    assert.deepEqual(new Set(changes.replacements.map(({ owner }) => owner.split(' ')[0])).size, 6)
  } finally {
    store.close()
  }
})
