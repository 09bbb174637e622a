// The product must make of a sentence what the export made of it: the same pieces, and so the same vector.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { nearness } from '../model/vector.ts'
import { loadEmbedder } from './load-embedder.ts'

interface Case {
  readonly text: string
  readonly pieces: readonly number[]
  readonly vector: readonly number[]
}

const MODEL = join(import.meta.dirname, '..', '..', 'models', 'embedder')
const cases: Case[] = JSON.parse(readFileSync(join(MODEL, 'parity.json'), 'utf8'))
const embedder = await loadEmbedder()
const NEAREST = 0.998 // 8-bit arithmetic differs a little between kinds of processor

test('each sentence gets the vector that the export gave it, whatever came before', async () => {
  assert.ok(cases.length >= 10)
  for (const { text, vector } of [...cases, ...cases.toReversed()]) {
    const near = nearness(await embedder.embed(text), Int8Array.from(vector))
    assert.ok(near >= NEAREST, `${text}: ${near}`)
  }
})

test('a paraphrase is nearer than another matter in the same words', async () => {
  const [claim, reworded, other] = await Promise.all(
    [
      'The envoy Ilse Marrow would not discuss a ceasefire without Karsk.',
      'Marrow refused truce talks unless Karsk took part.',
      'The envoy Ilse Marrow would not discuss grain without Karsk.',
    ].map((text) => embedder.embed(text)),
  )
  assert.ok(claim && reworded && other)
  assert.ok(nearness(claim, reworded) > 0.7)
  assert.ok(nearness(claim, reworded) > nearness(reworded, other))
})

test('no text throws, and each has one vector of 384 numbers', async () => {
  const odd = [
    '',
    ' ',
    '\ud800',
    'x'.repeat(100_000),
    'a '.repeat(50_000),
    '\u0000',
    '🕊️'.repeat(300),
    'שלום عليكم 和平',
  ]
  for (const text of odd) {
    const [once, again] = [await embedder.embed(text), await embedder.embed(text)]
    assert.equal(once.length, 384)
    assert.deepEqual(once, again)
  }
})

test('the version names these weights', () => {
  const digest = createHash('sha256')
    .update(readFileSync(join(MODEL, 'embedder.onnx')))
    .digest('hex')
  assert.equal(embedder.version.split('+net-')[1], digest.slice(0, 8))
})

test('a model that is not whole, or not there, is named, with what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-model-'))
  try {
    for (const name of ['config.json', 'embedder.onnx', 'tokenizer.json']) {
      cpSync(MODEL, folder, { recursive: true })
      truncateSync(join(folder, name), 40)
      const wanted = { code: 'MODEL_MISSING', message: /cannot be loaded.*install Readout again/ }
      await assert.rejects(loadEmbedder(folder), wanted, name)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  const wanted = { code: 'MODEL_MISSING', message: /config\.json is not there.*install Readout again/ }
  await assert.rejects(loadEmbedder(join(MODEL, 'nowhere')), wanted)
})
