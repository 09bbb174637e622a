// Each ruling on docs written by hand: what it does, that it finds its words in another doc of the report, and that it
// does nothing where they are gone.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Decision } from '../model/decision.ts'
import { asId } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import { applyToReading } from './apply-to-reading.ts'
import { link } from './link.ts'
import { makeRead, type Report } from './make-read.contract.ts'
import { attributionOf, claimOf, entityOf, rule } from './ruling.contract.ts'

const TRUCE = 'that Veldania had offered Karsk a truce along the Ketter river'
const FERRIES = 'that nine ferries would sail from Brissen in April'

function say(name: string, by: string, content: string, more: Partial<Report> = {}): Report {
  return {
    name,
    outlet: `${name} Courier`,
    published: '2031-03-04',
    text: `${by} said ${content}.`,
    says: [{ by: { words: by }, cue: 'said', content }],
    ...more,
  }
}

const MARROW = say('Ostmere', 'Ilse Marrow', TRUCE)
const HALE = say('Tolvar', 'Corvin Hale', 'that a halt to the shelling was on the table', { published: '2031-03-05' })
const ROKE = say('Vessen', 'Anselm Roke', FERRIES, { published: '2031-03-06' })
const SECOND = say('Orlenne', 'Anselm Roke', TRUCE, { published: '2031-03-07' })

function linkRuled(reads: readonly ReadDoc[], ...decisions: Decision[]): Linked {
  return link(reads, { rulings: decisions })
}

function setUp(...reports: Report[]): { reads: ReadDoc[]; linked: Linked } {
  const reads = reports.map(makeRead)
  return { reads, linked: link(reads) }
}

function docsOf(linked: Linked): string[][] {
  return linked.claims.map(({ id }) =>
    linked.bearings.filter(({ claim }) => claim === id).map(({ doc }) => doc.replace('doc-', '')),
  )
}

/** The doc that another extractor makes of the same report: another id, and words before and between. */
function remade(read: ReadDoc): ReadDoc {
  const { doc, reading } = read
  const lead = 'Share this story.\n\n'
  const move = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(move) as T
    if (typeof value !== 'object' || value === null) return value
    if ('start' in value && 'end' in value) {
      return { start: Number(value.start) + lead.length, end: Number(value.end) + lead.length } as T
    }
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, move(part)])) as T
  }
  const id = asId<'doc'>(`${doc.id}-again`)
  const moved = move(reading)
  const attributions = moved.attributions.map((one) => ({ ...one, id: asId<'attribution'>(`${one.id}-again`) }))
  return {
    doc: { ...doc, ...move({ blocks: doc.blocks }), id, madeBy: 'extract@0.1.0', text: lead + doc.text },
    reading: { ...moved, doc: id, attributions },
  }
}

test('merged claims are one under the id that is kept, and the other id leads to it', () => {
  const { reads, linked } = setUp(MARROW, HALE, ROKE)
  const [keep, absorb] = [claimOf(linked, reads, 0), claimOf(linked, reads, 1)]
  const decision = rule({ kind: 'merge', keep, absorb: [absorb] }, 'a halt is a truce')
  const ruled = linkRuled(reads, decision)
  assert.deepEqual(docsOf(ruled), [['Ostmere', 'Tolvar'], ['Vessen']])
  const [claim] = ruled.claims
  assert.deepEqual([claim?.id, claim?.wording, claim?.aliases], [keep.id, linked.claims[0]?.wording, [absorb.id]])
  assert.equal(ruled.bearings[1]?.because, 'ruled by Ada Orme: a halt is a truce')
  const [count] = ruled.independences
  assert.deepEqual([count?.atLeast, count?.atMost], [2, 2])
  assert.deepEqual(count?.reasons, [
    { kind: 'ruled', decision: decision.id, because: 'ruled by Ada Orme: a halt is a truce' },
  ])
})

test('an outlet that has somebody say the one claim does not say the other in its own voice, once they are merged', () => {
  const both: Report = {
    ...MARROW,
    text: `${MARROW.text} A halt to the shelling was on the table.`,
  }
  const { reads, linked } = setUp(HALE, both)
  assert.equal(linked.appearances.filter(({ attribution }) => !attribution).length, 1)
  const merged = linkRuled(
    reads,
    rule({ kind: 'merge', keep: claimOf(linked, reads, 0), absorb: [claimOf(linked, reads, 1)] }),
  )
  assert.equal(merged.appearances.filter(({ attribution }) => !attribution).length, 0)
})

