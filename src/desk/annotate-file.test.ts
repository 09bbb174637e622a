import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { annotateFile } from './annotate-file.ts'

const folder = mkdtempSync(join(tmpdir(), 'readout-annotate-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(lines: readonly unknown[]): string {
  const path = join(folder, `texts-${lines.length}.jsonl`)
  writeFileSync(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'))
  return path
}

async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

const TEXT = '“We have not left the table,” the envoy Ilse Marrow told Meridian News Agency on Monday.' // 16 words

test('lines come out in their order with their words counted, a broken one and a text without text in their places', async () => {
  const path = fileOf([{ id: 1, text: TEXT }, '{"id": 2', { id: 'three', text: ' ' }, { id: 4, text: TEXT }])
  const made = await listOf(annotateFile(path, { workers: 2 }))
  const shown = made.map((one) => ('value' in one ? [one.value.id, one.value.attributions.length] : one.error.code))
  assert.deepEqual(shown, [[1, 1], 'LINE_BROKEN', ['three', 0], [4, 1]])
  assert.deepEqual(
    made.map(({ words }) => words),
    [16, 0, 0, 16],
  )
})

test('a text that takes too long is given up by name, and the others are read', async () => {
  const endless = `${TEXT}\n\n`.repeat(100_000) // takes ten seconds and more
  const path = fileOf([
    { id: 'a', text: TEXT },
    { id: 'book', text: endless },
    { id: 'b', text: TEXT },
  ])
  const made = await listOf(annotateFile(path, { workers: 1, timeLimitMs: 5000 }))
  const shown = made.map((one) => ('value' in one ? one.value.id : one.error.message))
  const wanted = `${path}:2: book: could not be read (no reading after 5 s); the others are read, please tell us of this one`
  assert.deepEqual(shown, ['a', wanted, 'b'])
})
