// What every store has to sum up alike: the digests here are the same on each.
import assert from 'node:assert/strict'
import { digestOf } from '../model/digest.ts'
import { arrival } from './archive.contract.ts'
import { keepCapture, keepCaptures } from './keep-capture.ts'
import { differencesOf, hashState, type StateHash } from './state-hash.ts'
import type { Store } from './store.ts'
import { keepVectors } from './vectors.ts'

/** Adds these to a contract; `run` gives each an empty store of its own. */
export function stateHashContract(run: (name: string, body: (store: Store) => Promise<void>) => void): void {
  run('what a desk holds has one digest a schema, whatever the store', async (store) => {
    const bytes = Uint8Array.from([0xef, 0xbb, 0xbf, 0, 255, 10])
    await keepCaptures(store, [arrival('zoë'), arrival('Ähre', { bytes }), arrival('a'), arrival('B')])
    await keepTexts(store, ['truce', 'grain', 'levy'])
    const { truth, derived } = await hashOf(store)
    assert.deepEqual(
      truth.tables.map(({ name, rows }) => `${name} ${rows}`),
      ['capture 4', 'log 4', 'payload 4', 'report 4'],
    )
    assert.equal(truth.digest, 'ca898093a0986f28df3def9a816506fdbee62b6c12887bb44d4ccdc12fc5310b')
    assert.equal(
      derived.tables.find(({ name }) => name === 'vector')?.digest,
      '13c2698ab20375c158f00ac767a488e98a56eb0e81b1bea65e742b776e619ac6',
    )
  })

  run('rows sum up alike in whatever order they came, and otherwise where one value differs', async (store) => {
    await keepTexts(store, ['truce', 'grain', 'levy'])
    const first = (await hashOf(store)).derived
    const { derived } = await store.kysely()
    await derived.deleteFrom('derived.vector').execute()
    await keepTexts(store, ['levy', 'truce', 'grain'])
    assert.deepEqual((await hashOf(store)).derived, first)
    await derived
      .updateTable('derived.vector')
      .set({ made_by: 'embed@2' })
      .where('digest', '=', digestOf('levy'))
      .execute()
    assert.deepEqual(differencesOf(first, (await hashOf(store)).derived), [{ name: 'vector', rows: [3, 3] }])
  })

  run('a view shows what was there when it was opened, whoever writes meanwhile', async (store) => {
    await keepCapture(store, arrival('a'))
    const view = await store.view()
    try {
      const before = await hashState(view)
      await keepCapture(store, arrival('b'))
      const state = await store.state()
      await state.insertInto('state.secret').values({ name: 'key', value: 'v' }).execute()
      assert.deepEqual(await hashState(view), before)
    } finally {
      await view.close()
    }
    const { truth, state } = await hashOf(store)
    assert.deepEqual(
      [truth, state].map(({ tables }) => tables.find(({ name }) => /log|secret/.test(name))?.rows),
      [2, 1],
    )
  })
}

async function keepTexts(store: Store, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    await keepVectors(store, new Map([[digestOf(text), Int8Array.from([text.length, -1, 127])]]), 'embed@1')
  }
}

async function hashOf(store: Store): Promise<StateHash> {
  const view = await store.view()
  try {
    return await hashState(view)
  } finally {
    await view.close()
  }
}
