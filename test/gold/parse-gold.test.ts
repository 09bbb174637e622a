import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseGold, type Range } from './parse-gold.ts'

const HEAD = '== a | wire | 1 | why'

test('an item is its text and its attributions, by ranges', () => {
  const [item, ...rest] = parseGold(
    '# a remark\n\n== one-two | wire | 2 | a voice in a voice\n' +
      '[s1 Hale] [q1 said] [c1 that [s2 Marrow] [q2 had told] \\[us\\] [c2 that it was late]].\n[c1 And dark.]\n',
  )
  assert.deepEqual(rest, [])
  assert.ok(item)
  assert.equal(item.text, 'Hale said that Marrow had told [us] that it was late.\n\nAnd dark.')
  const words = (ranges: readonly Range[] = []): string[] => ranges.map(([from, to]) => item.text.slice(from, to))
  assert.deepEqual(
    item.attributions.map(({ source, cue, content }) => [words(source), words(cue), words(content)]),
    [
      [['Hale'], ['said'], ['that Marrow had told [us] that it was late', 'And dark.']],
      [['Marrow'], ['had told'], ['that it was late']],
    ],
  )
  assert.equal(item.line, 3)
})

test('a piece of two attributions stands in both; a source may be missing', () => {
  const [shared] = parseGold('== a | wire | 2 | why\n[s1,2 She] [q1 said] [c1 no] and [q2 hoped] [c2 so].')
  assert.deepEqual(shared?.attributions[1]?.source, [[0, 3]])
  const [bare] = parseGold(`${HEAD}\n[c1 It has] [q1 reportedly] [c1 gone].`)
  assert.deepEqual(bare?.attributions[0]?.source, [])
})

test('what is not written as it should be is refused, by its line', () => {
  const FAULTS: readonly (readonly [string, RegExp])[] = [
    ['words', /^line 1: text before the first header/],
    ['== A b', /^line 1: a header is/],
    ['== a | poem | 0 | why\nx', /^line 1: no genre is called "poem"/],
    ['== a | wire | 0 | why\nx\n== a | wire | 0 | why\nx', /^line 3: a second item is called "a"/],
    [HEAD, /^line 1: an item without text/],
    [`${HEAD}\n x`, /^line 2: spaces at the edge/],
    [`${HEAD}\n[x1 a]`, /^line 2: a bracket opens as in/],
    [`${HEAD}\n[s a]`, /^line 2: a bracket opens as in/],
    [`${HEAD}\n[s1 a`, /^line 2: a bracket is not closed/],
    [`${HEAD}\na]`, /^line 2: a bracket closes that was not opened/],
    [`${HEAD}\n[s1 a ] [q1 b] [c1 c]`, /^line 2: a piece is empty or has spaces/],
    [`${HEAD}\n[s1 a] [q1 b]`, /^line 1: attribution 1 has no content/],
    [`${HEAD}\n[s1 a] [c1 b]`, /^line 1: attribution 1 has no cue/],
    [`${HEAD}\n[q2 a] [c2 b]`, /^line 1: numbers run from 1/],
    [`${HEAD}\na`, /^line 1: 1 attributions announced, 0 marked/],
  ]
  for (const [file, message] of FAULTS) assert.throws(() => parseGold(file), { message }, file)
})

test('the gold set is whole: at least eighty items, at least fifteen of them without an attribution', () => {
  const items = parseGold(readFileSync(join(import.meta.dirname, 'attributions.txt'), 'utf8'))
  assert.ok(items.length >= 80)
  assert.ok(items.filter(({ attributions }) => attributions.length === 0).length >= 15)
})
