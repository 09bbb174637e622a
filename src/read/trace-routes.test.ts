import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.contract.ts'

const ROUTES: readonly (readonly [string, readonly string[]])[] = [
  ['“It is over,” a Veldanian official told Radio Karsk.', ['Radio Karsk']],
  // one of the sources told nobody here; the group told Radio Karsk
  [
    'Three officials told Radio Karsk the paper was real. One of the officials said it was short.',
    ['Radio Karsk', 'Radio Karsk'],
  ],
  // the outlet passes on what its source said: one attribution
  ['Ilse Marrow said the offer was dead, according to the Northern Courier.', ['Northern Courier']],
  ['Ilse Marrow told reporters the offer was dead.', ['']],
  ['Ilse Marrow said in a Northern Courier interview that the offer was dead.', ['Northern Courier']],
  // nested: nearest to the speaker first
  [
    'A Karskan official told Radio Karsk that Ilse Marrow had told the council that the offer was dead.',
    ['Radio Karsk', 'Karskan official, Radio Karsk'],
  ],
]

test('through whose hands the words came, nearest to the speaker first', async () => {
  for (const [text, expected] of ROUTES) {
    const { shown } = await readText(text)
    assert.deepEqual(
      shown.map(({ via }) => via.join(', ')),
      expected,
      text,
    )
  }
})

test('whoever tells a press conference speaks at a briefing', async () => {
  const { shown } = await readText('“We do not pay for our own river,” Ilse Marrow told a press conference.')
  assert.deepEqual([shown[0]?.attribution.hearer?.kind, shown[0]?.attribution.setting?.kind], ['press', 'briefing'])
})

test('hearer, setting and day', async () => {
  const { shown } = await readText('Ilse Marrow told reporters at a Wednesday press briefing that the offer was dead.')
  const [said] = shown.map(({ attribution }) => attribution)
  assert.equal(said?.hearer?.kind, 'press')
  assert.equal(said?.setting?.kind, 'briefing')
  assert.deepEqual([said?.said?.from, said?.said?.until], ['2031-03-05', '2031-03-06'])
})

test('what an outlet rests on is kept beside what it says', async () => {
  const { shown, reading } = await readText(
    'The Northern Courier reported that the offer was dead, citing two Lindrian diplomats.',
  )
  const rests = shown[0]?.attribution.restsOn
  assert.equal(shown[0]?.content, 'that the offer was dead')
  assert.equal(reading.chains.find(({ id }) => id === rests?.who[0])?.name, 'Lindrian diplomats')
})

test('an undated report resolves no day', async () => {
  const { published, ...undated } = (await readText('x')).doc
  assert.ok(published)
  const { shown } = await readText('Ilse Marrow said on Wednesday that the offer was dead.', {
    ...undated,
    text: 'Ilse Marrow said on Wednesday that the offer was dead.',
    published: undefined as never,
  })
  assert.equal(shown[0]?.attribution.said, undefined)
})

test('a day belongs to the clause it stands in', async () => {
  const text = 'Ilse Marrow said that the offer was dead, but Corvin Hale insisted on Tuesday that it stood.'
  const { shown } = await readText(text)
  assert.deepEqual(
    shown.map(({ attribution }) => attribution.said?.from),
    [undefined, '2031-03-04'],
  )
})