test('what is split off makes a claim of its own; the id stays with the first words, whichever part they are in', () => {
  const { reads, linked } = setUp(MARROW, SECOND, ROKE)
  assert.deepEqual(docsOf(linked), [['Ostmere', 'Orlenne'], ['Vessen']])
  const from = { ...claimOf(linked, reads, 0), wording: linked.claims[0]?.wording }
  const [first, second] = from.words
  assert.ok(first && second)
  const parts = [['Orlenne'], ['Ostmere'], ['Vessen']]
  const later = linkRuled(reads, rule({ kind: 'split', from, move: [second] }))
  assert.deepEqual(docsOf(later).toSorted(), parts)
  const stays = later.claims.find(({ id }) => id === from.id)
  assert.deepEqual(
    stays?.evidence.map(({ doc }) => doc),
    ['doc-Ostmere'],
  )
  const earlier = linkRuled(reads, rule({ kind: 'split', from, move: [first] }))
  assert.deepEqual(docsOf(earlier).toSorted(), parts)
  assert.equal(earlier.claims.find(({ evidence }) => evidence[0].doc === 'doc-Ostmere')?.id, from.id)
  assert.deepEqual(
    [later, earlier].map(({ claims }) => claims.find(({ evidence }) => evidence[0].doc === 'doc-Orlenne')?.wording),
    [from.wording, from.wording],
  )
})

test('claims that are different are kept apart when a later ruling has joined them', () => {
  const { reads, linked } = setUp(MARROW, HALE)
  const what = [claimOf(linked, reads, 0), claimOf(linked, reads, 1)] as const
  const merge = rule({ kind: 'merge', keep: what[0], absorb: [what[1]] })
  const different = rule({ kind: 'different', what })
  assert.equal(linkRuled(reads, different).claims.length, 2)
  assert.equal(linkRuled(reads, merge).claims.length, 1)
  assert.deepEqual(docsOf(linkRuled(reads, merge, different)), [['Ostmere'], ['Tolvar']])
})

test('two entities ruled the same are one: one holder, one origin, one id that the other leads to', () => {
  const { reads, linked } = setUp(MARROW, say('Tolvar', 'the Karskan envoy', TRUCE, { published: '2031-03-05' }))
  assert.deepEqual([linked.independences[0]?.atLeast, linked.entities.length], [2, 2])
  const what = [entityOf(linked, reads, 'Ilse Marrow'), entityOf(linked, reads, 'the Karskan envoy')] as const
  const ruled = linkRuled(reads, rule({ kind: 'same', what }, 'she is the envoy'))
  assert.deepEqual(
    ruled.entities.map(({ id, name, aliases, chains }) => [id, name, aliases, chains.length]),
    [[what[0].id, 'Ilse Marrow', [{ id: what[1].id, name: 'the Karskan envoy' }], 2]],
  )
  assert.deepEqual([ruled.independences[0]?.atLeast, ruled.independences[0]?.atMost], [1, 1])
  assert.equal(ruled.independences[0]?.reasons.at(-1)?.kind, 'ruled')
})

test('two unnamed groups ruled the same are one origin, which they may have been before', () => {
  const unnamed = (name: string, words: string): Report => ({
    ...say(name, words, TRUCE),
    says: [{ by: { words, kind: 'anonymous', side: 'Veldanian' }, cue: 'said', content: TRUCE }],
  })
  const { reads, linked } = setUp(unnamed('Ostmere', 'A Veldanian official'), unnamed('Tolvar', 'A Veldanian diplomat'))
  assert.deepEqual([linked.independences[0]?.atLeast, linked.independences[0]?.atMost], [1, 2])
  const [a, b] = linked.entities.map(({ name }) => entityOf(linked, reads, name))
  const ruled = linkRuled(reads, rule({ kind: 'same', what: [a ?? assert.fail(), b ?? assert.fail()] }))
  assert.deepEqual([ruled.independences[0]?.atLeast, ruled.independences[0]?.atMost], [1, 1])
})

