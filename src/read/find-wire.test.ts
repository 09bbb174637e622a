import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findWire } from './find-wire.ts'
import { docOf, readWhole } from './read-text.contract.ts'

const BODY = 'The dam is full, an envoy said.\nIt rained.\nNobody spoke.\nThe ministry was closed.'

/** First and last paragraphs with the agency that they name; '' for none. */
const WIRES: readonly (readonly [string, string, string])[] = [
  ['KARSK, March 4 (Meridian) — The dam is full.', '', 'Meridian'],
  ['KARSK (AP) - The dam is full.', '', 'Associated Press'],
  ['(Reuters) - The dam is full.', '', 'Reuters'],
  ['ASKEVAR, March 4. /Meridian/. The dam is full.', '', 'Meridian'],
  ['ORLENNE, Sept. 3, 2031 /Meridian/ The dam is full.', '', 'Meridian'],
  ['CALVERMOOR, March 4. /CP/. The dam is full.', '', ''], // the doc's own outlet, by its letters
  ['Brenn, Sept. 3 – The dam is full.', '', ''],
  ['By Meridian News Agency', '', 'Meridian News Agency'],
  ['By Ilse Marrow, The Associated Press', '', 'Associated Press'],
  ['By Ilse Marrow and Corvin Hale | Radio Karsk', '', 'Radio Karsk'],
  ['Ilse Marrow/Agence France-Presse', '', 'Agence France-Presse'],
  ['', '(Reporting by Meridian News Agency)', 'Meridian News Agency'],
  ['', 'Source: Meridian News Agency', 'Meridian News Agency'],
  ['', 'This article was first published by the Northern Courier.', 'Northern Courier'],
  ['By Ilse Marrow', '', ''],
  ['By Ilse Marrow, The Calvermoor Post', '', ''], // the doc's own outlet
  ['', '(Reporting by Ilse Marrow; Editing by Corvin Hale)', ''],
  ['Karsk | The dam is full', '', ''],
]

test('the agency that a dateline, a byline or a credit names', () => {
  for (const [first, last, expected] of WIRES) {
    const doc = docOf([first, BODY, last].filter(Boolean).join('\n'), { outlet: 'The Calvermoor Post' })
    assert.equal(findWire(doc)?.name ?? '', expected, `${first}${last}`)
  }
})

test('a dateline is no part of what is said', async () => {
  for (const dateline of [
    'ORLENNE, March 4 (Meridian) — ',
    'ASKEVAR, March 4. /Meridian/. ',
    'Brenn, Sept. 3 – ',
    'ST. ANSELM, Sept 3 -- ',
    'Gosten, 3 April (own correspondent) – ',
  ]) {
    const { shown } = await readWhole(`${dateline}The dam is full, envoy Ilse Marrow said.`)
    assert.deepEqual(
      shown.map(({ content }) => content),
      ['The dam is full'],
      dateline,
    )
  }
})
