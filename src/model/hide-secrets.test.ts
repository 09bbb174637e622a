import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hideSecrets, secretsIn } from './hide-secrets.ts'

const CASES: readonly (readonly [string, string])[] = [
  ['nothing to hide', 'nothing to hide'],
  ['https://ada:stone@feed.example/x?key=77 failed', 'https://feed.example/x?[hidden] failed'],
  ['(https://feed.example/x?key=77) failed', '(https://feed.example/x?[hidden]) failed'],
  ['https://feed.example/x#t=77', 'https://feed.example/x?[hidden]'],
  ['postgres://readout:stone@db.example/desk', 'postgres://db.example/desk'],
  ['Authorization: Bearer rdt_abc.DEF-1', 'Authorization: Bearer [hidden]'],
  ['the wall of stone', 'the [hidden] of stone'],
]

for (const [text, safe] of CASES) {
  test(`${text} -> ${safe}`, () => assert.equal(hideSecrets(text, ['wall', 'of']), safe))
}

test('secrets are known by the names of their variables', () => {
  const found = secretsIn({
    READOUT_MAIL_PASSWORD: 'stone',
    READOUT_SMOOTHING_KEY: 'key1',
    READOUT_STORE: 'postgres://readout:a%20wall@db.example/desk',
    READOUT_DESK: '/srv/desk',
    EMPTY_KEY: '',
  })
  assert.deepEqual(found, ['stone', 'key1', 'a%20wall', 'a wall'])
})
