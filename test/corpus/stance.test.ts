// How a text stands to a claim: against labels given by hand to pairs of our own invention (test/gold/stance.tsv, by
// test/gold/stance.md). Rules were written on the part "develop"; of "held" only these counts were looked at.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { judgeStance } from '../../src/desk/judge-stance.ts'
import { loadReader } from '../../src/read/load-reader.ts'

const STANCES = ['for', 'against', 'observing'] as const

interface Pair {
  readonly id: string
  readonly part: string
  readonly stance: string
  readonly first: string
  readonly second: string
  readonly claim: string
  readonly text: string
}

const floors = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'floors.json'), 'utf8')) as { stance: Record<string, number> }
).stance
const pairs = readFileSync(join(import.meta.dirname, '..', 'gold', 'stance.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line): Pair => {
    const [id = '', part = '', stance = '', first = '', second = '', claim = '', text = ''] = line.split('\t')
    return { id, part, stance, first, second, claim, text }
  })

interface Judged extends Pair {
  readonly found: string
}

function figuresOf(judged: readonly Judged[]): { accuracy: number; 'macro F1': number } {
  const count = (is: (one: Judged) => boolean): number => judged.filter(is).length
  const f1 = STANCES.map((stance) => {
    const both = count((one) => one.stance === stance && one.found === stance)
    return (200 * both) / Math.max(1, count((one) => one.stance === stance) + count((one) => one.found === stance))
  })
  const round = (value: number): number => Math.round(value * 10) / 10
  return {
    accuracy: round((100 * count((one) => one.stance === one.found)) / judged.length),
    'macro F1': round(f1.reduce((sum, one) => sum + one, 0) / f1.length),
  }
}

test('stances: the judge keeps its floors on texts it was not written on, and on all', async (t) => {
  const reader = await loadReader({ rulesAlone: true }) // as the command does
  const judged: Judged[] = []
  for (const pair of pairs) judged.push({ ...pair, found: (await judgeStance(pair, reader)).stance })
  const parts: Record<string, readonly Judged[]> = {
    ...Object.fromEntries(Map.groupBy(judged, ({ part }) => part)),
    all: judged,
  }
  for (const [part, own] of Object.entries(parts)) {
    const figures = figuresOf(own)
    t.diagnostic(`${part}, ${own.length} pairs: accuracy ${figures.accuracy}, macro F1 ${figures['macro F1']}`)
    for (const stance of STANCES) {
      const found = STANCES.map(
        (other) => `${other} ${own.filter((one) => one.stance === stance && one.found === other).length}`,
      )
      t.diagnostic(`  labelled ${stance}: found ${found.join(', ')}`)
    }
    for (const name of ['accuracy', 'macro F1'] as const) {
      const floor = floors[`${part} ${name}`]
      if (floor !== undefined) assert.ok(figures[name] >= floor, `${part} ${name} ${figures[name]} < ${floor}`)
    }
  }
})

test('stances: the pairs are enough, balanced, labelled twice, and what is told of their labels is so', () => {
  assert.ok(pairs.length >= 150)
  for (const stance of STANCES) {
    const share = pairs.filter((one) => one.stance === stance).length / pairs.length
    assert.ok(share > 0.25 && share < 0.42, `${stance} ${share}`)
  }
  const guide = readFileSync(join(import.meta.dirname, '..', 'gold', 'stance.md'), 'utf8')
  const same = pairs.filter(({ first, second }) => first === second).length
  assert.ok(guide.includes(`| stance | ${same} of ${pairs.length} |`), `${same} of ${pairs.length}`)
  assert.equal(new Set(pairs.map(({ id }) => id)).size, pairs.length)
  assert.ok(pairs.every(({ id, part }) => (Number(id) % 2 === 0) === (part === 'held')))
})
