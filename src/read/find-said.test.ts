import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Doc } from '../model/doc.ts'
import { makeSpan } from '../model/span.ts'
import { readText } from './read-text.contract.ts'

/** Of each attribution when it was said and when what it tells of is to happen; the report is of Thursday, 2031-03-06. */
async function whensIn(text: string): Promise<string[]> {
  const { shown } = await readText(text)
  return shown.map(({ attribution: { said, event } }) => `${said?.value ?? '-'} ${event?.value ?? '-'}`)
}

const CASES: readonly (readonly [text: string, whens: readonly string[]])[] = [
  ['Ilse Marrow said on Tuesday that Karsk would sign the accord on Saturday.', ['2031-03-04 2031-03-08']],
  ['Ilse Marrow said that Karsk had signed the accord on Saturday.', ['- -']],
  ['Karsk will sign the accord next week, Ilse Marrow said on Tuesday.', ['2031-03-04 2031-W11']],
  ['“We will meet between March 10 and 12,” Corvin Hale said late last month.', ['2031-02 2031-03-10/2031-03-12']],
  // what was done afterwards is another clause
  ['Karsk first offered a truce late last year, an envoy said, but dropped the idea in January.', ['- -']],
  ['Ilse Marrow said in the fall of 2030 that the offer was dead.', ['2030-FA -']],
  // another's day, in a clause that only tells who she is
  ['Ilse Marrow, who arrived on Monday, said on Tuesday that the offer was dead.', ['2031-03-04 -']],
  // another's day, in a clause about somebody whom he only speaks of
  [
    '“The dam is lost,” said Corvin Hale, echoing Ilse Marrow, who said on Monday that it would burst.',
    ['- -', '2031-03-03 -'],
  ],
  ['“The dam is lost,” said Corvin Hale, echoing Ilse Marrow, who left on Monday.', ['- -']],
  ['“The dam is lost,” said Corvin Hale, quoting what Ilse Marrow wrote on Monday.', ['- -']],
  ['“The dam is lost,” said Corvin Hale on Tuesday, echoing Ilse Marrow, who left on Monday.', ['2031-03-04 -']],
  ['“The dam is lost,” said Corvin Hale, the mayor, at a briefing on Monday.', ['2031-03-03 -']],
  ['“The dam is lost,” said Corvin Hale, speaking to reporters on Monday.', ['2031-03-03 -']],
  ['Ilse Marrow said for three weeks that the offer was dead.', ['- -']],
  [
    'On Wednesday night, Corvin Hale told reporters that Karsk plans to vote by the end of May.',
    ['2031-03-05TNI 2031-05'],
  ],
]

test('when it was said stands in the clause of the cue, and what is to come in the content', async () => {
  for (const [text, whens] of CASES) assert.deepEqual(await whensIn(text), whens, text)
})

test('the words and days of a when are those of the text', async () => {
  const { shown, doc } = await readText('“We will meet between March 10 and 12,” Corvin Hale said on Wednesday night.')
  const { said, event } = shown[0]?.attribution ?? {}
  assert.deepEqual([said?.from, said?.until], ['2031-03-05', '2031-03-06'])
  assert.deepEqual([event?.from, event?.until], ['2031-03-10', '2031-03-13'])
  assert.equal(event && doc.text.slice(event.words.start, event.words.end), 'March 10 and 12')
})

test('a day within an entry of live coverage is counted from the time of the entry', async () => {
  const text = [
    'Ilse Marrow said on Tuesday that the talks would go on.',
    'Corvin Hale said on Tuesday that Karsk would sign on Saturday.',
    'Corvin Hale said on Tuesday that Karsk would sign on Saturday.',
  ].join('\n')
  const starts = [0, text.indexOf('Corvin'), text.lastIndexOf('Corvin')]
  const entries = [
    { span: makeSpan(text, starts[1] ?? 0, (starts[2] ?? 0) - 1), at: '2031-03-12T10:42:00.000Z' },
    { span: makeSpan(text, starts[2] ?? 0, text.length) }, // a time without a day: counted from that of the report
  ]
  const { shown, doc } = await readText(text, { entries })
  const told = shown.map(({ attribution: { said, event } }) => [said?.value, event?.value])
  assert.deepEqual(told, [
    ['2031-03-04', undefined],
    ['2031-03-11', '2031-03-15'],
    ['2031-03-04', '2031-03-08'],
  ])
  const words = shown.map(({ attribution: { said } }) => said && doc.text.slice(said.words.start, said.words.end))
  assert.deepEqual(
    words,
    ['on Tuesday', 'on Tuesday', 'on Tuesday'].map((each) => each.slice(3)),
  )
})

test('a day is counted from the calendar where the report was printed, as far as its date tells the zone', async () => {
  const said = async (value: string, published: string, entries: Doc['entries'] = []): Promise<unknown> => {
    const fields = [{ name: 'published' as const, value, path: 'given' }]
    const text = 'Corvin Hale told the council today that the dam had burst.'
    const { shown } = await readText(text, { published, fields, entries })
    return shown[0]?.attribution.said?.value
  }
  assert.equal(await said('2031-03-04T22:30:00-05:00', '2031-03-05T03:30:00.000Z'), '2031-03-04')
  assert.equal(await said('2031-03-05T07:30:00+11:00', '2031-03-04T20:30:00.000Z'), '2031-03-05')
  assert.equal(await said('March 4, 2031, 10:30 p.m. ET', '2031-03-05T03:30:00.000Z'), '2031-03-04')
  // in UTC, without a zone, a day alone, and where the doc was dated by something else
  assert.equal(await said('2031-03-05T03:30:00Z', '2031-03-05T03:30:00.000Z'), '2031-03-05')
  assert.equal(await said('2031-03-05 03:30', '2031-03-05T03:30:00.000Z'), '2031-03-05')
  assert.equal(await said('2031-03-05', '2031-03-05T00:00:00.000Z'), '2031-03-05')
  assert.equal(await said('2031-03-04T22:30:00-05:00', '2031-03-07T00:00:00.000Z'), '2031-03-07')
  // an entry's own time, by the calendar of the page
  const entry = { span: makeSpan('x'.repeat(58), 0, 58), at: '2031-03-06T02:10:00.000Z' }
  assert.equal(await said('2031-03-04T22:30:00-05:00', '2031-03-05T03:30:00.000Z', [entry]), '2031-03-05')
})
