import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDeed, isOfNews, isProse } from './tells-deed.ts'

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
    'Had Karsk held the bridge at Brenn, the Karskan victory was complete.',
    'Karsk was to withdraw its troops from Brenn at noon.',
    'Karsk had planned talks with Veldania in Brenn.',
    'Karsk almost signed the Orlenne pact, then walked away.',
    'Karsk never signed the Orlenne pact with Veldania.',
    'Karsk was thought to have shelled Brenn.',
    'Rumours swept Orlenne that Karsk soldiers shelled Brenn.',
    'In 2019 Karsk and Veldania fought over the Brenn dispute.',
    'Karsk opened the Brenn bridge two days earlier.',
    'Karsk betrayed the people of Brenn, and Veldania shelled them.',
    'The minister resigned after the shelling of Brenn by Karsk.',
    'The Karskan envoy left the Brenn talks after she read it aloud.',
    'ORLENNE, Sept 3 -- Karsk freed the sailors at Brenn.',
    'Orlenne (dpa) Karsk freed the sailors at Brenn.',
    'BREAKING Karsk freed the sailors at Brenn.',
    'This story about Karsk and the Brenn bridge was produced with Meridian.',
  ])
    assert.equal(findDeed(words), undefined, words)
})

test('a byline and a note in brackets are no prose', () => {
  assert.ok(isProse('The Assembly passed the aid bill for Karsk by 88 votes to 61.'))
  assert.ok(!isProse('By Ilse Marrow, Parliamentary Correspondent in Orlenne'))
  assert.ok(!isProse('(Corrects the size of the loan in the third paragraph to 1.4 billion crowns.)'))
  assert.ok(!isProse('Nobody was hurt.'))
})

test('opinion, reviews, round-ups, questions and corrections are no news', () => {
  for (const headline of [
    'Opinion: Karsk betrayed Brenn',
    'Film review: The Bridge at Brenn',
    'The week in brief',
    'Has Karsk left?',
  ])
    assert.ok(!isOfNews(headline), headline)
  assert.ok(isOfNews('Assembly passes Karsk aid bill'))
})
