import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { digestOf } from '../model/digest.ts'
import { derive } from './derive.ts'
import { exportDesk } from './export.ts'
import { openDesk } from './open-desk.ts'
import { handIn, standIn } from './stand-in.contract.ts'
import { takeIn } from './take-in.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-export-'))
after(() => rmSync(root, { recursive: true, force: true }))

function linesOf(path: string): unknown[] {
  const text = readFileSync(path, 'utf8')
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown)
}

test('everything leaves the desk: each line counted, each payload under its digest, nothing capped', async () => {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  const reports = Array.from({ length: 230 }, (_, i) => `report ${i} of the levy talks`)
  await takeIn(desk, handIn([...reports, 'no text']), () => {})
  await derive(desk)
  const dir = join(root, 'out')
  const manifest = await exportDesk(desk, dir)
  assert.deepEqual(JSON.parse(readFileSync(join(dir, 'manifest.json'), 'utf8')), manifest)
  const lines = Object.fromEntries(Object.entries(manifest.files).map(([file, { lines }]) => [file, lines]))
  const expected = { 'captures.jsonl': 231, 'log.jsonl': 231, 'docs.jsonl': 230, 'readings.jsonl': 230 }
  for (const [file, count] of Object.entries({ ...expected, 'claims.jsonl': 230, 'faults.jsonl': 1 })) {
    assert.equal(lines[file], count, file)
    assert.equal(linesOf(join(dir, file)).length, count, file)
    assert.equal(digestOf(readFileSync(join(dir, file))), manifest.files[file]?.sha256)
  }
  const payloads = readdirSync(join(dir, 'payloads'))
  assert.equal(payloads.length, 231)
  for (const name of payloads) assert.equal(digestOf(readFileSync(join(dir, 'payloads', name))), name)
  await takeIn(desk, handIn(['one more']), () => {})
  await derive(desk)
  assert.equal((await exportDesk(desk, dir)).files['docs.jsonl']?.lines, 231, 'a former export is written over')
  await desk.close()
})

test('a folder of other things is left as it is', async () => {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  const dir = mkdtempSync(join(root, 'letters-'))
  writeFileSync(join(dir, 'letter.txt'), 'Dear Ilse')
  await assert.rejects(exportDesk(desk, dir), { code: 'EXPORT_REFUSED', message: /letter\.txt/ })
  assert.deepEqual(readdirSync(dir), ['letter.txt'])
  await assert.rejects(exportDesk(desk, join(dir, 'letter.txt')), { code: 'EXPORT_REFUSED' })
  await desk.close()
})

test('an export that was cut short is written over', async () => {
  const desk = await openDesk(mkdtempSync(join(root, 'desk-')), { rooms: standIn() })
  const dir = join(root, 'cut-short')
  await exportDesk(desk, dir)
  rmSync(join(dir, 'docs.jsonl'))
  writeFileSync(join(dir, 'manifest.json'), '{"format":"readout-export@1","isComplete":false}')
  assert.equal((await exportDesk(desk, dir)).isComplete, true)
  await desk.close()
})
