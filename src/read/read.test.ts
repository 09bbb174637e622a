import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { makeSpan } from '../model/span.ts'
import { readText } from './read-text.contract.ts'

/** Each sentence with its attributions: source | cue | content, in the order of the cues. */
const SENTENCES: readonly (readonly [string, ...string[]])[] = [
  // direct speech, source after and before
  ['"The offer is dead," the envoy told Meridian News Agency.', 'the envoy | told | "The offer is dead,"'],
  [
    '“The offer is dead,” said Ilse Marrow, the Karskan envoy.',
    'Ilse Marrow, the Karskan envoy | said | “The offer is dead,”',
  ],
  [
    '“It is done,” said Tobias Marrow, who steered the bill through the house on Monday.',
    'Tobias Marrow, who steered the bill through the house on Monday | said | “It is done,”',
  ],
  ['Ilse Marrow said: “The offer is dead.”', 'Ilse Marrow | said | “The offer is dead.”'],
  ['Ilse Marrow said, “The offer is dead.”', 'Ilse Marrow | said | “The offer is dead.”'],
  // one remark in two pieces
  ['“The offer,” she said on Monday, “is dead.”'],
  ['Envoy Ilse Marrow spoke. “The offer,” she said, “is dead.”', 'she | said | “The offer,” … “is dead.”'],
  ['“It is over,” Ilse Marrow said. “Nobody called us.”', 'Ilse Marrow | said | “It is over,” … “Nobody called us.”'],
  ["''The levy is dead,'' Ilse Marrow said.", "Ilse Marrow | said | ''The levy is dead,''"],
  // indirect speech
  ['Ilse Marrow said that the offer was dead.', 'Ilse Marrow | said | that the offer was dead'],
  ['Ilse Marrow said on Friday she had read the paper.', 'Ilse Marrow | said | she had read the paper'],
  ['The offer was dead, Ilse Marrow said.', 'Ilse Marrow | said | The offer was dead'],
  ['The offer was dead, said Ilse Marrow.', 'Ilse Marrow | said | The offer was dead'],
  ['The plan, Ilse Marrow said, was dead.', 'Ilse Marrow | said | The plan … was dead'],
  [
    'Corvin Hale, who led the talks, has repeatedly said that they failed.',
    'Corvin Hale, who led the talks | has repeatedly said | that they failed',
  ],
  [
    'As Ilse Marrow explained on Monday, the levy would not return.',
    'Ilse Marrow | explained | the levy would not return',
  ],
  [
    'The head of the Karskan Prisoners’ Bureau, Teodor Lisk, confirmed that they had crossed.',
    'The head of the Karskan Prisoners’ Bureau, Teodor Lisk | confirmed | that they had crossed',
  ],
  // mixed speech
  ['Ilse Marrow said that the report was “not true.”', 'Ilse Marrow | said | that the report was “not true.”'],
  [
    'Karsk “never made any offer,” a Veldanian official told Meridian News Agency.',
    'a Veldanian official | told | Karsk “never made any offer,”',
  ],
  // one speaker, several cues
  [
    'Ilse Marrow said that the offer was dead and has maintained that it was never alive.',
    'Ilse Marrow | said | that the offer was dead',
    'Ilse Marrow | has maintained | that it was never alive',
  ],
  [
    '“It is over,” one of the sources told Meridian News Agency, adding that Karsk was slow.',
    'one of the sources | told | “It is over,”',
    'one of the sources | adding | that Karsk was slow',
  ],
  [
    'Ilse Marrow said the offer was dead, but Corvin Hale insisted that it stood.',
    'Ilse Marrow | said | the offer was dead',
    'Corvin Hale | insisted | that it stood',
  ],
  // a headline and a transcript: the name before the colon speaks
  ['Ilse Marrow: Offer is dead', 'Ilse Marrow | : | Offer is dead'],
  ['MARROW: We never asked. They never answered.', 'MARROW | : | We never asked. They never answered'],
  // according to
  [
    'The bridge will open in May, according to the River Commission.',
    'the River Commission | according to | The bridge will open in May',
  ],
  [
    'According to the River Commission, the bridge will open in May.',
    'the River Commission | According to | the bridge will open in May',
  ],
  // infinitives and objects
  ['Ilse Marrow vowed to keep the dam.', 'Ilse Marrow | vowed | to keep the dam'],
  ['Ilse Marrow denied the report.', 'Ilse Marrow | denied | the report'],
  ['Ilse Marrow rejected the offer.', 'Ilse Marrow | rejected | the offer'],
  // nobody named
  ['Karsk reportedly turned the offer down.', ' | reportedly | Karsk … turned the offer down'],
  ['The bridge is expected to open in May.', ' | is expected | to open in May'],
  // silences
  ['The ministry declined to comment on the talks.', 'The ministry | declined to comment | on the talks'],
  ['The ministry declined to comment.', 'The ministry | declined | to comment'],
  ['The embassy did not respond to a request for comment.', 'The embassy | did not respond | to a request for comment'],
  // nested
  [
    'Corvin Hale said that Ilse Marrow had told the council that the levy was dead.',
    'Corvin Hale | said | that Ilse Marrow had told the council that the levy was dead',
    'Ilse Marrow | had told | that the levy was dead',
  ],
  // nothing is asserted inside a denial, and a deed that is told of is no second voice
  [
    'Corvin Hale denied that Ilse Marrow had said the offer was dead.',
    'Corvin Hale | denied | that Ilse Marrow had said the offer was dead',
  ],
  [
    'Ilse Marrow said that Veldania had offered to leave the dam.',
    'Ilse Marrow | said | that Veldania had offered to leave the dam',
  ],
  // no attribution: a scare quote, a title, a nickname, a wish, a description
  ['The “grey envelope” lay on the table.'],
  ['Her novel “The Dam” was published in May.'],
  ['The proposed levy failed.'],
  ['The envoy left Karsk on Monday.'],
  // the terms on which somebody spoke are not what they said
  ['A diplomat, who asked not to be named because the talks are secret, left early.'],
]

