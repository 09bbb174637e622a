import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from './read-text.contract.ts'

/** Each text with who speaks in it, attribution by attribution: kind: names. */
const TEXTS: readonly (readonly [string, ...string[]])[] = [
  // a person by name and office, then by surname, title and pronoun
  [
    'Karskan envoy Ilse Marrow said the offer was dead. Marrow said it had been dead for weeks. The envoy said nobody asked. She said it was late.',
    'official: Ilse Marrow',
    'official: Ilse Marrow',
    'official: Ilse Marrow',
    'official: Ilse Marrow',
  ],
  ['Karsk’s chief envoy, Ilse Marrow, said the offer was dead.', 'official: Ilse Marrow'],
  ['Secretary of State Jorun Vale said the offer was dead.', 'official: Jorun Vale'],
  ['Odile Ferran, a professor of hydraulics, said the dam would hold.', 'expert: Odile Ferran'],
  ['Ione Sedge, who grows barley below the dam, said she was tired.', 'person: Ione Sedge'],
  // an office of another country, another portfolio, or an office that the text gave nobody is another's
  [
    'Karsk’s foreign minister, Ilse Marrow, said the crossing was shut. The Veldanian defence minister said the gunmen had left. The minister said they would be punished. The foreign minister said the talks would go on.',
    'official: Ilse Marrow',
    'person: unknown (“The Veldanian defence minister”)',
    'person: unknown (“The minister”)',
    'official: Ilse Marrow',
  ],
  [
    'Relief director Runa Hald said the stores were empty. Lindria’s interior minister said that bread was short.',
    'official: Runa Hald',
    'person: unknown (“Lindria’s interior minister”)',
  ],
  // within a turn its speaker is I
  [
    'MS. VALE: We are ready. MR. ROKE: The president said on Monday that the offer was dead.',
    'person: VALE',
    'person: ROKE',
    'person: unknown (“The president”)',
  ],
  // two people of one surname stay two
  [
    'Ilse Marrow and Tobias Marrow met. Ilse Marrow said the talks failed. Marrow said no more was planned.',
    'person: Ilse Marrow',
    'person: Marrow',
  ],
  // governments by name, capital and seat; bodies; outlets
  [
    'Both Karsk and Ostmere said the bridge would open. Karskan and Ostmerian troops left.',
    'government: Karskan government, Ostmerian government',
  ],
  ['The Kremlin said the report was wrong.', 'government: Russian government'],
  ['Washington said the report was wrong.', 'government: United States government'],
  ['The River Commission said two gates were damaged.', 'organisation: River Commission'],
  [
    'The Northern Courier reported that two gates were damaged. The Courier said a third was stuck.',
    'outlet: Northern Courier',
    'outlet: Northern Courier',
  ],
  // the spokeswoman speaks for her body
  [
    'A spokeswoman for the Karskan Foreign Ministry said the report was wrong. She said it would be mended.',
    'government: Karskan Foreign Ministry',
    'government: Karskan Foreign Ministry',
  ],
  // unnamed, with side and number
  [
    'Three Veldanian officials said the paper was real. One of the officials said it was short.',
    'anonymous: Veldanian officials',
    'anonymous: Veldanian official',
  ],
  [
    'A senior Karskan diplomat said the paper was real. The diplomat said it was short.',
    'anonymous: Karskan diplomat',
    'anonymous: Karskan diplomat',
  ],
  ['An Ostmerian shipowner came to Orlenne. The shipowner said the paper was real.', 'anonymous: Ostmerian shipowner'],
  ['A second source said the paper was real.', 'anonymous: source'],
  [
    'An Ostmerian shipowner who has acted as a go-between told Radio Karsk the paper was real.',
    'anonymous: Ostmerian shipowner',
  ],
  ['The bill was held back, according to its chairman, Leopold Sturrock.', 'official: Leopold Sturrock'],
  ['The River Commission counts bolts. Two gates are damaged, it said.', 'organisation: River Commission'],
  // "she" is who spoke last, not who was named last
  [
    'Ilse Marrow would not say whether Runa Hald had signed. She said the talks went on.',
    'person: Ilse Marrow',
    'person: Ilse Marrow',
  ],
]

