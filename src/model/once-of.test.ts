import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onceOf } from './once-of.ts'

test('what is made of a thing is made once, of another thing anew, and nothing counts as made', () => {
  let asked = 0
  const count = onceOf((thing: { readonly words?: string }) => {
    asked++
    return thing.words
  })
  const [one, other, empty] = [{ words: 'dam' }, { words: 'dam' }, {}]
  assert.deepEqual([count(one), count(one), count(other)], ['dam', 'dam', 'dam'])
  assert.equal(asked, 2)
  assert.deepEqual([count(empty), count(empty)], [undefined, undefined])
  assert.equal(asked, 3)
})
