// Who leads.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { beatLead, findLead, isLeading, leaveLead, listLeads, takeLead, tellTrouble } from './leads.ts'
import { openStore } from './open-store.ts'

test('a lead is taken only as it was seen, and whoever had it before is known by its fence', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'readout-leads-'))
  const store = await openStore(dir)
  const state = await store.state()
  const at = '2031-05-06T10:00:00.000Z'
  assert.equal(await findLead(state, 'ask'), undefined)
  const both = await Promise.all(
    ['one', 'other'].map((holder) => takeLead(state, { role: 'ask', holder, at }, undefined)),
  )
  assert.deepEqual(
    both.map((lead) => lead?.fence),
    [1, undefined],
  )
  const [one] = both
  assert.ok(one)
  const moved = await beatLead(state, one, at)
  assert.equal(moved?.beat, 1)
  assert.equal(await takeLead(state, { role: 'ask', holder: 'other', at }, one), undefined, 'it had moved meanwhile')
  await tellTrouble(state, one, 'no answer')
  const other = await takeLead(state, { role: 'ask', holder: 'other', at }, moved)
  assert.deepEqual([other?.fence, other?.trouble], [2, 'no answer'])
  assert.ok(other)
  assert.equal(await beatLead(state, moved ?? one, at), undefined)
  assert.equal(await isLeading(state, one), false)
  assert.equal(await isLeading(state, other), true)
  await leaveLead(state, one)
  await tellTrouble(state, one, undefined)
  assert.deepEqual(await listLeads(state), [other])
  await leaveLead(state, other)
  assert.equal((await findLead(state, 'ask'))?.holder, undefined)
  assert.equal(await beatLead(state, other, at), undefined, 'what was left is nobody’s')
  store.close()
  await rm(dir, { recursive: true })
})
