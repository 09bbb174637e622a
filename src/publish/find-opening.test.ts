// What a report tells itself at its top: where it opens an item, where it follows, and where it is left out.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkEdition } from './check-edition.ts'
import { compose } from './compose.ts'
import { makeInput, makeReport, type ReportGiven } from './example-week.test.ts'

const WEEK = '2031-W10'
const PASSED = 'The Assembly passed the aid bill for Karsk by 88 votes to 61 last night.'
const bill: ReportGiven = {
  name: 'bill',
  outlet: 'Harbour Post',
  published: '2031-03-06T02:00:00.000Z',
  title: 'Assembly passes Karsk aid bill',
  paragraphs: [PASSED, 'Senator Tobias Marrow said that the money would come too late.'],
  told: [
    {
      who: 'Tobias Marrow',
      source: 'Senator Tobias Marrow',
      cue: 'said',
      content: 'that the money would come too late',
    },
  ],
}
const remark = { id: 'late', wording: 'the money would come too late', asserted: [['bill', 0]] as const }

/** The lines of the lead of a week with these reports of one story, without their links. */
function leadOf(reports: readonly ReportGiven[], claims: Parameters<typeof makeInput>[2] = [remark]): string[] {
  const docs = reports.map(makeReport)
  const input = makeInput(WEEK, docs, claims, { bill: reports.map(({ name }) => name) })
  const edition = compose(input)
  assert.deepEqual(
    checkEdition(edition, (id) => docs.find(({ doc }) => doc.id === id)?.doc),
    [],
  )
  return edition.sections.flatMap(({ kind, items }) =>
    kind === 'lead' ? items.flatMap(({ lines }) => lines.map(({ text }) => text)) : [],
  )
}

const SAID = 'Senator Tobias Marrow said that the money would come too late (Harbour Post, 6 March).'

test('the deed opens the item, by the calendar of the edition, and the remark on it follows', () => {
  assert.deepEqual(leadOf([bill]), [
    'The Assembly passed the aid bill for Karsk by 88 votes to 61 on the night of 5 March (Harbour Post, 6 March).',
    SAID,
  ])
})

test('a weekday is the last one: in another week than the report it gets its date', () => {
  const on = (words: string) =>
    leadOf([{ ...bill, published: '2031-03-04T09:00:00.000Z', paragraphs: [words, bill.paragraphs[1] ?? ''] }])[0]
  assert.equal(
    on('The Assembly passed the aid bill for Karsk on Monday.'),
    'The Assembly passed the aid bill for Karsk on Monday (Harbour Post, 4 March).',
  )
  assert.equal(
    on('The Assembly passed the aid bill for Karsk on Saturday.'),
    'The Assembly passed the aid bill for Karsk on Saturday 1 March (Harbour Post, 4 March).',
  )
  // the coming Friday is as near as the last
  for (const words of [
    'The Assembly passed the aid bill for Karsk on Friday.',
    'The Assembly delayed the aid bill for Karsk until Monday.',
    'The Assembly marked Bloody Monday with the aid bill for Karsk.',
  ])
    assert.match(on(words) ?? '', /^Senator Tobias Marrow/, words)
  // it is to vote, or it agreed: the sentence does not tell the edition which Friday
  assert.match(on('The Assembly agreed to pass the aid bill for Karsk on Friday.') ?? '', /^Senator Tobias Marrow/)
})

test('what its headline does not tell, or what somebody is cited for, opens nothing', () => {
  assert.deepEqual(leadOf([{ ...bill, title: 'A long night' }]), [SAID])
  const cited = 'The Assembly passed the aid bill for Karsk, its clerk said.'
  const clerk = {
    who: 'the clerk',
    source: 'its clerk',
    cue: 'said',
    content: 'The Assembly passed the aid bill for Karsk',
    near: 'The Assembly passed',
  }
  const lead = leadOf([{ ...bill, paragraphs: [cited, bill.paragraphs[1] ?? ''], told: [clerk, ...bill.told] }], [])
  assert.equal(lead.filter((line) => line.startsWith('The Assembly passed')).length, 1)
})

