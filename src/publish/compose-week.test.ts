// What a line of the week may and may not say: where else it was printed, what was turned down, corrected, altered.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition, Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import { makeSpan } from '../model/span.ts'
import { ALL } from '../model/watch.ts'
import { checkEdition } from './check-edition.ts'
import { type ComposeInput, compose } from './compose.ts'
import { makeInput, makeReport, type ReportGiven } from './example-week.test.ts'

const day = (number: number) => `2031-03-0${number}T09:00:00.000Z`
const told = (source: string, cue: string, content: string, more: Partial<ReportGiven['told'][0]> = {}) => ({
  who: source,
  source,
  cue,
  content,
  ...more,
})
const linesOf = ({ sections }: Edition): Line[] => sections.flatMap(({ items }) => items.flatMap(({ lines }) => lines))
const textsOf = (edition: Edition): string[] => linesOf(edition).map(({ text }) => text)

const OFFER = 'Karsk offered to freeze the line'
const officials = makeReport({
  name: 'officials',
  outlet: 'Meridian',
  published: day(4),
  paragraphs: [`${OFFER}, three officials said.`],
  told: [told('three officials', 'said', OFFER, { kind: 'anonymous' })],
})
const reprint = makeReport({
  name: 'reprint',
  outlet: 'Courier',
  published: day(5),
  paragraphs: [`${OFFER}, three officials said.`],
  told: [told('three officials', 'said', OFFER, { kind: 'anonymous' })],
})
const confirmed = makeReport({
  name: 'confirmed',
  outlet: 'Harbour Post',
  published: day(6),
  paragraphs: [`Minister Anselm Roke confirmed that ${OFFER}.`],
  told: [told('Minister Anselm Roke', 'confirmed', `that ${OFFER}`, { act: 'confirms', role: 'official' })],
})
const offer = { id: 'offer', wording: OFFER, origins: [2, 2] as const }
const docOf = (docs: readonly { doc: { id: string } }[]) => (id: string) =>
  docs.find(({ doc }) => doc.id === id)?.doc as ReturnType<Parameters<typeof checkEdition>[1]>

function cites(line: Line | undefined): string[] {
  return [...new Set(line?.evidence.map(({ doc }) => doc))]
}

test('a confirmation is not "also in" the reports of those whose word it confirms', () => {
  const docs = [officials, reprint].map(({ doc, reading }) => ({ reading, doc: { ...doc, published: '2031-02-24' } }))
  const input = makeInput(
    '2031-W10',
    [...docs, confirmed],
    [
      {
        ...offer,
        asserted: [
          ['officials', 0],
          ['confirmed', 0],
          ['reprint', 0],
        ],
        origins: [3, 3],
      },
    ],
  )
  const line = linesOf(compose(input)).find(({ text }) => text.includes('confirmed that'))
  assert.ok(line)
  assert.deepEqual(cites(line), ['doc-confirmed'])
})

test('a reprint of the same saying is', () => {
  const input = makeInput(
    '2031-W10',
    [officials, reprint],
    [
      {
        ...offer,
        asserted: [
          ['officials', 0],
          ['reprint', 0],
        ],
        origins: [1, 1],
      },
    ],
  )
  assert.deepEqual(cites(linesOf(compose(input))[0]), ['doc-officials', 'doc-reprint'])
})

test('a rejection stands once and is called no denial', () => {
  const envoy = makeReport({
    name: 'envoy',
    outlet: 'Harbour Post',
    published: day(6),
    paragraphs: ['Envoy Ilse Marrow rejected the offer to freeze the line.'],
    told: [told('Envoy Ilse Marrow', 'rejected', 'the offer to freeze the line', { act: 'rejects', role: 'official' })],
  })
  const docs = [officials, envoy]
  const edition = compose(
    makeInput(
      '2031-W10',
      docs,
      [{ ...offer, asserted: [['officials', 0]], answered: [['envoy', 0]], origins: [1, 1] }],
      { freeze: ['officials', 'envoy'] },
    ),
  )
  const found = textsOf(edition).filter((text) => /reject/.test(text))
  assert.deepEqual(found, ['Envoy Ilse Marrow rejected the offer to freeze the line (Harbour Post, 6 March).'])
  const items = edition.sections.flatMap((section) => section.items)
  assert.deepEqual(
    items.filter(({ answer }) => answer === 'rejected').map(({ heading }) => heading?.text),
    [`“${OFFER}”`],
  )
  assert.deepEqual(checkEdition(edition, docOf(docs)), [])
})

