import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wrapText } from './wrap-text.ts'

test('words stand in lines of the width, and none is lost or cut', () => {
  const words = Array.from({ length: 60 }, (_, i) => `word${i}`)
  const lines = wrapText(words.join('  \n'), { first: '- ', rest: '  ' })
  assert.ok(lines.every((line) => line.length <= 72))
  assert.ok(
    lines
      .slice(0, -1)
      .every((line, i) => line.length + 1 + (lines[i + 1] ?? '').trim().split(' ', 1).join('').length > 72),
  )
  assert.deepEqual(
    lines.flatMap((line) => line.replace(/^- /, '').trim().split(' ')),
    words,
  )
  assert.match(lines[0] ?? '', /^- word0/)
  assert.ok(lines.slice(1).every((line) => line.startsWith('  word')))
})

test('an address that is longer than a line has one to itself', () => {
  const address = `https://desk.example/${'a'.repeat(90)}`
  assert.deepEqual(wrapText(`see ${address} for more`), ['see', address, 'for more'])
  assert.deepEqual(wrapText('  \n '), [])
})

test('letters are counted as they are seen, not by their bytes', () => {
  assert.deepEqual(wrapText('e\u0301e\u0301 ябв', { width: 6 }), ['e\u0301e\u0301 ябв'])
})
