// Names and passwords of any script: one form each, nothing cut, and the reason where one cannot be used.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReadoutError } from '../../model/errors.ts'
import { isTooLong, parseName, parsePassword, passwordOf, signOf } from './names.ts'

const isRefused = (error: unknown): boolean => error instanceof ReadoutError && error.code === 'ACCOUNT_REFUSED'

test('a name is one however it is typed', () => {
  const same = [
    ['Ilse Marrow', ' ilse\u00a0 MARROW '],
    ['Zoë', 'Zoe\u0308'],
    ['ｆｕｌｌ', 'full'],
    ['Straße', 'STRASSE'.replace('SS', 'ß')],
    ['ﬁnch', 'finch'],
  ] as const
  for (const [one, other] of same) assert.equal(signOf(one), signOf(other), one)
  assert.notEqual(signOf('Ilse'), signOf('Ilsa'))
  assert.deepEqual(parseName('  Zoe\u0308 \u3000 Hale '), { name: 'Zoë Hale', sign: 'zoë hale' })
})

test('names of any script are taken, and none that cannot be seen or that is too long', () => {
  for (const name of ['كورفن هيل', 'עילאי', '艾尔莎', 'می‌خواهم', 'नमस्ते', '🦆', "O'Hale", '<b>', 'a'.repeat(200)]) {
    assert.equal(parseName(name).name, name.normalize('NFC'))
  }
  for (const name of [
    '',
    '  ',
    'a\u0000',
    'a\nb',
    '\u202eevil',
    'a\u200b',
    'half \ud800',
    'a'.repeat(201),
    'ع'.repeat(101),
  ]) {
    assert.throws(() => parseName(name), isRefused, JSON.stringify(name))
  }
})

test('a password is what was typed, to its last byte', () => {
  const sign = signOf('Ilse Marrow')
  const long = 'ع'.repeat(256) + 'wall'.repeat(128)
  assert.equal(Buffer.byteLength(long), 1024)
  for (const password of ['a long stone wall', '  spaces count  ', 'ज़मीन पर पत्थर', '🧱🪨🧱🪨🦆🦆🏔️🏔️🌊🌊🌫️🌫️', long]) {
    assert.equal(parsePassword(password, { sign }), password.normalize('NFC'))
  }
  for (const password of ['', 'elevenchars', 'Ilse Marrow ', 'abababababababab', `${long}x`, `half \ud800 of a wall`]) {
    assert.throws(() => parsePassword(password, { sign }), isRefused, password.slice(0, 20))
  }
  assert.equal(passwordOf('stein\u00a0ma\u0308uer'), 'stein mäuer')
  assert.deepEqual([isTooLong(long), isTooLong(`${long}x`)], [false, true])
})

test('a refusal never shows the password', () => {
  assert.throws(
    () => parsePassword('secretword', { sign: '' }),
    (error) => error instanceof Error && !error.message.includes('secretword'),
  )
})
