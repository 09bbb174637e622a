import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { compareQuotes } from './compare-quotes.ts'

const CASES: readonly (readonly [earlier: string, later: string, verdict: string])[] = [
  // marks, white space and the last stop are the sentence's, not the speaker's
  ['“The offer is dead,”', '"The offer  is dead."', 'verbatim'],
  // house style: case, dashes, spelling, figures, short forms, fillers
  ['“We offered a cease-fire, and they said no.”', '"we offered a ceasefire – and they said no"', 'same but for marks'],
  ['We met two envoys in Karsk', 'We met 2 envoys in Karsk', 'same but for marks'],
  ['Twenty-five boats came, at $5 million each', '25 boats came, at five million dollars each', 'same but for marks'],
  ['Ten percent of the ferries run', '10% of the ferries run', 'same but for marks'],
  ['Our neighbours favour a programme of defence', 'Our neighbors favor a program of defense', 'same but for marks'],
  ['The mourning goes on', 'The morning goes on', 'altered inside marks'],
  ['Don’t wait for us, it’s late', 'Do not wait for us, it is late', 'same but for marks'],
  ['It’s been a year', 'It has been a year', 'same but for marks'],
  ['They’re gonna sign', 'They are going to sign', 'same but for marks'],
  // words that every object of JavaScript answers to
  ['The constructor signed it', 'The builder signed it', 'altered inside marks'],
  ['Well, uh, we signed', 'Well, we signed', 'same but for marks'],
  ['Sen. Hale knew of it', 'Senator Hale knew of it', 'same but for marks'],
  ['You signed it?', 'You signed it.', 'same but for marks'],
  // what brackets and an ellipsis tell the reader
  ['They will sign on Friday', '[The Veldanians] will sign on Friday', 'same but for marks'],
  ['They have let it fall apart', 'They [the Karskans] have let it fall apart', 'same but for marks'],
  ['The envoy of Karsk is tired', '[The Karskan envoy] is tired', 'same but for marks'],
  ['The border, which nobody likes, stays where it is', 'The border … stays where it is', 'same but for marks'],
  ['The border, which is not ours, stays where it is', 'The border ... stays where it is', 'same but for marks'],
  ['The pact, the whole pact, must hold', 'The … pact must hold', 'same but for marks'],
  ['We will not sign', 'We [will] sign', 'altered inside marks'],
  ['As it stands, the pact holds', '[a]s it stands, the pact holds', 'same but for marks'],
  [
    'They were loyal to the Green Pact, then hostile to the Green Pact',
    'They were loyal … to the Green Pact',
    'same but for marks',
  ],
  ['The pact [sic] of Karsk is dead', 'The pact [sic] is dead', 'altered inside marks'],
  // at the edges
  ['That is what we want. That is a fundamental thing.', 'That is a fundamental thing', 'trimmed'],
  ['The border stays where it is. We are tired.', 'The border stays where it is', 'trimmed'],
  ['stays where it is', 'The border stays where it is', 'trimmed'],
  ['We will not sign the pact this year. That is final.', 'That is final', 'trimmed'],
  ['The report is not true', 'true', 'altered inside marks'],
  ['Tomorrow we sign the pact', 'We sign the pact tomorrow', 'altered inside marks'],
  [
    'The dam is the matter. The Senate must vote on it now.',
    'The Senate must vote on it now. It is a duty.',
    'trimmed',
  ],
  ['Not since the flood. We opened the gates and went home.', 'went home', 'trimmed'],
  ['It is the boss’s list of ferries', 'It is the boss’ list of ferries', 'same but for marks'],
  ['“The offer,” Hale said, “is dead.”', '“The offer is dead.”', 'same but for marks'],
  // run together: two quotations, or two sentences of one with a third left out
  ['“We are tired,” Hale said. “The list is not complete.”', '“We are tired. The list is not complete.”', 'joined'],
  ['We are tired. Nobody slept here. The list is long.', 'We are tired. The list is long.', 'joined'],
  [
    'We shall sign when the list is read. They are ready to talk.',
    'We shall sign when they are ready to talk',
    'joined',
  ],
  // changed
  ['The border, which nobody likes, stays where it is', 'The border stays where it is', 'altered inside marks'],
  ['We will not sign the pact', 'We will sign the pact', 'altered inside marks'],
  ['We don’t sign the pact', 'We do sign the pact', 'altered inside marks'],
  ['We will not sign the pact', 'We will … sign the pact', 'altered inside marks'],
  ['We lost 40 trucks on the pass', 'We lost 400 trucks on the pass', 'altered inside marks'],
  ['We spoke with Hale in Karsk', 'We spoke with Tal in Karsk', 'altered inside marks'],
  // other words
  ['We ended with nothing in our hands', 'The talks yielded no results whatever', 'paraphrase'],
  ['The contacts with Karsk came to nothing', 'The communication with Karsk yielded no results', 'paraphrase'],
  // reported speech in marks: the verbs step back
  ['Karsk will sign nothing that leaves me out', 'Karsk would sign nothing that left him out', 'paraphrase'],
  ['We will sign the pact', 'We would sign the pact', 'altered inside marks'],
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

test('a change inside a short form takes in the whole word', () => {
  const [earlier, later] = ['We don’t sign', 'We do sign']
  const [change] = compareQuotes(earlier, later).changes
  assert.equal(earlier.slice(change?.earlier?.start, change?.earlier?.end), 'don’t')
  assert.equal(later.slice(change?.later?.start, change?.later?.end), 'do')
})

test('what brackets and an ellipsis tell of is a declared change', () => {
  const declared = (later: string) => compareQuotes('The envoy, who is ill, will sign it', later).changes
  assert.deepEqual(
    declared('The envoy … will sign [the pact]').map(({ kind, declared }) => [kind, declared]),
    [
      ['cut', true],
      ['replaced', true],
    ],
  )
  assert.deepEqual(
    declared('The envoy will sign it').map(({ declared }) => declared),
    [undefined],
  )
})

test('any text against itself is verbatim, and no two texts throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const same = compareQuotes(a, a)
      assert.deepEqual([same.verdict, same.changes], ['verbatim', []])
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
