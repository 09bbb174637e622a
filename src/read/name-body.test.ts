import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.contract.ts'

/** Each text with its sources: kind: names. */
const TEXTS: readonly (readonly [string, ...string[]])[] = [
  // a seat, a capital or a square for the government or the body meant
  [
    'The Kremlin said that it was early. Moscow said that it was late.',
    'government: Russian government',
    'government: Russian government',
  ],
  ['Foggy Bottom said that it was late.', 'government: U.S. State Department'],
  ['Downing Street said that it was late.', 'government: British government'],
  ['Brussels said that it was late.', 'organisation: European Union'],
  [
    'Kiev said that it was late. Kyiv said that it was early.',
    'government: Ukrainian government',
    'government: Ukrainian government',
  ],
  ['The Élysée said that it was late.', 'government: French government'],
  // not where the city itself is meant
  ['Ilse Marrow said in Moscow that it was late.', 'person: Ilse Marrow'],
  ['A baker in Moscow said that it was late.', 'anonymous: baker'],
  ['A spokesman in Karsk said that it was late.', 'anonymous: spokesman'],
  // ministries by rule, parliaments, agencies and armed groups by their names
  ['Russia’s foreign ministry said that it was late.', 'government: Russian Foreign Ministry'],
  ['The Ukrainian Ministry of Defence said that it was late.', 'government: Ukrainian Defence Ministry'],
  ['The Verkhovna Rada said that it was late.', 'government: Verkhovna Rada'],
  ['The SBU said that it was late.', 'government: Security Service of Ukraine'],
  ['The Houthis said that it was late.', 'organisation: Houthis'],
]

test('a body is known by its name, its short name, and the house or city that stands for it', async () => {
  for (const [text, ...expected] of TEXTS) {
    const { shown } = await readText(text)
    assert.deepEqual(
      shown.map(({ kind, who }) => `${kind}: ${who.join(', ')}`),
      expected,
      text,
    )
  }
})
