import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Given } from '../model/capture.ts'
import { type BlockKind, type Doc, toGiven } from '../model/doc.ts'
import { ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { docFromText, makeTextDoc } from './doc-from-text.ts'

const docOf = (text: string, given: Partial<Given> = {}): Doc =>
  docFromText(text, { name: 'karsk', mediaType: 'text/plain', ...given }, asId('c1'))
const blocksOf = (doc: Doc): [BlockKind, string][] =>
  doc.blocks.map(({ kind, span }) => [kind, doc.text.slice(span.start, span.end)])
const of = (doc: Doc, kind: BlockKind): string[] => blocksOf(doc).flatMap(([is, words]) => (is === kind ? [words] : []))

const REPORT = [
  'Veldania will not reopen the grain corridor before the spring, its envoy said on Monday.',
  '“Nobody asked us,” Ilse Marrow told the Meridian News Agency in Karsk.',
]

test('headline, standfirst, byline, heading and paragraphs are told apart', () => {
  const doc = docOf(
    [
      'Karsk corridor stays shut',
      'Envoy blames the harbour masters',
      'By Jon Holt',
      ...REPORT,
      'GRAIN AND GUNS',
      'The harbour has been closed since May.',
      '— A dash item without a stop',
      'In other news:',
      'The talks go on.',
    ].join('\n\n'),
  )
  assert.deepEqual(blocksOf(doc), [
    ['headline', 'Karsk corridor stays shut'],
    ['standfirst', 'Envoy blames the harbour masters'],
    ['byline', 'By Jon Holt'],
    ['paragraph', REPORT[0]],
    ['paragraph', REPORT[1]],
    ['heading', 'GRAIN AND GUNS'],
    ['paragraph', 'The harbour has been closed since May.'],
    ['paragraph', '— A dash item without a stop'],
    ['heading', 'In other news:'],
    ['paragraph', 'The talks go on.'],
  ])
  assert.equal(doc.title, 'Karsk corridor stays shut')
  assert.equal(doc.byline, 'Jon Holt')
  assert.equal(doc.published, undefined)
  assert.deepEqual(doc.removed, [])
})

test('a first paragraph that lacks its stop is no headline', () => {
  const first =
    'The prime minister of Veldania has once more turned down a proposal to open the harbour of Karsk to ships of the southern provinces'
  const doc = docOf([first, ...REPORT].join('\n'))
  assert.deepEqual(of(doc, 'headline'), [])
  assert.equal(of(doc, 'paragraph')[0], first)
  assert.equal(doc.title, undefined)
})

test('a given title names the headline, even one that ends in a stop', () => {
  const doc = docOf(['Karsk corridor stays shut.', ...REPORT].join('\n\n'), { title: 'Karsk Corridor Stays Shut' })
  assert.deepEqual(of(doc, 'headline'), ['Karsk corridor stays shut.'])
  assert.equal(doc.title, 'Karsk Corridor Stays Shut')
})

test('lines broken by hand are put together, and their words are found again', () => {
  const given =
    'Veldania will not reopen the grain corridor\r\nbefore the spring, its envoy said on Monday\r\nafter a long night of talks with the harbour\r\nmasters of Karsk.\r\n\r\nNobody had asked for it, she told reporters.'
  const doc = docOf(given)
  assert.equal(of(doc, 'paragraph').length, 2)
  const start = doc.text.indexOf('harbour masters')
  const ranges = toGiven(doc.given ?? [], { start, end: start + 'harbour masters'.length })
  assert.deepEqual(
    ranges.map(([from, to]) => given.slice(from, to)),
    ['harbour\r\nmasters'],
  )
})

test('the way back counts byte order mark, CR, soft hyphen and emoji', () => {
  const given = `\uFEFFKarsk corridor stays shut\r\n\r\nHome\r\nNews\r\nWorld\r\n\r\n😀 The co\u00ADoperation of Karsk\u00A0is over, she said.\r\n`
  const doc = docOf(given)
  assert.equal(doc.text, 'Karsk corridor stays shut\n\n😀 The cooperation of Karsk is over, she said.')
  for (const [words, wanted] of [
    ['cooperation', 'co\u00ADoperation'],
    ['Karsk is', 'Karsk\u00A0is'],
    ['Karsk corridor', 'Karsk corridor'],
    ['😀', '😀'],
  ] as const) {
    const start = doc.text.indexOf(words)
    const ranges = toGiven(doc.given ?? [], { start, end: start + words.length })
    assert.deepEqual(
      ranges.map(([from, to]) => given.slice(from, to)),
      [wanted],
    )
  }
})

test('sentences are never lost, whatever stands around them', () => {
  const paragraph = fc.constantFrom(
    ...REPORT,
    'Grain, said the envoy of Veldania on Monday, is a weapon.',
    'The talks in Karsk go on.',
  )
  fc.assert(
    fc.property(
      fc.array(paragraph, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\n', '\n\n', '\r\n'),
      (paragraphs, blank) => {
        const doc = docOf(paragraphs.join(blank))
        assert.equal(doc.text, paragraphs.join('\n\n'))
      },
    ),
    { seed: 7 },
  )
})

test('any text gives a doc or says that there is none', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('text/plain' as const, 'text/markdown' as const),
      (text, mediaType) => {
        try {
          const doc = docOf(text, { mediaType })
          assert.ok(doc.text.isWellFormed())
          for (const { span } of doc.blocks)
            assert.ok(toGiven(doc.given ?? [], span).every(([from, to]) => from < to && to <= text.length))
        } catch (error) {
          assert.ok(error instanceof ReadoutError && error.code === 'NO_TEXT', String(error))
        }
      },
    ),
    { seed: 8, numRuns: 400 },
  )
})