test('a correction is followed by what the report says instead', () => {
  const correction = makeReport({
    name: 'correction',
    outlet: 'Meridian',
    published: day(6),
    paragraphs: [
      'Meridian corrected its report that the troops would be home in ninety days.',
      'The troops would be home in sixty days, according to a copy of the paper.',
    ],
    told: [
      told('Meridian', 'corrected', 'its report that the troops would be home in ninety days', {
        act: 'corrects',
        kind: 'organisation' as never,
      }),
      told('a copy of the paper', 'according to', 'The troops would be home in sixty days', {
        kind: 'document' as never,
      }),
    ],
  })
  const docs = [correction]
  const edition = compose(
    makeInput('2031-W10', docs, [
      { id: 'ninety', wording: 'the troops would be home in ninety days', asserted: [], answered: [['correction', 0]] },
    ]),
  )
  const texts = textsOf(edition)
  const at = texts.findIndex((text) => /ninety days/.test(text))
  assert.match(texts[at + 1] ?? '', /^The troops would be home in sixty days, according to a copy of the paper/)
})

test('an altered quotation is printed in both forms', () => {
  const words = (form: string, name: string, on: number) =>
    makeReport({
      name,
      outlet: name,
      published: day(on),
      paragraphs: [`“${form},” an official said.`],
      told: [told('an official', 'said', `“${form},”`, { form: 'direct', kind: 'anonymous' })],
    })
  const [first, second] = [
    words('It lay there for one night', 'Meridian', 4),
    words('It lay there for a week', 'Herald', 5),
  ]
  const quoteAt = ({ doc }: typeof first) => {
    const start = doc.text.indexOf('It lay')
    return cite(doc, makeSpan(doc.text, start, doc.text.indexOf(',”')))
  }
  const docs = [first, second]
  const input = makeInput('2031-W10', docs, [])
  const match = {
    earlier: quoteAt(first),
    later: quoteAt(second),
    verdict: 'altered inside marks',
    changes: [],
  } as const
  const edition = compose({ ...input, linked: { ...input.linked, quoteMatches: [match] } })
  const section = edition.sections.find(({ kind }) => kind === 'altered quotations')
  assert.deepEqual(
    section?.items.flatMap(({ lines }) => lines.map(({ text }) => text)),
    [
      '“It lay there for one night” (an unnamed official in Meridian, 4 March 2031). Herald printed it as “It lay there for a week” (5 March 2031).',
    ],
  )
  assert.deepEqual(checkEdition(edition, docOf(docs)), [])
  assert.equal(
    compose(input).sections.some(({ kind }) => kind === 'altered quotations'),
    false,
  )
})

test('a denial that another outlet retells is one denial', () => {
  const denial = (name: string, outlet: string, on: number, words: string, hearer?: string) =>
    makeReport({
      name,
      outlet,
      published: day(on),
      paragraphs: [words],
      told: [
        told('A Karskan official', hearer ? 'told' : 'denied', 'that it offered a freeze', {
          act: 'denies',
          kind: 'anonymous',
          ...(hearer && { hearer }),
        }),
      ],
    })
  const first = denial('first', 'Radio Askevar', 4, 'A Karskan official denied that it offered a freeze.')
  const retold = denial(
    'retold',
    'Courier',
    5,
    'A Karskan official told Radio Askevar that it offered a freeze.',
    'Radio Askevar',
  )
  const claim = {
    ...offer,
    asserted: [['officials', 0]],
    answered: [
      ['first', 0],
      ['retold', 0],
    ],
    origins: [1, 1],
  } as const
  const edition = compose(makeInput('2031-W10', [officials, first, retold], [claim]))
  const denials = linesOf(edition).filter(({ text }) => /denied|offered a freeze/.test(text) && !/statement/.test(text))
  assert.ok(denials.length > 0)
  for (const line of denials) assert.deepEqual(cites(line), ['doc-first'], line.text)
})

