import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../model/id.ts'
import type { Holder, LedgerRow } from '../model/ledger.ts'
import { writeRow } from './write-row.ts'

const holder: Holder = {
  name: 'Karsk official',
  via: ['Meridian News Agency'],
  said: '2031-05-06',
  doc: 'levy',
  evidence: { doc: asId('d'), span: { start: 0, end: 4 }, quote: 'none' },
}

const row: LedgerRow = {
  claim: asId('3f9a'),
  wording: 'the levy\n  is dead',
  standing: 'contested',
  firstPrinted: '2031-05-06T09:00:00.000Z',
  independentOrigins: ['Meridian News Agency: Karsk officials'],
  atLeast: 1,
  atMost: 2,
  unknownLineage: 3,
  reasons: [],
  assertedIn: ['levy', 'levy-2'],
  confirmedBy: [],
  deniedBy: [holder, { ...holder, name: 'Ilse Marrow', via: [] }],
  declinedToComment: [
    { ...holder, name: 'Dela Finch', via: [], silence: 'no answer' },
    { ...holder, name: 'Runa Hald', via: [], silence: 'refused' },
  ],
  rejectedBy: [{ ...holder, name: 'Karsk', via: [] }],
  correctedBy: [],
}

test('a row is a paragraph that says where the claim stands, on whose word, and who denied it', () => {
  assert.equal(
    writeRow(row),
    `3f9a  contested, first printed 2031-05-06
  the levy is dead
  origins: at least 1, at most 2; 3 of unknown lineage
    Meridian News Agency: Karsk officials
  asserted in: levy; levy-2
  denied by: Karsk official (via Meridian News Agency, 2031-05-06); Ilse Marrow (2031-05-06)
  rejected by: Karsk (2031-05-06)
  no comment: Dela Finch (2031-05-06) (did not answer); Runa Hald (2031-05-06)`,
  )
})

test('what is not known is said or left out, never made up', () => {
  const { firstPrinted: _, ...undated } = row
  const text = writeRow({ ...undated, unknownLineage: 0, independentOrigins: [], deniedBy: [] })
  assert.match(text, /^3f9a {2}contested, undated$/m)
  assert.match(text, /^ {2}origins: at least 1, at most 2$/m)
  assert.doesNotMatch(text, /denied by/)
})