test('what was given outranks what is found, and a date that is none leaves the doc undated', () => {
  const markdown = `---\ntitle: "Karsk corridor stays shut"\ndate: 2024-02-14\nauthor: Jon Holt\noutlet: Meridian News Agency\nurl: https://meridian.example/karsk\n---\n\n${REPORT.join('\n\n')}`
  const stated = docOf(markdown, { mediaType: 'text/markdown' })
  assert.equal(stated.published, '2024-02-14T00:00:00.000Z')
  assert.deepEqual(
    [stated.title, stated.byline, stated.outlet, stated.url],
    ['Karsk corridor stays shut', 'Jon Holt', 'Meridian News Agency', 'https://meridian.example/karsk'],
  )
  const outranked = docOf(markdown, {
    mediaType: 'text/markdown',
    outlet: 'Harbour Post',
    published: 'sometime in May',
  })
  assert.equal(outranked.outlet, 'Harbour Post')
  assert.equal(outranked.published, undefined)
  assert.ok(
    outranked.fields.some(
      ({ name, value, path }) => name === 'published' && value === 'sometime in May' && path === 'given',
    ),
  )
})

test('Markdown is reduced to its words, and they are found again', () => {
  const given =
    '# Karsk corridor *stays* shut\n\nThe [envoy of **Veldania**](https://v.example/a_(b)) said\nthat it is `over`.\n\n> Nobody asked us.\n\n- grain\n- guns\n\n## What is next\n\nThe talks\\* go on, snake_case and all.\n'
  const doc = docOf(given, { mediaType: 'text/markdown' })
  assert.deepEqual(blocksOf(doc), [
    ['headline', 'Karsk corridor stays shut'],
    ['paragraph', 'The envoy of Veldania said that it is over.'],
    ['quote', 'Nobody asked us.'],
    ['paragraph', 'grain'],
    ['paragraph', 'guns'],
    ['heading', 'What is next'],
    ['paragraph', 'The talks* go on, snake_case and all.'],
  ])
  const start = doc.text.indexOf('Veldania')
  assert.deepEqual(
    toGiven(doc.given ?? [], { start, end: start + 8 }).map(([from, to]) => given.slice(from, to)),
    ['Veldania'],
  )
})

test('the id rests on report, extractor and text alone', () => {
  const text = REPORT.join('\n')
  const named = docFromText(text, { name: 'a', mediaType: 'text/plain' }, asId('c1'), 'r1')
  const again = docFromText(text, { name: 'b', mediaType: 'text/plain', outlet: 'X' }, asId('c2'), 'r1')
  assert.equal(named.id, again.id)
  assert.notEqual(named.id, docFromText(text, { name: 'a', mediaType: 'text/plain' }, asId('c1'), 'r2').id)
})

test('a title that was given with a text which does not print it stands above it', () => {
  const given = { name: 'talks', mediaType: 'text/plain', title: 'Karsk corridor  stays shut' } as const
  const about = { capture: asId<'capture'>('capture'), given }
  const doc = makeTextDoc(REPORT.join('\n\n'), about)
  assert.deepEqual(blocksOf(doc)[0], ['headline', 'Karsk corridor stays shut'])
  const [, first] = doc.blocks
  const runs = doc.given ?? []
  assert.deepEqual(first && toGiven(runs, first.span)[0]?.[0], 0) // the way back to the text as given is as before
  assert.deepEqual(doc.blocks[0] && toGiven(runs, doc.blocks[0].span), [])
  const printed = makeTextDoc(['Karsk corridor stays shut', ...REPORT].join('\n\n'), about)
  assert.equal(printed.blocks.filter(({ kind }) => kind === 'headline').length, 1)
  const told = docFromText(REPORT.join('\n\n'), given, asId<'capture'>('capture'))
  assert.equal(told.blocks[0]?.kind, 'paragraph') // the reader alone gives ranges into the text, and no others
})
