import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holds } from '../model/evidence.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import { link } from './link.ts'
import { makeRead, type Report, type Speaker } from './make-read.contract.ts'

const MERIDIAN: Speaker = { words: 'Meridian', kind: 'outlet' }
const OFFICIALS: Speaker = {
  words: 'Two Veldanian officials',
  name: 'Veldanian officials',
  kind: 'anonymous',
  side: 'Veldanian',
  count: 2,
}

const AGENCY: Report = {
  name: 'agency',
  outlet: 'Meridian News Agency',
  published: '2031-03-04',
  headline: 'Veldania offered truce, officials say',
  text: `Two Veldanian officials told Meridian that Veldania had offered Karsk a truce along the Ketter river. The talks broke off after nine hours in a hotel without heating, and the delegates left by the kitchen door before the cameras came.

The council of Karsk declined to comment.`,
  says: [
    {
      by: OFFICIALS,
      cue: 'told',
      content: 'that Veldania had offered Karsk a truce along the Ketter river',
      via: [MERIDIAN],
    },
    {
      by: { words: 'The council of Karsk', kind: 'organisation' },
      cue: 'declined',
      content: 'to comment',
      act: 'declines to comment',
    },
  ],
}

const REWRITE: Report = {
  name: 'rewrite',
  published: '2031-03-05',
  text: 'Veldania proposed an armistice to Karsk along the Ketter river, officials told Meridian.',
  says: [
    {
      by: { words: 'officials', kind: 'anonymous', count: 2 },
      cue: 'told',
      content: 'Veldania proposed an armistice to Karsk along the Ketter river',
      via: [MERIDIAN],
    },
  ],
}

const DENIAL: Report = {
  name: 'denial',
  outlet: 'Orlenne Herald',
  published: '2031-03-05',
  text: 'Corvin Hale denied that Veldania had offered Karsk a truce along the Ketter river. Ilse Marrow said that no such offer had been made.',
  says: [
    {
      by: { words: 'Corvin Hale' },
      cue: 'denied',
      content: 'that Veldania had offered Karsk a truce along the Ketter river',
      act: 'denies',
    },
  ],
}

const SECOND: Report = {
  name: 'second',
  outlet: 'Port Sabel Times',
  published: '2031-03-06',
  text: 'A Veldanian diplomat said that Veldania had offered Karsk a truce along the Ketter river.',
  says: [
    {
      by: { words: 'A Veldanian diplomat', name: 'Veldanian diplomat', kind: 'anonymous', side: 'Veldanian' },
      cue: 'said',
      content: 'that Veldania had offered Karsk a truce along the Ketter river',
    },
  ],
}

function linkAll(...reports: Report[]): { linked: Linked; reads: ReadDoc[] } {
  const reads = reports.map(makeRead)
  return { linked: link(reads), reads }
}

function actsOn(linked: Linked, reads: readonly ReadDoc[], at: number): string[] {
  return linked.bearings
    .filter(({ claim }) => claim === linked.claims[at]?.id)
    .map(({ doc, attribution }) => {
      const read = reads.find((one) => one.doc.id === doc)
      return `${read?.doc.name} ${read?.reading.attributions.find(({ id }) => id === attribution)?.act}`
    })
}

test('a story, its rewrite, its denial and a silence bear on one claim', () => {
  const { linked, reads } = linkAll(AGENCY, REWRITE, DENIAL)
  assert.equal(linked.claims.length, 1)
  assert.equal(linked.claims[0]?.wording, 'Veldania had offered Karsk a truce along the Ketter river')
  assert.deepEqual(actsOn(linked, reads, 0), [
    'agency asserts',
    'agency declines to comment',
    'denial denies',
    'rewrite asserts',
  ])
})

test('a rewrite folds into the agency that it names, and a denial is no origin', () => {
  const { linked } = linkAll(AGENCY, REWRITE, DENIAL)
  const [independence] = linked.independences
  assert.deepEqual(
    independence?.origins.map(({ toldTo, name, appearances }) => [toldTo, name, appearances.length]),
    [['Meridian News Agency', 'Veldanian officials', 2]],
  )
  assert.deepEqual([independence?.atLeast, independence?.atMost, independence?.unknown.length], [1, 1, 0])
})

test('two unnamed groups of one side at two outlets are one or two', () => {
  const { linked } = linkAll(AGENCY, SECOND)
  const [independence] = linked.independences
  assert.deepEqual([independence?.atLeast, independence?.atMost], [1, 2])
  assert.equal(independence?.reasons.find(({ kind }) => kind === 'may be one')?.kind, 'may be one')
})

test('an unnamed source that an unknown outlet heard counts in neither number', () => {
  const { linked } = linkAll({ ...SECOND, outlet: '' })
  const [independence] = linked.independences
  assert.deepEqual([independence?.atLeast, independence?.atMost, independence?.unknown.length], [0, 0, 1])
})

