// Where to after signing in: never off the desk, whatever a browser would make of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { returnAddress } from './return-address.ts'

test('addresses of the desk are kept, all else leads to the first page', () => {
  for (const own of ['/', '/ledger', '/search?words=levy&after=x', '/report/a%20b?at=1-4', '/%D8%B9']) {
    assert.equal(returnAddress(own), own)
  }
  const others = [
    undefined,
    '',
    'ledger',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/',
  ]
  const more = [
    '/.//evil.example',
    '/x/..//evil.example',
    'javascript:alert(1)',
    '/sign-in',
    '/sign-out',
    `/${'a'.repeat(3000)}`,
  ]
  for (const asked of [...others, ...more]) assert.equal(returnAddress(asked), '/', String(asked))
  assert.equal(returnAddress('/a\r\nset-cookie: x'), '/aset-cookie:%20x')
})