test('each source is resolved to whom its words mean', async () => {
  for (const [text, ...expected] of TEXTS) {
    const { shown } = await readText(text)
    assert.deepEqual(
      shown.map(({ kind, who }) => `${kind}: ${who.join(', ')}`),
      expected,
      text,
    )
  }
})

test('of one whom the text has called neither, "she" is believed nearby only', async () => {
  const { shown } = await readText(
    'Envoy Ilse Marrow said the offer was dead. She said it had never lived.\nHalvia will join in April, its minister, Joren Tuke, told Radio Karsk this week. The ships are to sail from the old harbour as soon as the ice has gone from the river mouth, and nobody expects that before then.\nOn Tuesday a call was put through to the senator. “We share a name,” she said.',
  )
  assert.deepEqual(shown.at(-1)?.who, ['Ilse Marrow'])
})

test('an unnamed source keeps its number and its group', async () => {
  const { shown, reading } = await readText(
    'Three Veldanian officials told Radio Karsk the paper was real. One of the officials said it was short.',
  )
  const [three, one] = shown.map(({ attribution }) => attribution.source)
  assert.ok(three?.kind === 'anonymous' && one?.kind === 'anonymous')
  assert.deepEqual(three.count, { atLeast: 3, atMost: 3 })
  assert.deepEqual(one.count, { atLeast: 1, atMost: 1 })
  assert.equal(one.among, three.who[0])
  assert.equal(reading.chains.find(({ id }) => id === one.among)?.name, 'Veldanian officials')
})

test('a pronoun with nobody to refer to is noted, and nobody is invented', async () => {
  const { shown, reading } = await readText('She said the talks went on.')
  assert.deepEqual(
    shown.map(({ who }) => who),
    [['unknown (“She”)']],
  )
  assert.deepEqual(
    reading.notes.map(({ rule }) => rule),
    ['source-unresolved'],
  )
})

test('the terms on which an unnamed source spoke are kept', async () => {
  const termsOf = async (text: string): Promise<string | undefined> => {
    const { shown } = await readText(text)
    const source = shown[0]?.attribution.source
    return source?.kind === 'anonymous' && source.terms ? text.slice(source.terms.start, source.terms.end) : undefined
  }
  const secret = 'said on condition of anonymity because the talks are secret'
  assert.equal(await termsOf(`The offer was dead, a Karskan official ${secret}.`), secret.replace('said ', ''))
  assert.equal(
    await termsOf('A diplomat, who was not authorised to speak about it, said that the offer was dead.'),
    'not authorised to speak about it',
  )
  assert.equal(await termsOf('A Karskan official said that the offer was dead.'), undefined)
})

test('names with small words in them are people, and one with their surname alone', async () => {
  const { shown } = await readText(
    'The Karskan foreign minister, Sami al-Hamad, said the offer was dead. Al-Hamad said Karsk would wait.\nUrsula von der Halde said the dam was full. Von der Halde said it would hold.',
  )
  assert.deepEqual(
    shown.map(({ who }) => who[0]),
    ['Sami al-Hamad', 'Sami al-Hamad', 'Ursula von der Halde', 'Ursula von der Halde'],
  )
})

test('the spokeswoman speaks again for the body that she spoke for before', async () => {
  const { shown } = await readText(
    'A spokeswoman for the River Commission said the dam was full. The spokeswoman said it would hold.',
  )
  assert.deepEqual(
    shown.map(({ who, kind }) => [who[0], kind]),
    [
      ['River Commission', 'organisation'],
      ['River Commission', 'organisation'],
    ],
  )
})