test('two people ruled different stay two where the linker makes them one', () => {
  const { reads, linked } = setUp(
    say('Ostmere', 'Ilse Marrow', TRUCE),
    say('Tolvar', 'Marrow', FERRIES),
    say('Vessen', 'Ilse Marrow', FERRIES),
  )
  assert.equal(linked.entities.length, 1)
  const all = entityOf(linked, reads, 'Ilse Marrow')
  const [first, second] = all.words
  assert.ok(first && second)
  const what = [
    { ...all, words: [first] },
    { ...all, id: asId<'entity'>('other'), words: [second] },
  ] as const
  const ruled = linkRuled(reads, rule({ kind: 'different', what }))
  assert.deepEqual(
    ruled.entities.map(({ id, name, chains }) => [id === all.id, name, chains.length]),
    [
      [true, 'Ilse Marrow', 2],
      [false, 'Marrow', 1],
    ],
  )
})

test('where the one id that is left is the second’s, it is the first who gets another', () => {
  const { reads, linked } = setUp(say('Ostmere', 'Ilse Marrow', TRUCE), say('Tolvar', 'Marrow', FERRIES))
  const all = entityOf(linked, reads, 'Ilse Marrow')
  const [first, second] = all.words
  assert.ok(first && second)
  const what = [
    { ...all, id: asId<'entity'>('former'), words: [first], name: 'Ilse Marrow', kind: 'person' },
    { ...all, words: [second], name: 'Tobias Marrow', kind: 'person' },
  ] as const
  const ruled = linkRuled(reads, rule({ kind: 'different', what }))
  assert.deepEqual(
    ruled.entities.map(({ id, name }) => [id, name]).toSorted((a, b) => (a[1] ?? '').localeCompare(b[1] ?? '')),
    [
      ['former', 'Ilse Marrow'],
      [all.id, 'Tobias Marrow'],
    ],
  )
})

test('what nobody said counts nowhere, and the claim that it bore on says who ruled so', () => {
  const { reads, linked } = setUp(MARROW, SECOND)
  const on = [claimOf(linked, reads, 0)]
  const what = attributionOf(reads[1] ?? assert.fail())
  const ruled = linkRuled(reads, rule({ kind: 'reject', what, on }, 'the caption says so, not he'))
  assert.deepEqual(docsOf(ruled), [['Ostmere']])
  assert.equal(ruled.independences[0]?.atMost, 1)
  assert.deepEqual(
    ruled.independences[0]?.reasons.map((reason) => 'because' in reason && reason.because),
    ['ruled by Ada Orme: the caption says so, not he'],
  )
})

test('the sentence of what nobody said is not taken for the outlet’s own voice either', () => {
  const { reads, linked } = setUp(MARROW, SECOND)
  const read = reads[1] ?? assert.fail()
  const what = attributionOf(read)
  assert.equal(
    link([reads[0] ?? read, { ...read, reading: { ...read.reading, attributions: [] } }]).appearances.length,
    2,
  )
  const ruled = linkRuled(reads, rule({ kind: 'reject', what, on: [claimOf(linked, reads, 0)] }))
  assert.equal(ruled.appearances.length, 1)
})

test('what lay within a rejected attribution lies within what that lay in, and nothing points at it', () => {
  const read = makeRead(MARROW)
  const [only] = read.reading.attributions
  assert.ok(only)
  const [middle, inner] = ['middle', 'inner'].map((id) => asId<'attribution'>(id)) as [typeof only.id, typeof only.id]
  const cue = [{ start: 0, end: 4 }] as const
  const attributions = [
    only,
    { ...only, id: middle, cue, within: only.id },
    { ...only, id: inner, within: middle, target: { words: only.content, of: middle } },
  ]
  const nested = { ...read, reading: { ...read.reading, attributions } }
  const ruled = applyToReading(nested, [rule({ kind: 'reject', what: attributionOf(nested, 1), on: [] })])
  assert.deepEqual(
    ruled.reading.attributions.map(({ id, within, target }) => [id, within, target?.of]),
    [
      [only.id, undefined, undefined],
      [inner, only.id, undefined],
    ],
  )
})

