// Do two sentences make one claim: MRPC's validation part for the decision, three STS files for the score; every third pair of each,
// and with READOUT_WHOLE=1 all, each with floors of its own.
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
const IS_WHOLE = process.env.READOUT_WHOLE === '1'
const SHARE = 3 // every third
const isHere = existsSync(CORPUS) && existsSync(SCORER)
const skip = isHere ? false : 'the corpus of pairs is not beside this checkout (../shared/corpora/pairs)'

const embedder = isHere ? await loadEmbedder() : undefined

async function sentence(text = ''): Promise<Sentence> {
  return { text, vector: (await embedder?.embed(text)) ?? new Int8Array() }
}

async function scorePairs(file: string): Promise<Record<string, number>> {
  const all = readFileSync(join(CORPUS, file), 'utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(Boolean)
  const isDecision = all[0]?.startsWith('Quality') ?? false
  const head = all.slice(0, isDecision ? 1 : 0)
  const asked = all.slice(head.length).filter((_, nth) => IS_WHOLE || nth % SHARE === 0)
  const pairs = asked.map((line) => line.split('\t').slice(isDecision ? 3 : 1))
  const folder = mkdtempSync(join(tmpdir(), 'readout-pairs-'))
  try {
    const gold = join(folder, 'gold.tsv')
    writeFileSync(gold, [...head, ...asked, ''].join('\n'))
    const predicted = join(folder, 'predicted.jsonl')
    const lines: string[] = []
    for (const [a, b] of pairs) lines.push(JSON.stringify(compareStatements(await sentence(a), await sentence(b))))
    writeFileSync(predicted, lines.join('\n'))
    return JSON.parse(execFileSync(process.execPath, [SCORER, gold, predicted, '--json'], { encoding: 'utf8' }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

for (const [file, floor] of Object.entries(IS_WHOLE ? floors.pairs : floors.pairsInPart)) {
  test(`pairs: ${file} keeps its floors`, { skip }, async (t) => {
    const score = await scorePairs(file)
    t.diagnostic(JSON.stringify(score))
    for (const [name, least] of Object.entries(floor))
      assert.ok((score[name] ?? 0) >= least, `${name} ${score[name]} < ${least}`)
  })
}
