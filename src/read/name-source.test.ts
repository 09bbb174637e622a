// Named or unnamed, and people or things, by the words of the source.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText, readWhole } from './read-text.contract.ts'

test('the kind of a source follows from its words', async () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Marrow aides said the offer was dead. Ilse Marrow came later.', 'anonymous'],
    ['A Marrow campaign source said the offer was dead. Ilse Marrow came later.', 'anonymous'],
    ['Karskan-born voters said the offer was dead.', 'anonymous'],
    ['A majority of lawmakers said the offer was dead.', 'anonymous'],
    ['The families said the offer was dead.', 'anonymous'],
    ['A shipowner said the offer was dead.', 'anonymous'],
    ['Senate Democrats said the offer was dead.', 'organisation'],
    ['Some Democrats said the offer was dead.', 'anonymous'],
    ['The projections said the offer was dead.', 'document'],
    ['President Tovan said the offer was dead.', 'official'],
    ['Ilse Marrow said the offer was dead.', 'person'],
    ['A person close to the president, Aldric Tovan, said the offer was dead.', 'anonymous'],
    ['QUESTION: Will he sign?\nMR. ROKE: No.', 'anonymous'],
  ]
  for (const [text, kind] of cases) assert.equal((await readText(text)).shown[0]?.kind, kind, text)
})

test('“no official” is nobody, and no unnamed source', async () => {
  for (const text of ['No official confirmed the report.', 'Nobody confirmed the report.']) {
    const { shown } = await readWhole(text)
    assert.equal(shown.length, 1, text)
    assert.notEqual(shown[0]?.kind, 'anonymous', text)
  }
})

test('whoever is taken out of those who speak is not the one who speaks', async () => {
  const who = async (text: string): Promise<readonly string[] | undefined> => (await readWhole(text)).shown[0]?.who
  for (const text of [
    'All but Ilse Marrow denied that the dam was sold.',
    'Everyone except Ilse Marrow denied that the dam was sold.',
    'All the ministers but Ilse Marrow denied that the dam was sold.',
    'The ministers, all but Ilse Marrow, denied that the dam was sold.',
  ])
    assert.ok(!(await who(text))?.includes('Ilse Marrow'), text)
  assert.deepEqual(await who('Ilse Marrow, the only minister but one, denied that the dam was sold.'), ['Ilse Marrow'])
  assert.deepEqual(await who('Save the Ketter denied that the dam was sold.'), ['Save the Ketter'])
})