test('what was taken back stands with who had printed it, and so does what rests on one origin', () => {
  const troops = 'the troops would be home in ninety days'
  const report = (name: string, outlet: string, on: string) =>
    makeReport({
      name,
      outlet,
      published: on,
      paragraphs: [`An official said that ${troops}.`],
      told: [told('An official', 'said', `that ${troops}`, { kind: 'anonymous' })],
    })
  const [first, second] = [report('first', 'Meridian', '2031-02-25T09:00:00.000Z'), report('second', 'Courier', day(4))]
  const correction = makeReport({
    name: 'correction',
    outlet: 'Meridian',
    published: day(6),
    paragraphs: [`Meridian corrected its report that ${troops}.`],
    told: [
      told('Meridian', 'corrected', `its report that ${troops}`, { act: 'corrects', kind: 'organisation' as never }),
    ],
  })
  const asserted = [
    ['first', 0],
    ['second', 0],
  ] as const
  const claim = { id: 'ninety', wording: troops, asserted, origins: [1, 1] as const }
  const sectionOf = (edition: Edition, kind: string) =>
    edition.sections
      .filter((section) => section.kind === kind)
      .flatMap(({ items }) => items.flatMap(({ lines }) => lines))
  const docs = [first, second, correction]
  const edition = compose(makeInput('2031-W10', docs, [{ ...claim, answered: [['correction', 0]] }]))
  assert.deepEqual(
    sectionOf(edition, 'corrected or withdrawn').map(({ text }) => text),
    [
      'Meridian had printed it on 25 February 2031, on the word of an unnamed official.',
      `Meridian corrected its report that ${troops} (Meridian, 6 March).`,
    ],
  )
  const without = compose(makeInput('2031-W10', [first, second], [claim]))
  const [one] = sectionOf(without, 'one origin')
  assert.match(
    one?.text ?? '',
    /^Two reports so far, by Meridian and Courier, carry “.*”; one origin stands behind them: an unnamed official/,
  )
  assert.deepEqual(cites(one), ['doc-first', 'doc-second'])
  assert.deepEqual(
    sectionOf(without, 'who spoke').map(({ text }) => text),
    ['An unnamed official: one statement (Courier, 4 March).'],
  )
  for (const each of [edition, without]) assert.deepEqual(checkEdition(each, docOf(docs)), [])
})

test('what the last edition followed and this week does not is said', () => {
  const docs = [officials, confirmed].map(({ doc, reading }, i) => ({
    reading,
    doc: i === 0 ? { ...doc, published: '2031-02-25T09:00:00.000Z' } : doc,
  }))
  const claims = [{ ...offer, asserted: [['officials', 0]], origins: [1, 1] }] as const
  const last = compose(makeInput('2031-W09', docs, claims, { freeze: ['officials'] }))
  const edition = compose({ ...makeInput('2031-W10', docs, claims, { freeze: ['officials'] }), last })
  const changed = edition.sections.find(({ kind }) => kind === 'changed since last edition')
  assert.deepEqual(
    changed?.items.flatMap(({ lines }) => lines.map(({ text }) => text)),
    [`No report of this week carries on “${OFFER}, three officials said” (Meridian, 25 February 2031).`],
  )
})

