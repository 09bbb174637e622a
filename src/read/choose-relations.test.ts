// Who says it and who hears it, or of whom it is said, where the network takes the one for the other. All texts are our own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

const SOLD = 'the Ketter dam had been sold to Karsk'

/** Each sentence with source | cue | content of what is read in it. */
const SENTENCES: readonly (readonly [string, ...string[]])[] = [
  // he heard it
  [`Corvin Hale, told that ${SOLD}, wept.`, ` | told | that ${SOLD}`],
  [`Corvin Hale, the mayor, told that ${SOLD}, wept.`, ` | told | that ${SOLD}`],
  [`The envoy, informed that ${SOLD}, left the hall.`, ` | informed | that ${SOLD}`],
  [`Corvin Hale, asked whether ${SOLD}, laughed.`, ` | asked | whether ${SOLD}`],
  ['Corvin Hale, warned that the dam might burst, stayed.', ' | warned | that the dam might burst'],
  // he said it
  [`Corvin Hale, the mayor, told the council that ${SOLD}.`, `Corvin Hale, the mayor | told | that ${SOLD}`],
  [
    'Ilse Marrow, the Karskan envoy, asked that the sale be kept secret.',
    'Ilse Marrow, the Karskan envoy | asked | that the sale be kept secret',
  ],
  [
    'Corvin Hale, 51, warned that the dam might burst, adding that it leaked.',
    'Corvin Hale, 51 | warned | that the dam might burst',
    'Corvin Hale, 51 | adding | that it leaked',
  ],
  [
    'Corvin Hale, who warned that the dam might burst, stayed in the valley.',
    'who | warned | that the dam might burst',
  ],
  // they say it of him
  [
    'Ilse Marrow, who aides say never met the envoy, declined to comment.',
    'aides | say | never met the envoy',
    'Ilse Marrow, who aides say never met the envoy | declined | to comment',
  ],
  ['Ilse Marrow, who officials in Morn said had met the envoy, left.', 'officials in Morn | said | had met the envoy'],
  ['Corvin Hale, who last week said that the dam would hold, left.', 'who | said | that the dam would hold'],
  ['Corvin Hale, who once told aides that the dam would hold, left.', 'who | once told | that the dam would hold'],
  ['Ilse Marrow, who led the talks and said that the dam would hold, left.', 'who | said | that the dam would hold'],
]

for (const [text, ...expected] of SENTENCES) {
  test(text, async () => {
    const { shown } = await readWhole(text)
    assert.deepEqual(
      shown.map(({ source, cue, content }) => `${source} | ${cue} | ${content}`),
      expected,
    )
  })
}

test('what somebody is accused of is not what he says', async () => {
  const { shown } = await readWhole('Corvin Hale, who prosecutors say took bribes from Karsk, has denied the charges.')
  assert.deepEqual(
    shown.map(({ who, cue, attribution: { act } }) => [who[0], cue, act]),
    [
      ['prosecutors', 'say', 'asserts'],
      ['Corvin Hale', 'has denied', 'denies'],
    ],
  )
})
