import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { asOne, findSpeaker } from './find-speaker.ts'
import type { Speaker } from './list-who.ts'

const speaker = (name: string, kind: Speaker['kind'], i: number): Speaker => ({
  id: asId<'entity'>(`${i}`.repeat(20)),
  kind,
  name,
  offices: [],
  said: i,
  outlets: [],
})
const SPEAKERS = [
  speaker('Ilse Marrow', 'person', 1),
  speaker('Tobias Marrow', 'person', 2),
  speaker('Corvin Haleniy', 'person', 3),
  speaker('Russian government', 'government', 4),
  speaker('Security Service of Ukraine', 'government', 5),
  speaker('Karskan officials', 'group', 6),
  speaker('Karskan officials', 'group', 7),
  speaker('Northern Courier', 'outlet', 8),
  speaker('Corvin Haleniy’s office', 'organisation', 9),
  speaker('Belmoran government', 'government', 0),
]

/** What is written, and the names that are found. */
const FOUND: readonly (readonly [string, ...string[]])[] = [
  ['Ilse Marrow', 'Ilse Marrow'],
  ['envoy Ilse Marrow', 'Ilse Marrow'],
  ['T. Marrow', 'Tobias Marrow'],
  ['haleniy', 'Corvin Haleniy'],
  ['Haleny', 'Corvin Haleniy'],
  ['Halenyy', 'Corvin Haleniy'],
  ['the Kremlin', 'Russian government'],
  ['Moscow', 'Russian government'],
  ['SBU', 'Security Service of Ukraine'],
  ['the Courier', 'Northern Courier'],
  ['Karskan officials', 'Karskan officials', 'Karskan officials'],
  ['22222222', 'Tobias Marrow'],
  // the office only where its owner is not meant
  ['Haleniy’s office', 'Corvin Haleniy’s office'],
  ['Belmora', 'Belmoran government'],
  ['Belmoran', 'Belmoran government'],
]

test('a name finds whom it means in any spelling or short form', () => {
  for (const [name, ...expected] of FOUND) {
    assert.deepEqual(
      findSpeaker(SPEAKERS, name).map((found) => found.name),
      expected,
      name,
    )
  }
})

test('two who fit are both named, and one who is not there is said to be so, with those near', () => {
  const messageOf = (name: string): string => {
    try {
      findSpeaker(SPEAKERS, name)
    } catch (error) {
      assert.ok(error instanceof ReadoutError && error.exitCode === 1)
      return error.message
    }
    return 'found'
  }
  assert.match(messageOf('Marrow'), /may be Ilse Marrow .* Tobias Marrow/)
  assert.match(messageOf('Ilsa Murrow'), /nobody called "Ilsa Murrow" .* near are .*Ilse Marrow/)
  assert.match(messageOf('the Qqq'), /"readout who" lists everybody/)
  assert.match(messageOf('Qqq'), /"readout who" lists everybody/)
})

test('those who go by one description are one speaker, with all that they said and where', () => {
  const [first, second] = findSpeaker(SPEAKERS, 'Karskan officials')
  assert.ok(second)
  const one = asOne([
    { ...first, outlets: ['Port Sabel Times'] },
    { ...second, outlets: ['Meridian', 'Port Sabel Times'] },
  ])
  assert.deepEqual([one.id, one.said, one.outlets], [first.id, 13, ['Meridian', 'Port Sabel Times']])
})

test('one whom a person ruled to be somebody else is found by the former name and id as well', () => {
  const alias = { id: asId<'entity'>('abcdef0123'), name: 'Runa Hald' }
  const speakers = SPEAKERS.map((one) => (one.name === 'Ilse Marrow' ? { ...one, aliases: [alias] } : one))
  for (const name of ['Ilse Marrow', 'Runa Hald', 'Hald', 'abcdef01']) {
    assert.equal(findSpeaker(speakers, name)[0].name, 'Ilse Marrow', name)
  }
})
