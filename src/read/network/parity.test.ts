// The product must see what the training saw: the same words, pieces and features, and so the same scores.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { docOf } from '../read-text.contract.ts'
import { reader } from '../reader.ts'
import { loadNetwork } from './load-network.ts'
import { splitWords } from './split-words.ts'

interface Case {
  readonly text: string
  readonly words: readonly (readonly [number, number])[]
  readonly pieces: readonly (readonly number[])[]
  readonly features: readonly (readonly [number, number, number])[]
  readonly begins: readonly number[]
  readonly names: readonly number[] // the likeliest label of each word
}

const MODEL = join(import.meta.dirname, '..', '..', '..', 'models', 'reader')
const cases: Case[] = JSON.parse(readFileSync(join(MODEL, 'parity.json'), 'utf8'))
const network = await loadNetwork()
const SLACK = 0.02 // 8-bit arithmetic differs a little between kinds of processor

test('fifty texts get the words, pieces and features that the training gave them', () => {
  assert.equal(cases.length, 50)
  for (const { text, words, pieces, features } of cases) {
    const own = splitWords(docOf(text))
    assert.deepEqual(
      own.map(({ start, end }) => [start, end]),
      words,
      text,
    )
    assert.deepEqual(
      own.map((word) => [word.shape, word.gap, word.quoted]),
      features,
      text,
    )
    assert.deepEqual(
      own.map((word) => network.piecesOf(word.text)),
      pieces,
      text,
    )
  }
})

test('and the scores', async () => {
  for (const { text, begins, names } of cases) {
    const scored = await network.scoreWords(splitWords(docOf(text)))
    const furthest = Math.max(...begins.map((value, word) => Math.abs(value - (scored.begins[word] ?? 9))))
    assert.ok(furthest <= SLACK, `${text}: a cue's probability is ${furthest} away`)
    const labels = names.map((_, word) => {
      const own = scored.names.subarray(word * 7, word * 7 + 7)
      return own.indexOf(Math.max(...own))
    })
    const other = labels.filter((label, word) => label !== names[word]).length
    assert.ok(other <= 1, `${text}: ${other} names differ`)
  }
})

test('the reader’s version names these weights', () => {
  const digest = createHash('sha256')
  for (const name of ['encoder.onnx', 'roles.onnx']) digest.update(readFileSync(join(MODEL, name)))
  assert.equal(reader.split('+net-')[1], digest.digest('hex').slice(0, 8))
})

test('a model that is not whole is named, with what to do', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-model-'))
  try {
    for (const name of ['config.json', 'encoder.onnx', 'roles.onnx', 'tokenizer.json']) {
      cpSync(MODEL, folder, { recursive: true })
      truncateSync(join(folder, name), 40)
      await assert.rejects(
        loadNetwork(folder),
        { code: 'MODEL_MISSING', message: /cannot be loaded.*install Readout again/ },
        name,
      )
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a model that is not there is named, with what to do', async () => {
  await assert.rejects(loadNetwork(join(MODEL, 'nowhere')), {
    code: 'MODEL_MISSING',
    message: /config\.json is not there/,
  })
})
