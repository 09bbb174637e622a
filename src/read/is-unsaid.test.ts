import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWhole } from './read-text.contract.ts'

const NOBODY_SAID = [
  'Did Ilse Marrow deny the report?',
  'If Ilse Marrow denied it, she lied.',
  'Until Veldania says it will leave, no talks will be held.',
  'Unless Veldania confirms that it will leave, no talks will be held.',
  'Had Ilse Marrow said so earlier, the talks would have gone on.',
  'Should Karsk say that it agrees, the troops will leave.',
  'The ferry was not sold, whatever Ilse Marrow says.',
  'It is not true that Corvin Hale said the ferry was unsafe.',
  'Imagine Corvin Hale saying that the ferry was unsafe.',
  'Corvin Hale avoided saying that the ferry was unsafe.',
  'Corvin Hale forgot to tell the council that the ferry was unsafe.',
  'Corvin Hale had planned to tell the council that the ferry was unsafe, but the session was called off.',
  'Ilse Marrow is likely to deny that the talks failed.',
  'Ilse Marrow would deny that the talks had failed.',
  'Ilse Marrow is waiting for Corvin Hale to admit that he had sold the ferry.',
  'Ilse Marrow has made no promise that the ferry will sail.',
  'The two sides have not reached an agreement on the dam.',
  'Marrow told to quit over ferry',
  'Ilse Marrow came close to confirming that Karsk had made an offer.',
  'A Karskan official quoted in the Courier as denying the sale has resigned.',
  'The aide asked not to be identified because the talks were secret.',
  'Explainer: What the deal says',
  'Almost no one said the plan was good.',
  'Hardly anyone believes the report.',
  'Nobody said that the bridge was safe.',
  'No senator has called for war.',
  'None of the senators said that the ban was wrong.',
  'Neither Ilse Marrow nor Corvin Hale said that the bridge was safe.',
  'The tentative deal, announced Friday, would last four years.',
  'The “Fair Play” movement began in May.',
  'Tobias Marrow was not covered by the law.',
  'Prime Minister Ilse Marrow can say that Veldania fired.',
  'Karsk and Veldania have disputed control of the Tessel islands for more than four decades.',
  'Corvin Hale avoided discussing the plan.',
  'Karsk withdrew its troops from the dam on Monday.',
]

test('what is supposed, awaited, asked or given up is said by nobody', async () => {
  for (const text of NOBODY_SAID) {
    const { shown } = await readWhole(text)
    assert.deepEqual(
      shown.map(({ source, cue, content }) => [source, cue, content]),
      [],
      text,
    )
  }
})

test('what came about after all was said', async () => {
  for (const [text, source] of [
    ['Until Karsk said on Monday that it agreed, nobody left.', 'Karsk'],
    ['Ilse Marrow had to admit that she had sold the ferry.', 'Ilse Marrow'],
    ['Once Corvin Hale said the deal was dead, the envoys left.', 'Corvin Hale'],
  ] as const) {
    const { shown } = await readWhole(text)
    assert.equal(shown[0]?.source, source, text)
  }
})
