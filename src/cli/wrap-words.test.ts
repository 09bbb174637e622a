import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GLUE } from './mark-words.ts'
import { wrapWords } from './wrap-words.ts'

test('lines hold as many words as fit, all but the first indented', () => {
  const words = 'The envoy said\nthat the  levy talks would go on.'
  assert.equal(wrapWords(words, 14), 'The envoy said\nthat the levy\ntalks would go\non.')
  assert.equal(wrapWords(words, 14, 4), 'The envoy said\n    that the\n    levy talks\n    would go\n    on.')
})

test('a word longer than a line has one to itself, and an accent or an emoji counts as one', () => {
  assert.equal(
    wrapWords('at https://karsk-courier.example/levy today', 10),
    'at\nhttps://karsk-courier.example/levy\ntoday',
  )
  assert.equal(wrapWords('📰📰 📰📰', 5), '📰📰 📰📰')
})

test('a label stays with its first word', () => {
  assert.equal(wrapWords(`he [1c${GLUE}said] so`, 6), 'he\n[1c said]\nso')
  assert.equal(wrapWords('', 6), '')
})
