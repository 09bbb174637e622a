import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { safeJson, safeLine, safeText } from './show-safely.ts'

test('escapes, C1 controls and turned directions are written out; ordinary text of any script stands', () => {
  assert.equal(safeText('a\u001b[2J\u009b1m\u202eb\r\u2028'), 'a\\u{1b}[2J\\u{9b}1m\\u{202e}b\\u{d}\\u{2028}')
  const plain = '“Karsk” — شمال, 卡尔斯克, é\u0301 👩‍🚀\n\tindented'
  assert.equal(safeText(plain), plain)
})

test('a name has no line to itself', () => {
  assert.equal(safeLine('levy\nkept FAKE\tnow'), 'levy\\u{a}kept FAKE\\u{9}now')
})

test('safe JSON says the same', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (value) => {
      const json = safeJson(JSON.stringify(value))
      assert.deepEqual(JSON.parse(json), value)
      assert.equal(safeText(json), json)
    }),
  )
})
