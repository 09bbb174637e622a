import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

const DONE = [
  'The council imposed new sanctions that bar most trade.',
  'The chancellery called an emergency meeting to discuss the test.',
  'The parliament of Karsk ratified the river treaty on Thursday by 88 votes to 61.',
  'The ferry was built in 1990. The programme, called FB-7, allows foreign investors to gain residence by investing money.',
  '“Harbour Skin (12 Nights)” was written by Stringer after the fire.',
  'His aides forced a change in the platform, stripping out a call for “lethal weapons” for Borland and replacing it with softer language.',
  'Mayor Corvin Dunmore did not apologise for the remarks.',
  'The new law prohibits banks from trading with Norland.',
  'Dale Orwin has quit the talks and is not expected to return.',
]

test('what is done is said by nobody', async () => {
  for (const text of DONE) {
    const { shown } = await readWhole(text)
    assert.deepEqual(
      shown.map(({ source, cue, content }) => [source, cue, content]),
      [],
      text,
    )
  }
})

test('that something was done may be said', async () => {
  const { shown } = await readWhole('Ilse Marrow said that the council had imposed new sanctions on Karsk.')
  assert.deepEqual(
    shown.map(({ content }) => content),
    ['that the council had imposed new sanctions on Karsk'],
  )
})