test('public words of one speaker are one origin, however many outlets print them', () => {
  const remark = (name: string, outlet: string): Report => ({
    name,
    outlet,
    text: `“We will sign the river pact on Friday,” Ilse Marrow said in ${outlet}.`,
    says: [{ by: { words: 'Ilse Marrow' }, cue: 'said', content: '“We will sign the river pact on Friday,”' }],
  })
  const { linked } = linkAll(
    remark('a', 'Ostmere Courier'),
    remark('b', 'Calvermoor Post'),
    remark('c', 'Orlenne Herald'),
  )
  const [independence] = linked.independences
  assert.deepEqual(
    independence?.origins.map(({ name, toldTo }) => [name, toldTo]),
    [['Ilse Marrow', undefined]],
  )
  assert.deepEqual(
    linked.quoteMatches.map(({ verdict }) => verdict),
    ['verbatim', 'verbatim'],
  )
})

test('the same words in a reprint go back to the agency, though it names nobody', () => {
  const reprint: Report = {
    ...AGENCY,
    name: 'reprint',
    outlet: 'Ostmere Courier',
    published: '2031-03-05',
    says: [{ ...(AGENCY.says?.[0] ?? { cue: 'told', content: '' }), via: [] }],
  }
  const { linked } = linkAll(AGENCY, reprint)
  assert.equal(linked.independences[0]?.origins.length, 1)
  assert.equal(linked.appearances.at(-1)?.lineage[0].kind, 'near-identical text')
})

test('a contrary assertion speaks against the claim and is no appearance of it', () => {
  const { linked } = linkAll(AGENCY, {
    name: 'contrary',
    outlet: 'Orlenne Herald',
    text: 'Corvin Hale said that Veldania had not offered Karsk a truce along the Ketter river.',
    says: [
      {
        by: { words: 'Corvin Hale' },
        cue: 'said',
        content: 'that Veldania had not offered Karsk a truce along the Ketter river',
      },
    ],
  })
  assert.equal(linked.claims.length, 1)
  assert.equal(linked.bearings.at(-1)?.contrary, true)
  assert.equal(linked.appearances.length, 1)
})

test('a denial that is printed first opens the claim that the story then joins', () => {
  const { linked, reads } = linkAll({ ...DENIAL, published: '2031-03-03' }, AGENCY)
  assert.equal(linked.claims.length, 1)
  assert.deepEqual(actsOn(linked, reads, 0).slice(0, 2), ['denial denies', 'agency asserts'])
})

test('two people of one surname stay two, and a spelling does not make a third', () => {
  const speaker = (name: string, words: string): Report => ({
    name,
    outlet: 'Calvermoor Post',
    text: `${words} said that the bridge at Vessen was closed to every lorry.`,
    says: [{ by: { words }, cue: 'said', content: 'that the bridge at Vessen was closed to every lorry' }],
  })
  const { linked } = linkAll(
    speaker('a', 'Ilse Marrow'),
    speaker('b', 'Tobias Marrow'),
    speaker('c', 'Vasiliy Ostrovskiy'),
    speaker('d', 'Vasily Ostrovsky'),
  )
  assert.deepEqual(
    linked.entities.map(({ name, chains }) => [name, chains.length]),
    [
      ['Ilse Marrow', 1],
      ['Tobias Marrow', 1],
      ['Vasiliy Ostrovskiy', 2],
    ],
  )
})

test('docs printed later change no older id, and all evidence holds', () => {
  const reports = [AGENCY, REWRITE, DENIAL, SECOND].map(makeRead)
  const whole = link(reports)
  for (let count = 1; count < reports.length; count++) {
    const part = link(reports.slice(0, count))
    const ids = (linked: Linked): string[] => [...linked.claims, ...linked.entities].map(({ id }) => id)
    for (const id of ids(part)) assert.ok(ids(whole).includes(id))
  }
  for (const { evidence } of [...whole.bearings, ...whole.appearances]) {
    const read = reports.find(({ doc }) => doc.id === evidence.doc)
    assert.ok(read && holds(evidence, read.doc))
  }
})

test('nothing comes of nothing', () => {
  assert.deepEqual(link([]).claims, [])
  assert.deepEqual(link([makeRead({ name: 'bare', text: 'The market opened.' })]).claims, [])
})

test('a pronoun of whom the text does not tell who it is makes no origin', () => {
  const { independences } = link([
    makeRead({
      name: 'post',
      outlet: 'Calvermoor Post',
      text: 'Marrow met Grieve. She said that Veldania had offered Karsk a truce along the Ketter river.',
      says: [
        {
          by: { words: 'She', form: 'pronoun' },
          cue: 'said',
          content: 'that Veldania had offered Karsk a truce along the Ketter river',
        },
      ],
    }),
  ])
  assert.deepEqual(
    independences.map(({ atLeast, atMost, unknown }) => [atLeast, atMost, unknown.length]),
    [[0, 0, 1]],
  )
})

test('a claim that is put again and again stays one, for as long as it is put', () => {
  const reads = Array.from({ length: 40 }, (_, at) =>
    makeRead({
      ...SECOND,
      name: `report-${at}`,
      outlet: `Courier ${at}`,
      published: new Date(Date.UTC(2031, 0, 1 + 10 * at)).toISOString().slice(0, 10),
    }),
  )
  assert.equal(link(reads).claims.length, 1)
})
