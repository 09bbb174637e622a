// Hashes of passwords: the format, every byte counted, two at a time, and no endless queue.
import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { mock, test } from 'node:test'
import { ReadoutError } from '../../model/errors.ts'
import { hashPassword, isPassword, NOBODYS } from './hash-password.ts'

test('a password fits its own hash and no other', async () => {
  const long = 'a'.repeat(1000)
  for (const password of ['a long stone wall', '🧱🧱🧱 ع', long]) {
    const hash = await hashPassword(password)
    assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    assert.equal(await isPassword(password, hash), true)
    assert.equal(await isPassword(`${password}x`, hash), false)
    assert.notEqual(await hashPassword(password), hash, 'each has a salt of its own')
  }
  assert.equal(await isPassword(`${long.slice(1)}b`, await hashPassword(long)), false, 'the last byte counts')
  for (const hash of [
    '',
    'a long stone wall',
    '$2b$10$abcdefghijklmnopqrstuv',
    NOBODYS.replace('argon2id', 'argon2i'),
  ]) {
    assert.equal(await isPassword('a long stone wall', hash), false, hash)
  }
})

test('no more than two are made at once, all come to their turn, and a crowd is sent away', async () => {
  const real = crypto.argon2
  let running = 0
  let most = 0
  mock.method(crypto, 'argon2', (...args: Parameters<typeof crypto.argon2>) => {
    running += 1
    most = Math.max(most, running)
    const [algorithm, parameters, done] = args
    real(algorithm, { ...parameters, memory: 64 }, (error, tag) => {
      running -= 1
      done(error, tag)
    })
  })
  syncBuiltinESMExports()
  try {
    const asked = await Promise.allSettled(Array.from({ length: 80 }, (_, i) => hashPassword(`password ${i}`)))
    const away = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    assert.equal(most, 2)
    assert.equal(away.length, 80 - 2 - 64)
    assert.ok(away.every((error) => error instanceof ReadoutError && error.code === 'TOO_MANY_REQUESTS'))
    assert.match(await hashPassword('and after them'), /^\$argon2id/)
  } finally {
    mock.restoreAll()
    syncBuiltinESMExports()
  }
})
