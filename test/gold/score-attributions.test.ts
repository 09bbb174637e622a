import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { type GoldItem, type Marked, parseGold, type Range } from './parse-gold.ts'
import { type Scored, scoreAttributions } from './score-attributions.ts'

const TOOL = join(import.meta.dirname, '..', '..', '..', 'shared', 'tools', 'score-attributions.mjs')
const ITEMS = parseGold(readFileSync(join(import.meta.dirname, 'attributions.txt'), 'utf8'))

test('what is found as it was marked scores a hundred; what is not found scores nothing', () => {
  const whole = scoreAttributions(
    ITEMS.map(({ text, attributions }) => ({ text, gold: attributions, found: attributions })),
  )
  for (const [name, { f1 }] of Object.entries(whole)) assert.equal(f1, 100, name)
  const none = scoreAttributions(ITEMS.map(({ text, attributions }) => ({ text, gold: attributions, found: [] })))
  for (const [name, { f1 }] of Object.entries(none)) assert.equal(f1, 0, name)
})

test('a shorter content is usable but not exact, and another speaker is neither', () => {
  const [item] = parseGold('== a | wire | 1 | why\n[s1 Ilse Marrow] [q1 said] [c1 that the dam at Orlenne holds well].')
  assert.ok(item)
  const [marked] = item.attributions
  assert.ok(marked)
  const scoreOf = (found: Marked): (number | undefined)[] => {
    const figures = scoreAttributions([{ text: item.text, gold: [marked], found: [found] }])
    return ['whole exact', 'whole usable', 'source exact', 'content exact'].map((name) => figures[name]?.f1)
  }
  const [[from, to]] = marked.content as [Range]
  assert.deepEqual(scoreOf({ ...marked, content: [[from + 5, to]] }), [0, 100, 100, 0])
  assert.deepEqual(scoreOf({ ...marked, source: [[from, to]] }), [0, 0, 0, 100])
})

/** Items with their attributions bent at random: some left out, some moved, some invented. */
const BENT = fc.array(
  fc.record({
    item: fc.constantFrom(...ITEMS),
    shifts: fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 })), { minLength: 1 }),
    extra: fc.array(fc.tuple(fc.nat(80), fc.nat(30)), { maxLength: 3 }),
    keep: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 60, maxLength: 60 },
)

function bend(
  item: GoldItem,
  shifts: readonly (readonly [number, number])[],
  extra: readonly (readonly [number, number])[],
  keep: readonly boolean[],
): Scored {
  let turn = 0
  const clamp = (at: number): number => Math.max(0, Math.min(item.text.length, at))
  const bent = (ranges: readonly Range[]): Range[] =>
    ranges.map(([from, to]): Range => {
      const [a = 0, b = 0] = shifts[turn++ % shifts.length] ?? []
      return [clamp(from + a), Math.max(clamp(from + a), clamp(to + b))]
    })
  const kept = item.attributions.filter((_, i) => keep[i % keep.length])
  const found = kept.map(({ source, cue, content }) => ({
    source: bent(source),
    cue: bent(cue),
    content: bent(content),
  }))
  const invented = extra.map(([from, length]): Marked => {
    const range: Range = [clamp(from), clamp(from + length)]
    return { source: [], cue: [range], content: [range] }
  })
  return { text: item.text, gold: item.attributions, found: [...found, ...invented] }
}

test('our figures are those of the common scorer', {
  skip: existsSync(TOOL) ? false : `${TOOL} is not here: not compared`,
}, () => {
  const folder = mkdtempSync(join(tmpdir(), 'readout-gold-'))
  try {
    fc.assert(
      fc.property(BENT, (all) => {
        const texts = all.map(({ item, shifts, extra, keep }) => bend(item, shifts, extra, keep))
        const paths = [join(folder, 'gold.jsonl'), join(folder, 'found.jsonl')] as const
        const lines = (line: (one: Scored, id: number) => unknown): string =>
          texts.map((one, id) => JSON.stringify(line(one, id))).join('\n')
        writeFileSync(
          paths[0],
          lines(({ text, gold }, id) => ({ id, text, annotations: { us: gold } })),
        )
        writeFileSync(
          paths[1],
          lines(({ found }, id) => ({ id, attributions: found })),
        )
        const printed = execFileSync(process.execPath, [TOOL, ...paths, '--json'], { encoding: 'utf8' })
        const { missingDocuments, ...theirs } = JSON.parse(printed) as Record<string, unknown>
        assert.equal(missingDocuments, 0)
        assert.deepEqual(scoreAttributions(texts), theirs)
      }),
      { seed: 11, numRuns: 5 },
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
})
