import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadDoc } from '../model/ledger.ts'
import { link } from './link.ts'
import { makeRead, type Speaker } from './make-read.contract.ts'

const TRADER: Speaker = { words: 'an Ostmerian trader', name: 'Ostmerian trader', kind: 'anonymous', side: 'Ostmerian' }
const CLAIM = 'Veldania was ready to leave the Ketter dam in return for open ports'
const AGENCY = makeRead({
  name: 'agency',
  outlet: 'Meridian News Agency',
  published: '2031-03-04',
  text: `${CLAIM}, an Ostmerian trader said.`,
  says: [{ by: TRADER, cue: 'said', content: CLAIM }],
})
const REWRITE = makeRead({
  name: 'rewrite',
  outlet: 'Harbour Post',
  published: '2031-03-05',
  text: `According to an Ostmerian trader, ${CLAIM}. The harbour stayed shut.`,
  says: [{ by: TRADER, cue: 'According to', content: CLAIM }],
})
const withSource = ({ doc, reading }: ReadDoc, value: string): ReadDoc => ({
  reading,
  doc: { ...doc, fields: [{ name: 'source', value, path: 'feed source' }] },
})

test('the source that a feed names folds a rewrite into the report of that agency, by its short name too', () => {
  const alone = link([AGENCY, REWRITE])
  assert.equal(alone.independences[0]?.atMost, 2)
  for (const name of ['Meridian News Agency', 'Meridian']) {
    const { independences, appearances } = link([AGENCY, withSource(REWRITE, name)])
    assert.deepEqual([independences[0]?.atLeast, independences[0]?.atMost], [1, 1], name)
    const [lineage] = appearances.find(({ doc }) => doc === REWRITE.doc.id)?.lineage ?? []
    assert.equal(lineage?.kind === 'aggregator source' && lineage.from, 'Meridian News Agency')
  }
})

test('an outlet that its feed names as the source of its own report is no lineage', () => {
  const { appearances } = link([AGENCY, withSource(REWRITE, 'The Harbour Post')])
  const lineage = appearances.find(({ doc }) => doc === REWRITE.doc.id)?.lineage ?? assert.fail('no appearance')
  assert.equal(
    lineage.some(({ kind }) => kind === 'aggregator source'),
    false,
  )
})
