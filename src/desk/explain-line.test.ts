import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { ReadoutError } from '../model/errors.ts'
import { explainLine } from './explain-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-explain-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const path = join(folder, 'texts.jsonl')
const TEXT = 'The envoy Ilse Marrow said that the levy talks would go on.'
writeFileSync(
  path,
  [
    JSON.stringify({ id: 'talks', text: TEXT }),
    '{"id": "cut',
    JSON.stringify({ id: 7, text: `${TEXT} Karsk had no comment.` }),
    '{"id": "no-text"}',
    ...['a', 'b', 'c', 'd'].map((id) => JSON.stringify({ id, text: TEXT })),
  ].join('\n'),
)

test('a text is found by its id, be it a word or a number, and read', async () => {
  for (const [id, attributions] of [
    ['talks', 1],
    ['7', 2],
  ] as const) {
    const { doc, reading } = await explainLine(path, id)
    assert.equal(doc.name, id)
    assert.equal(reading.attributions.length, attributions)
  }
})

test('an id that no line has is wrong use, and some that are there are named', async () => {
  await assert.rejects(explainLine(path, 'levy'), (error) => {
    assert.ok(error instanceof ReadoutError)
    assert.equal(error.exitCode, 2)
    assert.equal(
      error.message,
      `${path}: no line has the id levy; there are talks, 7, no-text, a, b and others; lines that are broken: 1`,
    )
    return true
  })
})

test('a line with that id that is of no use is named with what is wrong', async () => {
  await assert.rejects(explainLine(path, 'no-text'), /texts\.jsonl:4: its fields are wrong: "text" is missing/)
})
