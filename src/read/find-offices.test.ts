import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.contract.ts'

/** Each text with the offices of Ilse Marrow in it: words, from, until, former. */
const TEXTS: readonly (readonly [string, ...string[]])[] = [
  [
    'Former defence minister Ilse Marrow, who served from 2011 to 2014, said that it was late.',
    'defence minister, 2011 to 2014, former',
  ],
  ['Ilse Marrow, foreign minister since 2019, said that it was late.', 'foreign minister, 2019 to now'],
  ['Then-senator Ilse Marrow said that it was late.', 'senator, former'],
  ['Karsk’s chief envoy, Ilse Marrow, said that it was late.', 'chief envoy'],
  ['Ilse Marrow, the governor of Orlenne until 2020, said that it was late.', 'governor of Orlenne, to 2020, former'],
  [
    'Foreign Minister Ilse Marrow rose. Ilse Marrow, the foreign minister since 2019, left.',
    'Foreign Minister, 2019 to now',
  ],
  ['Ilse Marrow, the head of the Prisoners’ Bureau, said that it was late.', 'head of the Prisoners’ Bureau'],
  ['Ilse Marrow, no relation of the envoy, said that it was late.'],
  ['Ilse Marrow, who grows barley, said that it was late.'],
]

test('a person has the offices that the text gives, with their time', async () => {
  for (const [text, ...expected] of TEXTS) {
    const { reading } = await readText(text)
    const chain = reading.chains.find(({ name }) => name === 'Ilse Marrow')
    const offices = (chain?.offices ?? []).map(({ title, from, until, isFormer }) => {
      const time = from && until ? `, ${from} to ${until}` : from ? `, ${from} to now` : until ? `, to ${until}` : ''
      return `${text.slice(title.start, title.end)}${time}${isFormer ? ', former' : ''}`
    })
    assert.deepEqual(offices, expected, text)
  }
})
