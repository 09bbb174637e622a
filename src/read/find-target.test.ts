import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsOf } from '../model/span.ts'
import { readWhole } from './read-text.contract.ts'

test('what an act is done to is named by its own words', async () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['“No, this is not true,” Ilse Marrow told reporters.', 'this'],
    ['Ilse Marrow dismissed the report as fiction.', 'the report'],
    ['Ilse Marrow called it fiction.', 'it'],
    ['“There is no such offer,” Ilse Marrow said.', 'such offer'],
    ['Ilse Marrow denied that Karsk had made an offer.', 'that Karsk had made an offer'],
    ['Ilse Marrow rejected the offer.', 'the offer'],
    ['The ministry would neither confirm nor deny the account.', 'the account'],
    ['Ilse Marrow said that the bridge was open.', undefined],
  ]
  for (const [text, expected] of cases) {
    const target = (await readWhole(text)).shown[0]?.attribution.target
    assert.equal(target && wordsOf(text, target.words), expected, text)
  }
})

test('“it” is what somebody else said before, not what the denier said', async () => {
  const { shown } = await readWhole(
    'Karsk has offered a truce, Anselm Roke said. “It is dead,” Ilse Marrow said. Ilse Marrow called it fiction.',
  )
  const [roke, , marrow] = shown
  assert.equal(marrow?.attribution.target?.of, roke?.attribution.id)
})

test('the verb is no part of what is called false', async () => {
  const text = 'Ilse Marrow said the account by Karsk was a lie.'
  const target = (await readWhole(text)).shown[0]?.attribution.target
  assert.equal(target && wordsOf(text, target.words), 'the account by Karsk')
})
