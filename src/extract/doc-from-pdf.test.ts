import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Doc, toGiven } from '../model/doc.ts'
import { type ErrorCode, ReadoutError } from '../model/errors.ts'
import { asId } from '../model/id.ts'
import { extractAny } from './extract-any.ts'
import { column, makePdf, type Placed } from './make-pdf.contract.ts'

const docOf = (bytes: Uint8Array): Promise<Doc> =>
  extractAny({
    bytes,
    mediaType: 'application/pdf',
    given: { name: 'karsk', mediaType: 'application/pdf' },
    capture: asId('c1'),
  })
const blocksOf = ({ blocks, text }: Doc): [string, string][] =>
  blocks.map(({ kind, span }) => [kind, text.slice(span.start, span.end)])
const failsWith = (code: ErrorCode, message: RegExp) => (error: unknown) =>
  error instanceof ReadoutError && error.code === code && message.test(error.message)

const FIRST = [
  'KARSK (Meridian) - Veldania will not reopen the grain corridor before the spring,',
  'its envoy said on Monday, after a long night of talks with the harbour mas-',
  'ters of Karsk about the long-',
  'term use of its port.',
]
const SECOND = ['Nobody had asked for it, Ilse Marrow told the Meridian News Agency, and no', 'offer was made.']

test('lines become paragraphs, the largest of them the headline', async () => {
  const doc = await docOf(
    makePdf(
      [
        [
          ['Karsk corridor stays shut', 72, 740, 20],
          ['By Ilse Marrow', 72, 715],
          ['Published 3 May 2031 14:05 BST', 72, 695],
          ...column(FIRST, { y: 670 }),
          ...column(SECOND, { y: 610 }),
          ['Grain and guns', 72, 570, 13],
          ...column(['The ministry did not answer.'], { y: 550 }),
        ],
      ],
      {
        info: {
          Title: 'Karsk corridor stays shut | Harbour Post',
          Author: 'Jon Holt',
          CreationDate: "D:20310504090000+02'00'",
        },
      },
    ),
  )
  assert.deepEqual(blocksOf(doc), [
    ['headline', 'Karsk corridor stays shut'],
    ['byline', 'By Ilse Marrow'],
    ['byline', 'Published 3 May 2031 14:05 BST'],
    [
      'paragraph',
      'KARSK (Meridian) - Veldania will not reopen the grain corridor before the spring, its envoy said on Monday, after a long night of talks with the harbour masters of Karsk about the long-term use of its port.',
    ],
    ['paragraph', SECOND.join(' ')],
    ['heading', 'Grain and guns'],
    ['paragraph', 'The ministry did not answer.'],
  ])
  assert.deepEqual(
    [doc.title, doc.published, doc.language],
    ['Karsk corridor stays shut', '2031-05-03T13:05:00.000Z', 'en'],
  )
  const facts = doc.fields.map(({ name, value, path }) => `${name}: ${value} (${path})`)
  assert.ok(facts.includes('title: Karsk corridor stays shut (largest line and PDF info Title)'), facts.join('\n'))
  assert.ok(facts.includes('byline: Jon Holt (PDF info Author)'))
  assert.ok(facts.includes('created: 2031-05-04T09:00:00+02:00 (PDF info CreationDate)'))
  assert.equal(doc.given, undefined)
  assert.deepEqual(toGiven(doc.given ?? [], { start: 0, end: 5 }), [])
})

test('when a file was made says nothing of when its report was printed', async () => {
  const doc = await docOf(makePdf([column(FIRST)], { info: { CreationDate: 'D:20310504090000Z' } }))
  assert.equal(doc.published, undefined)
})

test('what stands on all pages and their numbers go; a sentence goes on over the page', async () => {
  const page = (number: number, lines: readonly string[]): Placed[] => [
    ['Harbour Post, 3 May 2031', 72, 760, 8],
    ...column(lines),
    [`Page ${number} of 3`, 280, 40, 8],
  ]
  const doc = await docOf(
    makePdf([
      page(1, [...FIRST.slice(0, 2), 'ters of Karsk, and that two diplomats who had come from the south were']),
      page(2, ['sent home. The ministry of Veldania gave no reason for that when it was asked.']),
      page(3, ['It had none to give, the envoy of the southern provinces said in Port Sabel.']),
    ]),
  )
  const paragraphs = blocksOf(doc).map(([, words]) => words)
  assert.match(paragraphs[0] ?? '', /south were sent home\. The ministry/)
  assert.equal(/Harbour Post|Page \d/.test(doc.text), false)
  const removed = doc.removed.filter(({ reason }) => reason === 'page header or footer').map(({ text }) => text)
  assert.deepEqual(removed, ['Harbour Post, 3 May 2031', 'Page 1 of 3', 'Page 2 of 3', 'Page 3 of 3'])
})

test('columns are read one after the other', async () => {
  const left = [
    'Veldania will not reopen the corridor',
    'before the spring, its envoy said in',
    'Karsk, where talks with the harbour',
  ]
  const right = [
    'masters had gone on through the night',
    'and ended with nothing, as most of the',
    'talks before them had.',
  ]
  const doc = await docOf(makePdf([[...column(left), ...column(right, { x: 330 })]]))
  assert.equal(doc.text, [...left, ...right].join(' '))
})

test('a scan, a locked and a broken file each say what they are', async () => {
  await assert.rejects(
    docOf(makePdf([[], []])),
    failsWith('NO_TEXT', /^karsk: no text in this PDF: its 2 pages are pictures or empty/),
  )
  await assert.rejects(
    docOf(makePdf([column(FIRST)], { isLocked: true })),
    failsWith('EXTRACT_FAILED', /locked with a password/),
  )
  await assert.rejects(
    docOf(new TextEncoder().encode('%PDF-1.7 and no more')),
    failsWith('EXTRACT_FAILED', /this PDF is broken/),
  )
  await assert.rejects(docOf(new Uint8Array()), failsWith('EXTRACT_FAILED', /this PDF is broken/))
})

test('a file cut in half gives what is left of it or says that it is broken', async () => {
  const whole = makePdf([column(FIRST), column(SECOND)])
  for (let cut = 40; cut < whole.length; cut += 97) {
    const doc = await docOf(whole.slice(0, cut)).catch((error: unknown) => error)
    assert.ok(!(doc instanceof Error) || doc instanceof ReadoutError, `${cut}: ${doc}`)
  }
})
