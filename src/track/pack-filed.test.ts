import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Filed } from '../model/filed.ts'
import { packFiled, unpackFiled } from './pack-filed.ts'

const FILED: Filed = {
  id: 'a',
  name: 'Karsk’s levy 🌾',
  published: '2031-03-04',
  stems: Uint32Array.of(1, 7, 4_294_967_295),
  counts: Uint16Array.of(4, 65_535, 1),
  weights: Float32Array.of(0.5, 0.25, 0),
  joined: 'b',
  moves: [{ report: 'c', story: 'b' }],
  story: 'a',
}

test('a filed report comes back as it was packed, with and without a vector, a day and words', () => {
  const { published, ...undated } = FILED
  const wordless = { ...undated, stems: new Uint32Array(), counts: new Uint16Array(), weights: new Float32Array() }
  for (const filed of [FILED, { ...FILED, vector: Int8Array.of(-127, 0, 127) }, undated, wordless]) {
    assert.deepEqual(unpackFiled(packFiled(filed)), filed)
  }
  assert.equal(published, '2031-03-04')
})

test('bytes that lie within others are unpacked as well', () => {
  const packed = packFiled(FILED)
  const within = new Uint8Array(packed.length + 3)
  within.set(packed, 3)
  assert.deepEqual(unpackFiled(within.subarray(3)), FILED)
})