test('each sentence gives its attributions, word for word', async () => {
  for (const [sentence, ...expected] of SENTENCES) {
    const { shown } = await readText(sentence)
    const found = shown.map(({ source, cue, content }) => `${source} | ${cue} | ${content}`)
    if (sentence.startsWith('“The offer,” she said on Monday'))
      assert.deepEqual(found, ['she | said | “The offer,” … “is dead.”'], sentence) // who "she" is stays undecided
    else assert.deepEqual(found, expected, sentence)
  }
})

test('a quotation left open goes on in the next paragraph', async () => {
  const { shown } = await readText(
    '“We waited for a week,” Ilse Marrow said. “Then we left.\n“Nobody called us back.”\nThe talks go on.',
  )
  assert.deepEqual(
    shown.map(({ content }) => content),
    ['“We waited for a week,” … “Then we left. … “Nobody called us back.”'],
  )
})

test('a paragraph that is all quotation goes to the speaker of the one before', async () => {
  const { shown } = await readText('“We waited for a week,” Ilse Marrow said.\n“Nobody called us back. We left.”')
  assert.equal(shown[0]?.content, '“We waited for a week,” … “Nobody called us back. We left.”')
})

test('a dateline is no part of what was said', async () => {
  const { shown, reading } = await readText(
    'ORLENNE, March 4 (Meridian) — Veldania will leave the dam, three officials told Meridian.',
  )
  assert.equal(shown[0]?.content, 'Veldania will leave the dam')
  assert.equal(reading.wire?.name, 'Meridian')
  assert.deepEqual(shown[0]?.via, ['Meridian'])
})

test('what lies within a voice that is left out lies within the next around it', async () => {
  const { shown } = await readText('Ilse Marrow said that Veldania had agreed to say that the levy was dead.')
  const [outer, inner] = shown.map(({ attribution }) => attribution)
  assert.equal(shown.length, inner ? 2 : 1)
  assert.equal(inner?.within, inner && outer?.id)
})

test('the same reader reads the same text alike, twice', async () => {
  const text = '“It is over,” one of the sources told Meridian News Agency, adding that Karsk was slow.'
  assert.deepEqual((await readText(text)).reading, (await readText(text)).reading)
})

test('no text makes the reader throw, and every span lies in the text', async () => {
  const odd = fc.array(
    fc.constantFrom(
      '“',
      '”',
      '"',
      "''",
      'said',
      'told',
      'Ilse Marrow',
      'that',
      ',',
      '.',
      '\n',
      'according to',
      '😀',
      'reporters',
      'she',
      '(',
      ')',
      '— ',
      'officials',
      'é',
      ' ',
    ),
    { maxLength: 40 },
  )
  await fc.assert(
    fc.asyncProperty(odd, async (parts) => {
      const { reading, doc } = await readText(parts.join(' '))
      for (const { cue, content } of reading.attributions)
        for (const { start, end } of [...cue, ...content]) makeSpan(doc.text, start, end)
    }),
    { seed: 7, numRuns: 300 },
  )
})
