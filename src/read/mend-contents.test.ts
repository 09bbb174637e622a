// What rules make of the network's relations, on relations written by hand: source | cue | content, by their words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseRelations } from './choose-relations.ts'
import { findCues } from './find-cues.ts'
import { findQuotations } from './find-quotations.ts'
import { findRelations } from './find-relations.ts'
import { loadTagger } from './load-tagger.ts'
import type { Extent, Voiced } from './network/network.ts'
import { docOf } from './read-text.contract.ts'
import { makeScene, textOf } from './scene.ts'
import { tokenise } from './tokenise.ts'

const tagger = loadTagger()

/** What stands of relations that the network is said to have found, and of what the rules find beside them. */
function stands(text: string, found: readonly string[], confidence = 0.9): string[] {
  const doc = docOf(text)
  const scene = makeScene(doc, tokenise(doc, tagger), findQuotations(doc))
  const placed = (words: string): Extent[] =>
    words.split(' … ').flatMap((piece) => {
      const start = text.indexOf(piece)
      return piece ? [{ start, end: start + piece.length }] : []
    })
  const voiced = found.map((one): Voiced => {
    const [source = '', cue = '', content = ''] = one.split(' | ')
    const [at = { start: 0, end: 0 }] = placed(cue)
    return { cue: at, source: placed(source), content: placed(content), begins: 0.9, evidence: [], confidence }
  })
  const cues = findCues(scene)
  return chooseRelations(scene, cues, findRelations(scene, cues), voiced).map(({ source, cue, content }) =>
    [
      source ? textOf(scene, source) : '',
      textOf(scene, cue),
      content.map((piece) => textOf(scene, piece)).join(' … '),
    ].join(' | '),
  )
}

test('a quotation that the content breaks off in is the speaker’s to its last mark', () => {
  assert.deepEqual(
    stands('“The offer is dead. Nobody will miss it,” Hale said.', ['Hale | said | “The offer is dead']),
    ['Hale | said | “The offer is dead. Nobody will miss it,”'],
  )
})

test('a word or two of the next sentence are a slip', () => {
  assert.deepEqual(
    stands('Hale hopes that the offer is dead. The ships left.', ['Hale | hopes | that the offer is dead. The']),
    ['Hale | hopes | that the offer is dead'],
  )
})

test('what an outlet rests on is no part of what it reported', () => {
  const text = 'Meridian believed that the offer stood, citing two diplomats.'
  assert.deepEqual(stands(text, ['Meridian | believed | that the offer stood, citing two diplomats']), [
    'Meridian | believed | that the offer stood',
  ])
})

test('stops and commas at the edges are the sentence’s, and a piece ends with its paragraph', () => {
  const text = 'Hale hopes that the offer is dead.\nThe ships have left the port.'
  assert.deepEqual(stands(text, ['Hale | hopes | that the offer is dead.\nThe ships have left the port.']), [
    'Hale | hopes | that the offer is dead … The ships have left the port',
  ])
})

test('the label of a paragraph is no part of what it has somebody say', () => {
  const text = 'GRAIN — The first ships are expected in October, the port says.'
  assert.deepEqual(stands(text, ['the port | says | GRAIN — The first ships are expected in October']), [
    'the port | says | The first ships are expected in October',
  ])
})

test('where and to whom are no part of the cue by halves; a colon is none', () => {
  assert.deepEqual(
    stands('The pact holds, Tuke said in an interview with the Times.', [
      'Tuke | said in an interview with | The pact holds',
    ]),
    ['Tuke | said | The pact holds'],
  )
  assert.deepEqual(stands('Tuke mused: the pact holds.', ['Tuke | mused: | the pact holds']), [
    'Tuke | mused | the pact holds',
  ])
})

test('a source of which only a scrap was seen is the rule’s, and a name goes on after what stands in marks', () => {
  const text = 'The shipowner, who asked not to be named, said that the pact holds.'
  assert.equal(
    stands(text, ['The | said | that the pact holds'])[0],
    'The shipowner, who asked not to be named | said | that the pact holds',
  )
  assert.deepEqual(stands('Corvin “the Fox” Hale hopes that it holds.', ['Corvin “the Fox” | hopes | that it holds']), [
    'Corvin “the Fox” Hale | hopes | that it holds',
  ])
})

test('the surest patterns stand where the network saw nothing; weak finds do not, nor do weak patterns', () => {
  assert.deepEqual(stands('According to Meridian, the offer was dead.', []), [
    'Meridian | According to | the offer was dead',
  ])
  assert.deepEqual(stands('The ministry rejected the offer.', []), ['The ministry | rejected | the offer'])
  assert.deepEqual(stands('The ministry discussed the offer.', []), [])
  assert.deepEqual(stands('The tower clock tells the time.', ['The tower clock | tells | the time'], 0.2), [])
})

test('turns of a transcript, silences and hearsay are as the rules have them', () => {
  assert.deepEqual(
    stands('The ministry declined to comment on the levy.', ['The ministry | declined to comment on | the levy']),
    ['The ministry | declined to comment | on the levy'],
  )
  assert.deepEqual(
    stands('Karsk will reportedly sign the pact.', ['Karsk | will reportedly sign | the pact']).map(
      (one) => one.split(' | ')[0],
    ),
    [''],
  )
})

test('what is said afterwards of the report is no part of what it said', () => {
  const text = 'The Herald reported that Calder took the money. That was wrong. The Herald is sorry.'
  assert.deepEqual(stands(text, ['The Herald | reported | that Calder took the money. That was wrong']), [
    'The Herald | reported | that Calder took the money',
  ])
})

test('no content begins within a phrase', () => {
  const text = 'The delegation walked out on Tuesday after the chairwoman spoke, two officials said.'
  const whole = ['two officials | said | The delegation walked out on Tuesday after the chairwoman spoke']
  assert.deepEqual(stands(text, ['two officials | said | Tuesday after the chairwoman spoke']), whole)
})

test('what stands before the comma is told whole', () => {
  const text = 'The officer on whose word the report rested told us that he had erred, said Ilse Marrow.'
  assert.deepEqual(stands(text, ['Ilse Marrow | said | The officer on whose word']).slice(-1), [
    'Ilse Marrow | said | The officer on whose word the report rested told us that he had erred',
  ])
})

test('of two who each tell a half, each has told that half', () => {
  const text = 'The mill closed, Ilse Marrow said, while the mine stayed open, Corvin Hale reported.'
  const both = 'The mill closed … while the mine stayed open'
  assert.deepEqual(stands(text, [`Ilse Marrow | said | ${both}`, `Corvin Hale | reported | ${both}`]), [
    'Ilse Marrow | said | The mill closed',
    'Corvin Hale | reported | the mine stayed open',
  ])
})

test('what was walked back is the remark, and not what was said then', () => {
  const text = 'Corvin Hale later walked back his comments and said that the fee was fair.'
  assert.deepEqual(
    stands(text, [
      'Corvin Hale | later walked back his comments | that the fee was fair',
      'Corvin Hale | said | that the fee was fair',
    ]),
    ['Corvin Hale | later walked back | his comments', 'Corvin Hale | said | that the fee was fair'],
  )
})

test('an agency that passes on what somebody said tells that he said it', () => {
  const text = 'The dam was sold, Corvin Hale said, according to the Northern Courier.'
  assert.deepEqual(
    stands(text, ['Corvin Hale | said | The dam was sold', 'the Northern Courier | according to | The dam was sold']),
    [
      'Corvin Hale | said | The dam was sold',
      'the Northern Courier | according to | The dam was sold, Corvin Hale said',
    ],
  )
})
