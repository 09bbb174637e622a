// What filing holds between two walks is used for the walk that it was held for, once, and for no other.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Store } from '../archive/open-store.ts'
import { makeFiler } from '../track/make-filer.ts'
import { holdFiler, takeFiler } from './hold-filer.ts'

const makeStore = (): Pick<Store, 'plain'> => ({ plain: {} as Store['plain'] })

test('it is given back for the walk that it stood at the end of, and then no more', () => {
  const [store, other, filer] = [makeStore(), makeStore(), makeFiler()]
  holdFiler(store, { version: 7 }, filer)
  assert.equal(takeFiler(other, { version: 7 }), undefined)
  assert.equal(takeFiler(store, { version: 7 }), filer)
  assert.equal(takeFiler(store, { version: 7 }), undefined)
})

test('where another linked meanwhile, or all is linked anew, it is not', () => {
  const store = makeStore()
  for (const walk of [{ version: 8 }, undefined]) {
    holdFiler(store, { version: 7 }, makeFiler())
    assert.equal(takeFiler(store, walk), undefined)
    assert.equal(takeFiler(store, { version: 7 }), undefined, 'what was given up does not come back')
  }
})
