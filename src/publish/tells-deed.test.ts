import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDeed, isProse } from './tells-deed.ts'

test('a deed is told in the past, of somebody who is named', () => {
  for (const words of [
    'The Assembly passed the aid bill for Karsk by 88 votes to 61.',
    'An exchange of 140 prisoners between Karsk and Veldania was called off on Friday, with each government blaming the other.',
    'Veldania has shut the river to Karskan barges.',
    'Two shells struck the mill at Brenn.',
    'Karsk called off the talks with Veldania on Monday, saying that it could not negotiate “in the shadow of a fleet”.',
  ])
    assert.notEqual(findDeed(words), undefined, words)
  assert.equal(findDeed('The Assembly passed the aid bill for Karsk.'), 'The Assembly passed'.length)
})

test('what is to come, is open, is quoted or names nobody is no deed', () => {
  for (const words of [
    'Karsk will vote on the bill next week.',
    'Veldania may have shut the river to Karskan barges.',
    'Veldania reportedly shut the river to Karskan barges.',
    'The bill “is dead”, and nobody in Karsk mourned it.',
    'She folded her chair at six.',
    'It was called off by Karsk on Friday.',
    'Karsk faces a hard winter and wanted coal.',
    'Who shelled Brenn?',
    'The talks in Orlenne were widely expected to fail.',
    'The mill at Brenn was “lost” on Monday',
    'Relations between Karsk and Veldania are as bad as they were.',
    'There was no handshake in Orlenne.',
    'Karsk and Veldania met',
  ])
    assert.equal(findDeed(words), undefined, words)
})

test('a byline and a note in brackets are no prose', () => {
  assert.ok(isProse('The Assembly passed the aid bill for Karsk by 88 votes to 61.'))
  assert.ok(!isProse('By Ilse Marrow, Parliamentary Correspondent in Orlenne'))
  assert.ok(!isProse('(Corrects the size of the loan in the third paragraph to 1.4 billion crowns.)'))
  assert.ok(!isProse('Nobody was hurt.'))
})
