// Each silence as what it was.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeReport } from './example-week.test.ts'
import { silenceWords } from './silence-words.ts'

const table: [string, string, string | undefined][] = [
  ['declined', 'to comment on the talks', 'declined to comment'],
  ['again declined', 'to comment', 'declined to comment'],
  ['did not reply', 'to a letter', 'did not reply'],
  ['did not respond', 'to three messages about it', 'did not respond'],
  ['did not immediately respond', 'to a request for comment', 'did not respond'],
  ['did not answer', 'questions about the talks', 'did not answer'],
  ['could not be reached', 'for comment', 'could not be reached'],
  ['would neither confirm nor deny', 'the account', 'would neither confirm nor deny it'],
  ['would not confirm', 'it', 'would not confirm it'],
  ['had', 'no immediate comment', 'had no comment'],
  ['would not say', 'whether the paper existed', 'would not say whether it was so'],
  ['would not say', 'how he knew', undefined],
]

for (const [cue, content, wanted] of table) {
  test(`${cue} ${content}`, () => {
    const { doc, reading } = makeReport({
      name: 'silence',
      paragraphs: [`The Karskian embassy ${cue} ${content}.`],
      told: [
        { who: 'e', source: 'The Karskian embassy', cue, content, kind: 'government', act: 'declines to comment' },
      ],
    })
    const [attribution] = reading.attributions
    assert.ok(attribution)
    assert.equal(silenceWords({ doc, reading, attribution, claims: [], matter: '' }), wanted)
  })
}