test('what a round-up has at its top, or somebody is cited for behind the deed, opens nothing before it', () => {
  const roundUp: ReportGiven = {
    name: 'week',
    outlet: 'Meridian',
    published: '2031-03-07T09:00:00.000Z',
    title: 'The week in brief',
    paragraphs: ['FERRY: The navy says that eleven men were rescued off Brenn.', 'BILL: The Assembly has paid.'],
    told: [
      {
        who: 'navy',
        source: 'The navy',
        cue: 'says',
        content: 'that eleven men were rescued off Brenn',
        kind: 'government',
      },
    ],
  }
  const rescued = { id: 'rescued', wording: 'eleven men were rescued off Brenn', asserted: [['week', 0]] as const }
  assert.match(leadOf([bill, roundUp], [remark, rescued])[0] ?? '', /^The Assembly passed the aid bill/)
  const charge: ReportGiven = {
    ...bill,
    title: 'Union imposes sanctions on two Karskan shipping firms',
    paragraphs: [
      'The Union of Ports imposed sanctions on two Karskan shipping firms on Thursday, accusing them of “piracy”.',
      bill.paragraphs[1] ?? '',
    ],
    told: [
      { who: 'union', source: 'The Union of Ports', cue: 'accusing', content: 'of “piracy”', kind: 'organisation' },
      ...bill.told,
    ],
  }
  assert.equal(
    leadOf([charge], [])[0],
    'The Union of Ports imposed sanctions on two Karskan shipping firms on Thursday, accusing them of “piracy” (Harbour Post, 6 March).',
  )
})

test('what became of a thing follows it; the same again does not', () => {
  const plan: ReportGiven = {
    name: 'plan',
    outlet: 'Meridian',
    published: '2031-03-04T09:00:00.000Z',
    title: 'Exchange of prisoners set for Friday',
    paragraphs: ['Karsk and Veldania will exchange 140 prisoners at the bridge on Friday, Minister Runa Hald said.'],
    told: [
      {
        who: 'Runa Hald',
        source: 'Minister Runa Hald',
        cue: 'said',
        content: 'Karsk and Veldania will exchange 140 prisoners at the bridge on Friday',
        role: 'official',
      },
    ],
  }
  const end = (words: string): ReportGiven => ({
    name: 'end',
    outlet: 'Harbour Post',
    published: '2031-03-07T20:00:00.000Z',
    title: 'Exchange of prisoners at bridge called off',
    paragraphs: [words],
    told: [],
  })
  const claim = {
    id: 'plan',
    wording: 'Karsk and Veldania will exchange 140 prisoners',
    asserted: [['plan', 0]] as const,
  }
  const off = 'The exchange was called off on Friday, and the buses of both Karsk and Veldania turned back.'
  const lead = leadOf([plan, end(off)], [claim])
  assert.equal(lead.length, 2)
  assert.match(lead[0] ?? '', /^Karsk and Veldania will exchange/)
  assert.equal(lead[1], `${off.slice(0, -1)} (Harbour Post, 7 March).`)
  const again = leadOf([plan, end('Karsk and Veldania exchanged 140 prisoners at the bridge on Friday.')], [claim])
  assert.equal(again.length, 1)
})

test('what a later report takes back, or has another number of, does not stand alone', () => {
  const freed: ReportGiven = {
    name: 'freed',
    outlet: 'Meridian',
    published: '2031-03-04T09:00:00.000Z',
    title: 'Karsk frees 38 sailors at Brenn',
    paragraphs: ['Karsk freed 38 sailors at Brenn on Monday.'],
    told: [],
  }
  const later = (title: string, first: string): ReportGiven => ({
    ...bill,
    name: 'later',
    title,
    paragraphs: [first, bill.paragraphs[1] ?? ''],
  })
  const claim = { ...remark, asserted: [['later', 0]] as const }
  const taken = later('Karsk did not free 38 sailors at Brenn', 'Karsk never freed the 38 sailors at Brenn.')
  assert.deepEqual(leadOf([freed, taken], [claim]), [SAID])
  const risen = later('Karsk frees 41 sailors at Brenn', 'Karsk freed 41 sailors at Brenn on Monday.')
  assert.equal(leadOf([freed, risen], [claim])[0], 'Karsk freed 41 sailors at Brenn on Monday (Harbour Post, 6 March).')
})

test('what somebody says against the deed in its own report is told', () => {
  const denied: ReportGiven = {
    ...bill,
    title: 'Karsk frees 38 sailors at Brenn',
    paragraphs: [
      'Karsk freed 38 sailors at Brenn from the ship Orla.',
      'Karsk did not free 38 sailors at Brenn, Ilse Marrow said.',
    ],
    told: [
      { who: 'Ilse Marrow', source: 'Ilse Marrow', cue: 'said', content: 'Karsk did not free 38 sailors at Brenn' },
    ],
  }
  const claim = { id: 'not', wording: 'Karsk did not free 38 sailors at Brenn', asserted: [['bill', 0]] as const }
  assert.deepEqual(leadOf([denied], [claim]).length, 2)
})