test('a confirmation changes no count', () => {
  const { reads, linked } = setUp(MARROW)
  const decision = rule({ kind: 'confirm', what: attributionOf(reads[0] ?? assert.fail()) })
  assert.deepEqual(linkRuled(reads, decision), linked)
})

test('what another said is the other’s: of the same report, of another one, or of nobody', () => {
  const two: Report = {
    ...MARROW,
    text: `${MARROW.text} Corvin Hale left the room.`,
    says: [...(MARROW.says ?? []), { by: { words: 'Corvin Hale' }, cue: 'left', content: 'the room' }],
  }
  const { reads, linked } = setUp(two, SECOND)
  const what = attributionOf(reads[0] ?? assert.fail())
  const originsWith = (to: 'Corvin Hale' | 'Anselm Roke' | 'unstated'): string[] => {
    const holder = to === 'unstated' ? to : { ...entityOf(linked, reads, to), name: to, kind: 'person' as const }
    const ruled = linkRuled(reads, rule({ kind: 're-attribute', what, to: holder }))
    return ruled.independences[0]?.origins.map(({ name }) => name) ?? []
  }
  assert.deepEqual(originsWith('Corvin Hale'), ['Corvin Hale', 'Anselm Roke'])
  assert.deepEqual(originsWith('Anselm Roke'), ['Anselm Roke'])
  assert.deepEqual(originsWith('unstated'), ['Anselm Roke'])
})

test('a holder of another report is the one meant, even where the name alone would make it another', () => {
  const { reads, linked } = setUp(
    say('Ostmere', 'Tobias Marrow', FERRIES),
    say('Tolvar', 'Ilse Marrow', TRUCE),
    say('Vessen', 'the envoy', TRUCE),
  )
  const what = attributionOf(reads[2] ?? assert.fail())
  const to = { ...entityOf(linked, reads, 'Ilse Marrow'), name: 'Marrow', kind: 'person' } as const
  const ruled = linkRuled(reads, rule({ kind: 're-attribute', what, to }))
  const marrow = ruled.entities.find(({ name }) => name === 'Ilse Marrow')
  assert.deepEqual(
    marrow?.chains.map(({ doc }) => doc),
    ['doc-Tolvar', 'doc-Vessen'],
  )
})

test('a ruling outlives the docs that it was made on', () => {
  const { reads, linked } = setUp(MARROW, HALE, SECOND)
  const [keep, absorb] = [claimOf(linked, reads, 0), claimOf(linked, reads, 1)]
  const decisions = [
    rule({ kind: 'merge', keep, absorb: [absorb] }, 'one'),
    rule({ kind: 'reject', what: attributionOf(reads[2] ?? assert.fail()), on: [keep] }, 'two'),
    rule(
      { kind: 'same', what: [entityOf(linked, reads, 'Ilse Marrow'), entityOf(linked, reads, 'Corvin Hale')] },
      'three',
    ),
  ]
  const again = reads.map(remade)
  assert.deepEqual(
    link(again).claims.map(({ id }) => id),
    linked.claims.map(({ id }) => id),
  )
  const ruled = linkRuled(again, ...decisions)
  assert.deepEqual(docsOf(ruled), [['Ostmere-again', 'Tolvar-again']])
  assert.deepEqual([ruled.claims[0]?.id, ruled.claims[0]?.aliases], [keep.id, [absorb.id]])
  assert.equal(ruled.entities[0]?.chains.length, 2)
})

test('a ruling whose words are gone does nothing, though others look like them', () => {
  const { reads, linked } = setUp(MARROW, HALE)
  const [keep, absorb] = [claimOf(linked, reads, 0), claimOf(linked, reads, 1)]
  const merge = rule({ kind: 'merge', keep, absorb: [absorb] })
  const what = attributionOf(reads[1] ?? assert.fail())
  const reject = rule({ kind: 'reject', what, on: [absorb] })
  const rewritten = [MARROW, say('Tolvar', 'Corvin Hale', 'that a stop to the shelling was on the table')].map(makeRead)
  const others = rewritten.map(remade)
  assert.deepEqual(linkRuled(others, merge, reject), link(others))
})
