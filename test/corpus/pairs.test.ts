// Do two sentences make one claim: MRPC's validation part for the decision, three STS files for the score.
// Weights and threshold were fitted on MRPC's training part (training/fit-same.ts).
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { compareStatements, type Sentence } from '../../src/link/compare-statements.ts'
import { loadEmbedder } from '../../src/link/load-embedder.ts'
import floors from './floors.json' with { type: 'json' }

const SHARED = join(import.meta.dirname, '..', '..', '..', 'shared')
const CORPUS = join(SHARED, 'corpora', 'pairs')
const SCORER = join(SHARED, 'tools', 'score-pairs.mjs')
const isHere = existsSync(CORPUS) && existsSync(SCORER)
const skip = isHere ? false : 'the corpus of pairs is not beside this checkout (../shared/corpora/pairs)'

const embedder = isHere ? await loadEmbedder() : undefined

async function sentence(text = ''): Promise<Sentence> {
  return { text, vector: (await embedder?.embed(text)) ?? new Int8Array() }
}

async function scorePairs(file: string): Promise<Record<string, number>> {
  const rows = readFileSync(join(CORPUS, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(Boolean)
    .map((line) => line.split('\t'))
  const isDecision = rows[0]?.[0] === 'Quality'
  const pairs = isDecision ? rows.slice(1).map((row) => row.slice(3)) : rows.map((row) => row.slice(1))
  const folder = mkdtempSync(join(tmpdir(), 'readout-pairs-'))
  try {
    const predicted = join(folder, 'predicted.jsonl')
    const lines: string[] = []
    for (const [a, b] of pairs) lines.push(JSON.stringify(compareStatements(await sentence(a), await sentence(b))))
    writeFileSync(predicted, lines.join('\n'))
    return JSON.parse(
      execFileSync(process.execPath, [SCORER, join(CORPUS, file), predicted, '--json'], { encoding: 'utf8' }),
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

for (const [file, floor] of Object.entries(floors.pairs)) {
  test(`pairs: ${file} keeps its floors`, { skip }, async (t) => {
    const score = await scorePairs(file)
    t.diagnostic(JSON.stringify(score))
    for (const [name, least] of Object.entries(floor))
      assert.ok((score[name] ?? 0) >= least, `${name} ${score[name]} < ${least}`)
  })
}
