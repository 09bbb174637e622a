import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holds } from '../model/evidence.ts'
import { link } from './link.ts'
import { makeRead, type Report } from './make-read.contract.ts'

function claimsOf(report: Omit<Report, 'name'>): { wording: string; evidence: string[] }[] {
  const read = makeRead({ name: 'report', ...report })
  return link([read]).claims.map(({ wording, evidence }) => {
    for (const piece of evidence) assert.ok(holds(piece, read.doc))
    return { wording, evidence: evidence.map(({ quote }) => quote) }
  })
}

test('"reportedly" takes its subject into the wording', () => {
  for (const [text, wording] of [
    [
      '— Karsk will reportedly sign a river pact with Halvia in May.',
      'Karsk will reportedly sign a river pact with Halvia in May',
    ],
    [
      'In Askevar, the ministry has reportedly sold a ferry at Brissen.',
      'the ministry has reportedly sold a ferry at Brissen',
    ],
  ] as const) {
    const content = text.slice(text.indexOf('reportedly ') + 11, -1)
    assert.deepEqual(claimsOf({ text, says: [{ cue: 'reportedly', content }] }), [{ wording, evidence: [wording] }])
  }
})

test('a remark in two pieces is one wording with evidence of each', () => {
  const [claim] = claimsOf({
    text: '“You cannot lend out a river,” Ilse Marrow said, “and you cannot post it back in a box.”',
    says: [
      {
        by: { words: 'Ilse Marrow' },
        cue: 'said',
        content: ['“You cannot lend out a river,”', '“and you cannot post it back in a box.”'],
      },
    ],
  })
  assert.equal(claim?.wording, '“You cannot lend out a river … and you cannot post it back in a box.”')
  assert.deepEqual(claim?.evidence.toSorted(), [
    '“You cannot lend out a river,”',
    '“and you cannot post it back in a box.”',
  ])
})

test('of two whole sentences the longer is the wording', () => {
  const [claim] = claimsOf({
    text: '“The treaty lies in a drawer at Tolvar,” Ilse Marrow said. “Somebody has lost the key.”',
    says: [
      {
        by: { words: 'Ilse Marrow' },
        cue: 'said',
        content: ['“The treaty lies in a drawer at Tolvar,”', '“Somebody has lost the key.”'],
      },
    ],
  })
  assert.equal(claim?.wording, '“The treaty lies in a drawer at Tolvar,”')
})

test('two words, or a pronoun and an auxiliary, open no claim', () => {
  for (const content of ['that ferries were sailing', 'that it had', 'that they would not']) {
    const text = `Ilse Marrow said ${content}.`
    assert.deepEqual(claimsOf({ text, says: [{ by: { words: 'Ilse Marrow' }, cue: 'said', content }] }), [])
  }
  const text = 'Ilse Marrow said that Oskarde had resigned.'
  const says = [{ by: { words: 'Ilse Marrow' }, cue: 'said', content: 'that Oskarde had resigned' }]
  assert.equal(claimsOf({ text, says }).length, 1)
})
