// What opens a claim of its own, and what opens none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { link } from './link.ts'
import { makeRead, type Report } from './make-read.contract.ts'

test('who says later that it is so no longer tells of another day, and denies nothing', () => {
  const tells = (name: string, by: string, published: string, content: string): Report => ({
    name,
    outlet: `${name} Courier`,
    published,
    text: `${content}, ${by} said.`,
    says: [{ by: { words: by }, cue: 'said', content }],
  })
  const first = tells('Ostmere', 'Ilse Marrow', '2031-03-04', 'The truce along the Ketter river is holding')
  const not = 'The truce along the Ketter river is not holding'
  const own = link([first, tells('Tolvar', 'Ilse Marrow', '2031-03-13', not)].map(makeRead))
  assert.deepEqual(
    own.claims.map(({ wording }) => wording),
    ['The truce along the Ketter river is holding', not],
  )
  const sameDay = link([first, tells('Tolvar', 'Ilse Marrow', '2031-03-04', not)].map(makeRead))
  assert.deepEqual([sameDay.claims.length, sameDay.bearings.filter(({ contrary }) => contrary).length], [1, 1])
  const others = link([first, tells('Tolvar', 'Corvin Hale', '2031-03-13', not)].map(makeRead))
  assert.deepEqual([others.claims.length, others.bearings.filter(({ contrary }) => contrary).length], [1, 1])
})

test('a name alone and a report that is only named make no claim', () => {
  const confirms = (content: string): number =>
    link(
      [
        {
          name: 'post',
          outlet: 'Harbour Post',
          published: '2031-03-04',
          text: `The ministry confirmed ${content}.`,
          says: [{ by: { words: 'The ministry', kind: 'government' }, cue: 'confirmed', content, act: 'confirms' }],
        } satisfies Report,
      ].map(makeRead),
    ).claims.length
  assert.equal(confirms('a report by the Tarn News Agency'), 0)
  assert.equal(confirms('the Korva Herald'), 0)
  assert.equal(confirms('the sale of the Ketter dam to Karsk'), 1)
})

test('the terms on which somebody spoke are no claim', () => {
  const { claims } = link([
    makeRead({
      name: 'post',
      text: 'The shipowner asked not to be named because his vessels still call on both coasts of the Ketter.',
      says: [
        {
          by: { words: 'The shipowner', kind: 'anonymous' },
          cue: 'asked',
          content: 'not to be named because his vessels still call on both coasts of the Ketter',
        },
      ],
    }),
  ])
  assert.deepEqual(claims, [])
})

test('a question puts nothing forward', () => {
  const { claims } = link([
    makeRead({
      name: 'briefing',
      text: 'QUESTION: Veldania has offered Karsk a truce along the Ketter river. Will the council sign it? “Who will pay for the lock at Orle?” Hale asked. Marrow wondered whether the lock at Orle had been sold to Karsk.',
      says: [
        {
          by: { words: 'QUESTION', kind: 'anonymous' },
          cue: ':',
          content: 'Veldania has offered Karsk a truce along the Ketter river. Will the council sign it?',
        },
        { by: { words: 'Hale' }, cue: 'asked', content: '“Who will pay for the lock at Orle?”' },
        { by: { words: 'Marrow' }, cue: 'wondered', content: 'whether the lock at Orle had been sold to Karsk' },
      ],
    }),
  ])
  assert.deepEqual(claims, [])
})

test('how somebody stands to a thing is no claim, and neither is a clause that hangs on another', () => {
  const wordingsOf = (cue: string, content: string): string[] =>
    link([
      makeRead({
        name: 'post',
        text: `Ilse Marrow ${cue} ${content}.`,
        says: [{ by: { words: 'Ilse Marrow' }, cue, content }],
      }),
    ]).claims.map(({ wording }) => wording)
  assert.deepEqual(wordingsOf('condemned', 'the brutal shelling of the Ketter villages'), [])
  assert.deepEqual(wordingsOf('described', 'Corvin Hale as subdued in the Ketter court'), [])
  assert.deepEqual(wordingsOf('apologised', 'if the fire was connected to the Ketter ferry sale'), [])
  assert.deepEqual(wordingsOf('contradicted', 'that of the defence minister, Corvin Hale'), [])
  assert.deepEqual(wordingsOf('said', 'the Ketter villages had been shelled'), ['the Ketter villages had been shelled'])
})
