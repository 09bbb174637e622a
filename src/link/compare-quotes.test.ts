import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareQuotes } from './compare-quotes.ts'

const CASES: readonly (readonly [earlier: string, later: string, verdict: string])[] = [
  // house style: marks, dashes, case, the last stop
  ['“We offered a cease-fire, and they said no.”', '"we offered a ceasefire – and they said no"', 'verbatim'],
  ['We met two envoys in Karsk', 'We met 2 envoys in Karsk', 'verbatim'],
  ['They will sign on Friday', '[The Veldanians] will sign on Friday', 'verbatim'],
  ['The border, which nobody likes, stays where it is', 'The border … stays where it is', 'verbatim'],
  ['The border stays where it is. We are tired.', 'The border stays where it is', 'trimmed'],
  ['stays where it is', 'The border stays where it is', 'trimmed'],
  ['We will not sign the pact this year. That is final.', 'That is final', 'trimmed'],
  ['The border, which nobody likes, stays where it is', 'The border stays where it is', 'altered inside marks'],
  ['We will not sign the pact', 'We will sign the pact', 'altered inside marks'],
  ['We will not sign the pact', 'We will … sign the pact', 'altered inside marks'],
  ['The report is not true', 'true', 'altered inside marks'],
  ['We lost 40 trucks on the pass', 'We lost 400 trucks on the pass', 'altered inside marks'],
  ['We ended with nothing in our hands', 'The talks yielded no results whatever', 'paraphrase'],
]

for (const [earlier, later, verdict] of CASES) {
  test(`${earlier} -> ${later}: ${verdict}`, () => {
    assert.equal(compareQuotes(earlier, later).verdict, verdict)
  })
}

test('a change points at its words in both forms', () => {
  const [earlier, later] = ['The pact is nearly dead, he fears', 'The pact is quite dead, he fears']
  const { changes } = compareQuotes(earlier, later)
  assert.deepEqual(
    changes.map((c) => [
      c.kind,
      earlier.slice(c.earlier?.start, c.earlier?.end),
      later.slice(c.later?.start, c.later?.end),
    ]),
    [['replaced', 'nearly', 'quite']],
  )
})

test('any text against itself is verbatim, and no two texts throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      assert.deepEqual(compareQuotes(a, a), { verdict: 'verbatim', changes: [] })
      const { changes } = compareQuotes(a, b)
      for (const { earlier, later } of changes) {
        assert.ok((earlier?.end ?? 0) <= a.length && (later?.end ?? 0) <= b.length)
        assert.ok(earlier !== undefined || later !== undefined)
      }
    }),
    { seed: 4 },
  )
})

test('two long texts that share nothing are one replacement, found at once', () => {
  const words = (letter: string): string => Array.from({ length: 20_000 }, (_, i) => `${letter}${i}`).join(' ')
  const { verdict, changes } = compareQuotes(words('a'), words('b'))
  assert.equal(verdict, 'paraphrase')
  assert.equal(changes.length, 1)
})
