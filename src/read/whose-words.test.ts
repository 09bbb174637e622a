// Whose words they are where more than one is named beside them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

// [text, the content looked for, who says it, by name]
const WHOSE: readonly (readonly [string, string, readonly string[]])[] = [
  ['Prosecutors who charged Peter Hale said the ferry was sold.', 'the ferry was sold', ['prosecutors']],
  ['Lawyers representing Peter Hale said the ferry was sold.', 'the ferry was sold', ['lawyers']],
  ['The party Peter Hale founded said the ferry was sold.', 'the ferry was sold', ['party Peter Hale founded']],
  ['The newly elected president, Peter Hale, said the ferry was sold.', 'the ferry was sold', ['Peter Hale']],
  [
    'Tessa Brand read out a statement from Ilse Marrow: “I did not sell the ferry.”',
    '“I did not sell the ferry.”',
    ['Ilse Marrow'],
  ],
  ['KNA, citing a letter from Ilse Marrow, said the dam was safe.', 'the dam was safe', ['KNA']],
  ['It was Ilse Marrow, not Corvin Hale, who said the ferry was unsafe.', 'the ferry was unsafe', ['Ilse Marrow']],
  ['Karsk denied entry to Peter Hale, who said he had been humiliated.', 'he had been humiliated', ['Peter Hale']],
  ['Corvin Hale, whom Tessa Brand called “a thief”, said he was innocent.', 'he was innocent', ['Corvin Hale']],
  ['Corvin Hale and not Ilse Marrow had said the ferry was sold.', 'the ferry was sold', ['Corvin Hale']],
  ['Tovan, the Karskan president, said the dam was safe.', 'the dam was safe', ['Tovan']],
  ['Karsk, officials said, has closed the bridge.', 'Karsk … has closed the bridge', ['officials']],
  ['Lindria, Corvin Hale said, had asked for time.', 'Lindria … had asked for time', ['Corvin Hale']],
  ['Aldo Varr, who denies fraud, told Meridian that he would stay.', 'fraud', ['Aldo Varr']],
  ['Aldo Varr, who denies fraud, told Meridian that he would stay.', 'that he would stay', ['Aldo Varr']],
  [
    'Ilse Marrow, whose spokesman Peter Hale said the talks had failed, was silent.',
    'the talks had failed',
    ['Peter Hale'],
  ],
  ['Peter Hale accused Oskar Brell of theft. He denied the charge.', 'the charge', ['Oskar Brell']],
  [
    'Corvin Hale, accused of theft, said he had never met Oskar Brell. He denied the charge.',
    'the charge',
    ['Corvin Hale'],
  ],
  [
    'Corvin Hale said Oskar Brell had sold it. Asked if he would sue, he replied that he would.',
    'that he would',
    ['Corvin Hale'],
  ],
  [
    'Aldo Varr told Meridian, which reported that the minister, Ilse Marrow, had resigned.',
    'that the minister, Ilse Marrow, had resigned',
    ['Meridian'],
  ],
  [
    'Corvin Hale, who said the dam, built in 1990, was safe, resigned.',
    'the dam, built in 1990, was safe',
    ['Corvin Hale'],
  ],
  ['A message to parliament warned that the dam was lost.', 'that the dam was lost', ['message']],
  ['Peter Hale says Oskar Brell stole the boat. He denies it.', 'it', ['unknown (“He”)']],
]

test('words go to whoever said them, and not to whoever is named beside them', async () => {
  for (const [text, content, who] of WHOSE) {
    const { shown } = await readWhole(text)
    const found = shown.filter((one) => one.content === content)
    assert.deepEqual(
      found.map((one) => one.who),
      [who],
      `${text} -> ${shown.map((one) => `${one.who}: ${one.content}`).join(' / ')}`,
    )
  }
})

test('Mrs Hale is not Peter Hale', async () => {
  const { shown } = await readWhole('Peter Hale and his wife, Anna, run the port. “It is sold,” Mrs Hale said.')
  assert.deepEqual(shown.at(-1)?.who, ['Hale'])
})

test('whoever answers in a transcript is not told by the letter before the words', async () => {
  const { shown } = await readWhole('Q. Minister, did Karsk offer to leave?\nA. Karsk has offered nothing.')
  assert.deepEqual(
    shown.map(({ kind }) => kind),
    ['anonymous', 'unstated'],
  )
})

test('who passes on what another said is one of its hands, and who opposes it is not', async () => {
  const via = async (text: string, content: string): Promise<readonly string[] | undefined> =>
    (await readWhole(text)).shown.find((one) => one.content === content)?.via
  assert.deepEqual(
    await via(
      'Anna Brand denied that the ferry had been sold, according to Peter Hale.',
      'that the ferry had been sold',
    ),
    ['Peter Hale'],
  )
  assert.deepEqual(await via('Tessa Brand rejects what Corvin Hale calls “a wall of water”.', '“a wall of water”'), [])
})