test('a story is carried on by a report that quotes nobody, or that does not belong to the watch', () => {
  const [before] = [officials].map(({ doc, reading }) => ({ reading, doc: { ...doc, published: day(4) } }))
  assert.ok(before)
  const silent = makeReport({
    name: 'silent',
    published: '2031-03-11T09:00:00.000Z',
    paragraphs: ['The offer stands.'],
    told: [],
  })
  const other = makeReport({
    name: 'other',
    published: '2031-03-11T09:00:00.000Z',
    paragraphs: ['The line is quiet, Corvin Hale said.'],
    told: [told('Corvin Hale', 'said', 'The line is quiet')],
  })
  const claims = [{ ...offer, asserted: [['officials', 0]], origins: [1, 1] }] as const
  const last = compose(makeInput('2031-W10', [before], claims, { freeze: ['officials'] }))
  const silentIn = (read: typeof silent, more: Partial<ComposeInput> = {}) => {
    const input = makeInput('2031-W11', [before, read], claims, { freeze: ['officials', read.doc.name] })
    const { sections } = compose({ ...input, ...more, last })
    return sections.find(({ kind }) => kind === 'changed since last edition')?.items.length
  }
  assert.equal(silentIn(silent), 0)
  assert.equal(silentIn(other, { watch: { ...ALL, id: 'dam', name: 'The Ketter dam', words: ['dam'] } }), 0)
  const undated = { reading: silent.reading, doc: { ...silent.doc, published: '2031-03-20T09:00:00.000Z' } }
  assert.equal(silentIn(undated), 1, 'a report of another week is not here')
})

test('who did not respond is not counted among those who refused', () => {
  const silent = makeReport({
    name: 'silent',
    outlet: 'Harbour Post',
    published: day(6),
    paragraphs: ['Ilse Marrow declined to comment on the offer. Corvin Hale did not respond to a letter about it.'],
    told: [
      told('Ilse Marrow', 'declined', 'to comment on the offer', { act: 'declines to comment' }),
      told('Corvin Hale', 'did not respond', 'to a letter about it', { act: 'did not respond' }),
    ],
  })
  const answered = [
    ['silent', 0],
    ['silent', 1],
  ] as const
  const edition = compose(
    makeInput('2031-W10', [officials, silent], [{ ...offer, asserted: [['officials', 0]], origins: [1, 1], answered }]),
  )
  const spoke = edition.sections.find(({ kind }) => kind === 'who spoke')
  assert.deepEqual(spoke?.items.map(({ lines }) => lines[0].text).toSorted(), [
    'Corvin Hale: one request without an answer (Harbour Post, 6 March).',
    'Ilse Marrow: one refusal to comment (Harbour Post, 6 March).',
    'Three unnamed officials: one statement (Meridian, 4 March).',
  ])
})

test('a second account on a word of its own stands behind the first, before who denied it', () => {
  const diplomats = makeReport({
    name: 'diplomats',
    outlet: 'Harbour Post',
    published: day(6),
    paragraphs: [`${OFFER}, two diplomats said.`],
    told: [told('two diplomats', 'said', OFFER, { kind: 'anonymous' })],
  })
  const denial = makeReport({
    name: 'denial',
    outlet: 'Harbour Post',
    published: day(5),
    paragraphs: [`Corvin Hale denied that ${OFFER}.`],
    told: [told('Corvin Hale', 'denied', `that ${OFFER}`, { act: 'denies', role: 'official' })],
  })
  const claim = {
    ...offer,
    story: 'offer',
    asserted: [
      ['officials', 0],
      ['diplomats', 0],
    ] as const,
    answered: [['denial', 0]] as const,
  }
  const docs = [officials, denial, diplomats]
  const edition = compose(makeInput('2031-W10', docs, [claim], { offer: ['officials', 'denial', 'diplomats'] }))
  const [lead] = edition.sections.flatMap(({ kind, items }) => (kind === 'lead' ? items : []))
  assert.deepEqual(
    lead?.lines.map(({ text }) => text),
    [
      `${OFFER}, three unnamed officials said (Meridian, 4 March; two reports, two origins).`,
      `${OFFER}, two unnamed diplomats said (Harbour Post, 6 March).`,
      `Corvin Hale denied that ${OFFER} (Harbour Post, 5 March).`,
    ],
  )
})
