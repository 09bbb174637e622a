import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReadoutError } from '../model/errors.ts'
import { keepable } from './keepable.ts'

test('any words are kept as they are', () => {
  for (const words of [
    ' ask the ministry ',
    'two\nlines\tand a tab',
    'as a form\r\nsends them',
    'القناة عند الفجر',
    '👩‍👩‍👧 \u{10ffff} ﷽ e\u0301',
    '<script>alert(1)</script>',
    "'; drop table decision; --",
    '\u202eright to left\u200b',
  ]) {
    assert.equal(keepable(words, 'note'), words)
  }
})

test('what no page could show is refused, and told', () => {
  const why = (words: string, of: 'note' | 'tag' = 'note') => {
    try {
      return keepable(words, of)
    } catch (error) {
      assert.ok(error instanceof ReadoutError && error.code === 'USAGE')
      return error.message
    }
  }
  assert.match(why('a\u0000b'), /U\+0000 at 1; only tabs and new lines/)
  assert.match(why('a\u0085'), /U\+0085/)
  assert.match(why('a\rb'), /U\+000D/)
  assert.match(why('\ud83d'), /half a character/)
  assert.match(why(' \n '), /needs words/)
  assert.match(why('dam\nbridge', 'tag'), /a tag is one line/)
  assert.match(why('x'.repeat(20_001)), /too long; at most 20000/)
})
