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
