// Who said what, against people's marking of real news. The texts belong to their publishers and are read where they
// lie; where they do not lie, the test says so and is skipped. Rules are tuned on train, floors are held on dev.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { annotate } from '../../src/desk/annotate.ts'
import { loadReader } from '../../src/read/load-reader.ts'

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const DEV = join(SHARED, 'corpora', 'polnear', 'dev.jsonl.gz')
const SCORER = join(SHARED, 'tools', 'score-attributions.mjs')
const missing = [DEV, SCORER].find((path) => !existsSync(path))
const floors = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as {
    attributions: Record<string, number>
  }
).attributions

/** Scores as the scorer prints them, F1 in per cent, with the precision of whole usable attributions. */
async function score(): Promise<Record<string, number>> {
  const reader = await loadReader()
  const lines = gunzipSync(readFileSync(DEV)).toString('utf8').split('\n').filter(Boolean)
  const read = await Promise.all(lines.map((line) => annotate(JSON.parse(line), reader)))
  const folder = mkdtempSync(join(tmpdir(), 'readout-attributions-'))
  try {
    const path = join(folder, 'predicted.jsonl')
    writeFileSync(path, read.map((one) => JSON.stringify(one)).join('\n'))
    const printed = execFileSync(process.execPath, [SCORER, DEV, path, '--json'], { encoding: 'utf8' })
    const scores = JSON.parse(printed) as Record<string, { precision: number; recall: number; f1: number }>
    return {
      'source labels': scores['source labels']?.f1 ?? 0,
      'cue labels': scores['cue labels']?.f1 ?? 0,
      'content labels': scores['content labels']?.f1 ?? 0,
      'all labels': scores['all labels']?.f1 ?? 0,
      'whole exact': scores['whole exact']?.f1 ?? 0,
      'whole usable': scores['whole usable']?.f1 ?? 0,
      'whole usable precision': scores['whole usable']?.precision ?? 0,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('attributions stay above their floors', {
  skip: missing ? `${missing} is not here: not measured` : false,
}, async (t) => {
  const found = await score()
  for (const [name, floor] of Object.entries(floors)) {
    t.diagnostic(`${name}: ${found[name]}, floor ${floor}`)
    assert.ok((found[name] ?? 0) >= floor, `${name} fell to ${found[name]}, under its floor of ${floor}`)
  }
})
