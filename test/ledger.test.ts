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

test('a silence is printed as what it was', () => {
  const [row] = rowsOf({
    ...AGENCY,
    says: [
      ...(AGENCY.says ?? []).slice(0, 1),
      {
        by: { words: 'The council of Karsk', kind: 'organisation' },
        cue: 'declined',
        content: 'to comment',
        act: 'declines to comment',
        silence: 'no answer',
      },
    ],
  })
  assert.deepEqual(
    row?.declinedToComment.map(({ silence }) => silence),
    ['no answer'],
  )
})

test('an offer turned down is rejected, not denied', () => {
  const [row] = rowsOf(AGENCY, {
    name: 'rejection',
    outlet: 'Radio Askevar',
    published: '2031-03-12',
    text: 'Karsk has rejected Veldania’s offer of a truce along the Ketter river.',
    says: [
      {
        by: { words: 'Karsk', kind: 'government' },
        cue: 'has rejected',
        content: 'Veldania’s offer of a truce along the Ketter river',
        act: 'rejects',
      },
    ],
  })
  assert.equal(row?.standing, 'reported')
  assert.deepEqual(row?.deniedBy, [])
  assert.deepEqual(
    row?.rejectedBy?.map(({ name, doc }) => [name, doc]),
    [['Karsk', 'rejection']],
  )
})

test('a claim that came before in other terms was first printed when it was printed in its own', () => {
  const [row, ...others] = rowsOf(
    { ...AGENCY, says: AGENCY.says?.slice(0, 1) ?? [] },
    {
      name: 'earlier',
      outlet: 'Port Sabel Times',
      published: '2030-11-14',
      text: 'Veldania was ready for a truce with Karsk along the Ketter river, an Ostmerian trader told the Port Sabel Times.',
      says: [
        {
          by: { words: 'an Ostmerian trader', name: 'Ostmerian trader', kind: 'anonymous', side: 'Ostmerian' },
          cue: 'told',
          content: 'Veldania was ready for a truce with Karsk along the Ketter river',
          via: [{ words: 'the Port Sabel Times', name: 'Port Sabel Times', kind: 'outlet' }],
        },
      ],
    },
  )
  assert.equal(others.length, 0)
  assert.deepEqual(row?.assertedIn, ['earlier', 'agency'])
  assert.equal(row?.firstPrinted, '2031-03-04T08:00:00.000Z')
})

test('a row names the printing that changed the words inside the marks, and what they had been', () => {
  const remark = (name: string, published: string, words: string): Report => ({
    name,
    outlet: `${name} Courier`,
    published,
    text: `${words} Ilse Marrow said.`,
    says: [{ by: { words: 'Ilse Marrow' }, cue: 'said', content: words }],
  })
  const rows = rowsOf(
    remark(
      'whole',
      '2031-03-04',
      '“The ferry lay at the pier for one night, and in the morning nobody would board it,”',
    ),
    remark('cut', '2031-03-05', '“The ferry lay at the pier for one night,”'),
    remark('false', '2031-03-06', '“The ferry lay at the pier for one week,”'),
  )
  assert.deepEqual(rows.find(({ altered }) => altered)?.altered, [
    {
      doc: 'false',
      was: 'The ferry lay at the pier for one night, and in the morning nobody would board it',
      became: 'The ferry lay at the pier for one week',
    },
  ])
})

test('a reason names the words that show it', () => {
  const remark = (name: string, text: string, words: string): Report => ({
    name,
    outlet: `${name} Courier`,
    text,
    says: [
      { by: { words, name: 'Ilse Marrow' }, cue: 'said', content: 'Nine ferries will sail from Brissen in April' },
    ],
  })
  const [row] = rowsOf(
    remark('Ostmere', 'Nine ferries will sail from Brissen in April, Ilse Marrow said.', 'Ilse Marrow'),
    remark('Tolvar', 'Nine ferries will sail from Brissen in April, envoy Ilse Marrow said.', 'envoy Ilse Marrow'),
  )
  assert.deepEqual(row?.reasons, [
    'Tolvar goes back to Ilse Marrow, because its text names Ilse Marrow (“envoy Ilse Marrow”).',
  ])
})

test('a document speaks for the body that issued it, else it is called what it is', () => {
  const originsOf = (text: string, says: Report['says']): readonly string[] =>
    rowsOf({ name: 'paper', outlet: 'Ostmere Courier', text, says: says ?? [] }).at(-1)?.independentOrigins ?? []
  const ministry = {
    words: 'the Halvian Transport Ministry',
    name: 'Halvian Transport Ministry',
    kind: 'organisation',
  } as const
  const document = (words: string, name: string) => ({ words, name, kind: 'document', form: 'nominal' }) as const
  assert.deepEqual(
    originsOf(
      'Nine ferries will sail from Brissen in April, the Halvian Transport Ministry said in a statement. Every crew at Tolvar has signed its contract, the statement said.',
      [
        { by: ministry, cue: 'said', content: 'Nine ferries will sail from Brissen in April' },
        {
          by: document('the statement', 'statement'),
          cue: 'statement said',
          content: 'Every crew at Tolvar has signed its contract',
        },
      ],
    ),
    ['Halvian Transport Ministry'],
  )
  assert.deepEqual(
    originsOf('Nine ferries will sail from Brissen in April, according to a study.', [
      {
        by: document('a study', 'study'),
        cue: 'according to',
        content: 'Nine ferries will sail from Brissen in April',
      },
    ]),
    ['a study'],
  )
})

test('an unnamed source and an unnamed official of one side, through the same hands, deny as one group', () => {
  const hands = [{ words: 'Meridian', kind: 'outlet' }] as const
  const content = 'that Veldania had offered Karsk a truce along the Ketter river'
  const unnamed = (words: string, side: string) =>
    ({
      by: { words, name: words.replace(/^A /, ''), kind: 'anonymous', side },
      cue: 'denied',
      content,
      act: 'denies',
    }) as const
  const [row] = rowsOf(AGENCY, {
    name: 'denials',
    outlet: 'Orlenne Herald',
    published: '2031-03-06',
    text: `A Karskan source denied ${content}, Meridian wrote.

A Karskan official denied ${content}, Meridian wrote.

A Halvian source denied ${content}, Meridian wrote.`,
    says: [
      { ...unnamed('A Karskan source', 'Karskan'), via: hands },
      { ...unnamed('A Karskan official', 'Karskan'), via: hands },
      { ...unnamed('A Halvian source', 'Halvian'), via: hands },
    ],
  })
  assert.deepEqual(
    row?.deniedBy.map(({ name }) => name),
    ['Karskan official', 'Halvian source'],
  )
})
