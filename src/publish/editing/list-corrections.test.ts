// Nothing that readers see is printed otherwise without a correction that says so.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition, Line } from '../../model/edition.ts'
import { asId } from '../../model/id.ts'
import { applyEdits, asPrinted } from './apply-edits.ts'
import { listCorrections } from './list-corrections.ts'

const EVIDENCE = [{ doc: asId<'doc'>('d'), span: { start: 0, end: 5 }, quote: 'words' }] as const
const line = (id: string, text: string): Line => ({ id: asId<'line'>(id), text, claims: [], evidence: EVIDENCE })
const [OFFER, PORTS] = [line('a', 'Envoy turns the dam offer down'), line('b', 'Ports to reopen')]
const [ONE, TWO] = [line('c', 'Ilse Marrow said no.'), line('d', 'Corvin Hale said nothing.')]

const ISSUED: Edition = {
  id: asId<'edition'>('e'),
  watch: { id: 'dam-talks', name: 'The dam', question: 'Who holds it?' },
  week: '2031-W10',
  asOf: { number: 1, before: '0' },
  sections: [
    {
      kind: 'lead',
      items: [
        { heading: OFFER, lines: [ONE, TWO] },
        { heading: PORTS, lines: [line('f', 'Port Tolvar is shut.')] },
      ],
      note: 'Two more matters stand in the ledger.',
    },
  ],
}

const told = (edition: Edition) =>
  listCorrections({ edition: ISSUED }, { edition }, { at: '2031-03-09T10:00:00.000Z', why: 'it was wrong' }).map(
    ({ was = '', now = '' }) => [was, now],
  )

test('the same, and another order, is no correction', () => {
  assert.deepEqual(told(ISSUED), [])
  const [lead] = ISSUED.sections
  assert.deepEqual(told({ ...ISSUED, sections: lead ? [{ ...lead, items: lead.items.toReversed() }] : [] }), [])
})

test('a note, a name of the watch, pictures and a line under another heading are', () => {
  const [lead] = ISSUED.sections
  assert.ok(lead)
  assert.deepEqual(told({ ...ISSUED, sections: [{ ...lead, note: 'All of it is true.' }] }), [
    ['Two more matters stand in the ledger.', 'All of it is true.'],
  ])
  assert.deepEqual(told({ ...ISSUED, watch: { id: 'dam-talks', name: 'The theft of the dam' } }), [
    ['The dam', 'The theft of the dam'],
    ['Who holds it?', ''],
  ])
  const [other] = lead.items.slice(1)
  assert.ok(other)
  const under = {
    ...lead,
    items: [
      { heading: OFFER, lines: [ONE] as const },
      { ...other, lines: [TWO, ...other.lines] as const },
    ],
  }
  assert.deepEqual(told({ ...ISSUED, sections: [under] }), [
    [
      'lead, under “Envoy turns the dam offer down”: Corvin Hale said nothing.',
      'lead, under “Ports to reopen”: Corvin Hale said nothing.',
    ],
  ])
  const drawn = told({ ...ISSUED, pictures: {} as NonNullable<Edition['pictures']> })
  assert.match(drawn[0]?.[1] ?? '', /pictures are drawn anew/)
})

test('words of an editor hold nothing that no feed may hold, and turn nothing about', () => {
  assert.equal(asPrinted(' a\u0000\u0008b \u202Ec\u202C\u2028d\uFFFE\uD800 '), 'ab c d\uFFFD')
  assert.equal(asPrinted('\u200Fשלום — می\u200Cخواهم'), '\u200Fשלום — می\u200Cخواهم')
})

test('a sentence as long as a book is refused, whichever way it comes', () => {
  const text = 'x'.repeat(20_001)
  const editing = { by: 'Ada Orme', checkWording: () => [], lineOf: () => 'none' }
  const to = { section: 'lead' } as const
  const edits = [
    { kind: 'own', text, to } as const,
    { kind: 'reword', line: ONE.id, text } as const,
    { kind: 'title', text } as const,
  ]
  assert.equal(applyEdits({ edition: ISSUED }, edits, editing).refused.length, 3)
})
