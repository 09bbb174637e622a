import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameFault } from './name-fault.ts'

const error = (code: string, message = 'said so') => Object.assign(new Error(message), { code })

test('codes of the system, of OpenSSL and of undici come to the faults of a capture', () => {
  const fault = (code: string, isBegun = false) => nameFault(error(code), 'marrow.example', isBegun).code
  for (const code of ['ENOTFOUND', 'EAI_AGAIN', 'ESERVFAIL']) assert.equal(fault(code), 'FETCH_DNS', code)
  for (const code of [
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'EADDRNOTAVAIL',
    'UND_ERR_SOCKET',
    'EMFILE',
  ]) {
    assert.equal(fault(code), 'FETCH_CONNECT', code)
  }
  for (const code of [
    'CERT_HAS_EXPIRED',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'EPROTO',
  ]) {
    assert.equal(fault(code), 'FETCH_TLS', code)
  }
  for (const code of ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']) assert.equal(fault(code), 'FETCH_TIMEOUT', code)
  assert.equal(fault('UND_ERR_HEADERS_OVERFLOW'), 'FETCH_PROTOCOL')
  assert.equal(fault('UND_ERR_RES_CONTENT_LENGTH_MISMATCH'), 'FETCH_PROTOCOL')
  assert.equal(fault('UND_ERR_RES_CONTENT_LENGTH_MISMATCH', true), 'FETCH_BROKEN_OFF')
  for (const code of ['ECONNRESET', 'UND_ERR_SOCKET', 'EIO']) assert.equal(fault(code, true), 'FETCH_BROKEN_OFF', code)
})

test('of several addresses that failed, the first one’s error is told', () => {
  const all = new AggregateError([error('ECONNREFUSED'), error('ENETUNREACH')], '')
  assert.deepEqual(nameFault(all, 'marrow.example', false), {
    code: 'FETCH_CONNECT',
    reason: 'no answer from marrow.example: ECONNREFUSED',
  })
  assert.equal(nameFault(Object.assign(new Error('x'), { cause: error('ENOTFOUND') }), 'a', false).code, 'FETCH_DNS')
  assert.equal(nameFault('nothing', 'a', false).code, 'FETCH_CONNECT')
})
