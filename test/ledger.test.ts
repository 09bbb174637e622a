// Linking and tracking together: from readings written by hand to the rows of the ledger.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { link } from '../src/link/link.ts'
import { makeRead, type Report } from '../src/link/make-read.contract.ts'
import type { LedgerRow } from '../src/model/ledger.ts'
import { track } from '../src/track/track.ts'

const AGENCY: Report = {
  name: 'agency',
  outlet: 'Meridian News Agency',
  published: '2031-03-04',
  headline: 'Veldania offered truce on river, officials say',
  text: `Two Veldanian officials told Meridian that Veldania had offered Karsk a truce along the Ketter river.

The council of Karsk declined to comment.`,
  says: [
    {
      by: {
        words: 'Two Veldanian officials',
        name: 'Veldanian officials',
        kind: 'anonymous',
        side: 'Veldanian',
        count: 2,
      },
      cue: 'told',
      content: 'that Veldania had offered Karsk a truce along the Ketter river',
      via: [{ words: 'Meridian', kind: 'outlet' }],
    },
    {
      by: { words: 'The council of Karsk', kind: 'organisation' },
      cue: 'declined',
      content: 'to comment',
      act: 'declines to comment',
    },
  ],
}

const DENIAL: Report = {
  name: 'denial',
  outlet: 'Orlenne Herald',
  published: '2031-03-06',
  text: 'Corvin Hale denied on Wednesday that Veldania had offered Karsk a truce along the Ketter river.',
  says: [
    {
      by: { words: 'Corvin Hale' },
      cue: 'denied',
      content: 'that Veldania had offered Karsk a truce along the Ketter river',
      act: 'denies',
      said: '2031-03-05',
    },
  ],
}

const CONFIRMATION: Report = {
  name: 'confirmation',
  outlet: 'Calvermoor Post',
  published: '2031-03-11',
  text: 'Anselm Roke confirmed that Veldania had offered Karsk a truce along the Ketter river.',
  says: [
    {
      by: { words: 'Anselm Roke' },
      cue: 'confirmed',
      content: 'that Veldania had offered Karsk a truce along the Ketter river',
      act: 'confirms',
    },
  ],
}

function rowsOf(...reports: Report[]): readonly LedgerRow[] {
  const docs = reports.map(makeRead)
  return track(docs, link(docs)).rows
}

test('a row says who told it, who denied it, and who would not speak', () => {
  const [row, ...others] = rowsOf(AGENCY, DENIAL)
  assert.equal(others.length, 0)
  assert.equal(row?.standing, 'contested')
  assert.equal(row?.firstPrinted, '2031-03-04T08:00:00.000Z')
  assert.deepEqual(row?.independentOrigins, ['Meridian News Agency: Veldanian officials'])
  assert.deepEqual(row?.assertedIn, ['agency'])
  assert.deepEqual(
    row?.deniedBy.map(({ name, said, doc }) => [name, said, doc]),
    [['Corvin Hale', '2031-03-05', 'denial']],
  )
  assert.deepEqual(
    row?.declinedToComment.map(({ name }) => name),
    ['The council of Karsk'],
  )
})

test('a confirmation after the last denial confirms, and is an origin of its own', () => {
  const [row] = rowsOf(AGENCY, DENIAL, CONFIRMATION)
  assert.equal(row?.standing, 'confirmed')
  assert.deepEqual(row?.independentOrigins, ['Meridian News Agency: Veldanian officials', 'Anselm Roke'])
  assert.deepEqual([row?.atLeast, row?.atMost], [2, 2])
})

test('the order of arrival changes no standing, no number and no order of rows', () => {
  const essence = (rows: readonly LedgerRow[]): unknown[] =>
    rows.map(({ standing, firstPrinted, atLeast, atMost, deniedBy, confirmedBy }) => [
      standing,
      firstPrinted,
      atLeast,
      atMost,
      deniedBy.map(({ name }) => name),
      confirmedBy.map(({ name }) => name),
    ])
  const inOrder = essence(rowsOf(AGENCY, DENIAL, CONFIRMATION))
  assert.deepEqual(essence(rowsOf(CONFIRMATION, DENIAL, AGENCY)), inOrder)
  assert.deepEqual(essence(rowsOf(DENIAL, CONFIRMATION, AGENCY)), inOrder)
})

test('a claim belongs to the story of the report that it was first seen in, under its headline', () => {
  const docs = [AGENCY, DENIAL].map(makeRead)
  const { rows, stories } = track(docs, link(docs))
  assert.equal(stories.find(({ id }) => id === rows[0]?.story)?.title, AGENCY.headline)
})
