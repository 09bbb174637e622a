// A walk through what hangs on a claim tells each thing once, whatever comes and goes meanwhile.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { openStore } from './open-store.ts'
import { listRowsOnClaim } from './rows-on-claim.ts'
import type { Store } from './store.ts'

const dir = mkdtempSync(join(tmpdir(), 'readout-rows-'))
const AT = '2031-03-04T09:00:00.000Z report 000000012'
let store: Store

before(async () => {
  store = await openStore(dir)
})
after(() => {
  store.close()
  rmSync(dir, { recursive: true })
})

interface Said {
  readonly doc: string
  readonly by: string
}

const said = (...names: string[]): Said[] => names.map((by, at) => ({ doc: `d${at}`, by }))

/** Puts the claim with these in its order, and beside it another that was put first at the same place. */
async function put(claim: string, things: readonly Said[]): Promise<void> {
  const { derived } = await store.kysely()
  await derived.deleteFrom('derived.linked').where('claim', '=', claim).execute()
  const rows = things.map(({ doc, by }, at) => {
    const place = String(at).padStart(6, '0')
    return { noun: 'stance', id: `${claim} ${place}`, sort: `${AT} ${place}`, doc, record: JSON.stringify({ doc, by }) }
  })
  const own = { noun: 'claim', id: claim, sort: AT, doc: 'd0', record: '{}' }
  const all = [own, ...rows].map((row) => ({ ...row, owner: `claim ${claim}`, claim }))
  await derived.insertInto('derived.linked').values(all).execute()
}

function pageOf(after?: string, limit = 2): { names: string[]; next?: string } {
  const keyOf = (thing: unknown): string => (thing as Said).by
  const { items, next } = listRowsOnClaim(store, 'one', 'stance', keyOf, { limit, ...(after && { after }) })
  return { names: (items as unknown as Said[]).map(({ by }) => by), ...(next && { next }) }
}

beforeEach(async () => {
  await put('other', said('x', 'y', 'z', 'w'))
  await put('one', said('a', 'b', 'c', 'd', 'e'))
})

test('it comes in its order, of the one claim only, and the last page has no next', () => {
  const first = pageOf()
  const second = pageOf(first.next)
  const third = pageOf(second.next)
  assert.deepEqual([first.names, second.names, third.names], [['a', 'b'], ['c', 'd'], ['e']])
  assert.equal(third.next, undefined)
  assert.deepEqual(pageOf(undefined, 5), { names: ['a', 'b', 'c', 'd', 'e'] })
})

test('what came before the last one that was told moves it on, and nothing is told twice', async () => {
  const { next } = pageOf()
  await put('one', [{ doc: 'n', by: 'late' }, ...said('a', 'b', 'c', 'd', 'e')])
  assert.deepEqual(pageOf(next).names, ['c', 'd'])
})

test('where the last one that was told is gone, nothing after it is left out', async () => {
  const { next } = pageOf()
  await put('one', said('a', 'b', 'c', 'd', 'e').toSpliced(1, 1))
  assert.deepEqual(pageOf(next).names, ['c', 'd'])
})

test('two that cannot be told apart are both told, and the walk ends', async () => {
  const [a, b] = said('a', 'b')
  assert.ok(a && b)
  await put('one', [a, b, b, b])
  const names: string[] = []
  let after: string | undefined
  do {
    const page = pageOf(after, 1)
    names.push(...page.names)
    after = page.next
  } while (after !== undefined && names.length < 20)
  assert.deepEqual(names, ['a', 'b', 'b', 'b'])
})

test('a cursor of another list is refused', () => {
  const { next } = listRowsOnClaim(store, 'other', 'stance', () => '', { limit: 1 })
  assert.throws(() => pageOf(next), { code: 'CURSOR_UNKNOWN' })
})
