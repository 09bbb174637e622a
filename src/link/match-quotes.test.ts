import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { QuoteMatch } from '../model/quote-match.ts'
import { link } from './link.ts'
import { makeRead, type Report, type Said } from './make-read.contract.ts'

const SOURCE = { words: 'a Karskan source', name: 'Karskan source', kind: 'anonymous', side: 'Karskan' } as const
const MARROW = { words: 'Ilse Marrow' } as const

/** A report of remarks in order, each in marks and said by one speaker. */
function report(name: string, day: string, by: Said['by'], remarks: readonly string[], after = ''): Report {
  const said = by ?? MARROW
  return {
    name,
    outlet: `${name} Courier`,
    published: day,
    text: remarks.map((remark) => `“${remark},” ${said.words} said${after}.`).join('\n\n'),
    says: remarks.map((remark) => ({ by: said, cue: 'said', content: `“${remark},”` })),
  }
}

function matchesOf(...reports: readonly Report[]): (readonly [string, string, QuoteMatch['verdict']])[] {
  return link(reports.map(makeRead)).quoteMatches.map(
    ({ earlier, later, verdict }) => [earlier.quote, later.quote, verdict] as const,
  )
}

const WORD = 'Everything fell apart with the Veldanians in the end'

test('other words for one remark, from one unnamed source, beside a remark that both reports have', () => {
  const [one, other] = [
    'The contacts with the Veldanians came to nothing',
    'The communication with the Veldanians yielded no results',
  ]
  assert.deepEqual(
    matchesOf(
      report('Ostmere', '2031-03-04', SOURCE, [WORD, one]),
      report('Tolvar', '2031-03-05', SOURCE, [WORD, other]),
    ),
    [
      [WORD, WORD, 'verbatim'],
      [one, other, 'paraphrase'],
    ],
  )
})

test('where a report says that the words were translated, so are they called', () => {
  const found = matchesOf(
    report('Ostmere', '2031-03-04', SOURCE, [WORD, 'The contacts with the Veldanians came to nothing']),
    report(
      'Tolvar',
      '2031-03-05',
      SOURCE,
      [WORD, 'The communication with the Veldanians yielded no results'],
      ' through an interpreter',
    ),
  )
  assert.deepEqual(
    found.map(([, , verdict]) => verdict),
    ['verbatim', 'translated'],
  )
})

test('what was said on another occasion changed nothing; within a day it is one remark', () => {
  const say = (name: string, published: string, remark: string, said: string): Report => {
    const { says = [], ...rest } = report(name, published, MARROW, [remark])
    return { ...rest, says: says.map((one) => ({ ...one, said })) }
  }
  const first = say(
    'Ostmere',
    '2031-03-04',
    'Karsk owes us forty crowns for the ferries, and it will pay',
    '2031-03-03',
  )
  const other = 'Karsk owes us fifty crowns for the ferries, and it will pay'
  const verdicts = (day: string): string[] =>
    matchesOf(first, say('Tolvar', '2031-03-21', other, day)).map(([, , verdict]) => verdict)
  assert.deepEqual(verdicts('2031-03-20'), [])
  assert.deepEqual(verdicts('2031-03-04'), ['altered inside marks'])
})

test('another word of an interpreter is another translation, another number is not', () => {
  const one = report('Ostmere', '2031-03-04', MARROW, [
    'Nobody in Karsk should pretend that ten talks can save the pact',
  ])
  const verdicts = (remark: string): string[] =>
    matchesOf(one, report('Tolvar', '2031-03-05', MARROW, [remark], ' through an interpreter')).map(
      ([, , verdict]) => verdict,
    )
  assert.deepEqual(verdicts('Nobody in Karsk ought to pretend that ten talks can save the pact'), ['translated'])
  assert.deepEqual(verdicts('Nobody in Karsk should pretend that 12 talks can save the pact'), ['altered inside marks'])
})

test('two remarks that one report prints both are no forms of one', () => {
  const [one, other] = [
    'The contacts with the Veldanians came to nothing',
    'The communication with the Veldanians yielded no results',
  ]
  assert.deepEqual(
    matchesOf(
      report('Ostmere', '2031-03-04', SOURCE, [WORD, one, other]),
      report('Tolvar', '2031-03-05', SOURCE, [WORD, other]),
    ).map(([, , verdict]) => verdict),
    ['verbatim', 'verbatim'],
  )
})

test('other matters of one speaker are not joined, nor is another speaker', () => {
  assert.deepEqual(
    matchesOf(
      report('Ostmere', '2031-03-04', MARROW, [WORD, 'The ferries will run again in April']),
      report('Tolvar', '2031-03-05', MARROW, [WORD, 'A levy on the Veldanians is not planned']),
    ).map(([, , verdict]) => verdict),
    ['verbatim'],
  )
  assert.deepEqual(
    matchesOf(
      report('Ostmere', '2031-03-04', MARROW, ['The contacts with the Veldanians came to nothing']),
      report('Tolvar', '2031-03-05', { words: 'Corvin Hale' }, [
        'The communication with the Veldanians yielded no results',
      ]),
    ),
    [],
  )
})

test('what a speaker always says is no printing of one remark', () => {
  assert.deepEqual(
    matchesOf(
      report('Ostmere', '2031-03-04', MARROW, ['Let me tell you what this is, a river']),
      report('Tolvar', '2031-03-05', MARROW, ['Let me tell you what is shameful']),
    ),
    [],
  )
})

test('a changed printing is held against the whole remark, not against one that cut it', () => {
  const whole = 'The ferry lay at the pier for one night, and in the morning nobody would board it'
  const matches = link(
    [
      report('Ostmere', '2031-03-04', MARROW, [whole]),
      report('Tolvar', '2031-03-05', MARROW, ['The ferry lay at the pier for one night']),
      report('Brissen', '2031-03-06', MARROW, ['The ferry lay at the pier for a week, and nobody dared to board it']),
    ].map(makeRead),
  ).quoteMatches
  assert.deepEqual(
    matches.map(({ earlier, verdict }) => [earlier.quote, verdict]),
    [
      [whole, 'trimmed'],
      [whole, 'altered inside marks'],
    ],
  )
})

test('a slogan in a speech is no changed printing of a title', () => {
  assert.deepEqual(
    matchesOf(
      report('Ostmere', '2031-03-04', MARROW, ['Drowned Meadows: How to Make Karsk Great Again']),
      report('Tolvar', '2031-03-05', MARROW, [
        'I thank the shipowners and shall work with all of them to make Karsk great again',
      ]),
    ),
    [],
  )
})

test('two quotations that a later report prints as one are joined', () => {
  const earlier: Report = {
    name: 'Ostmere',
    outlet: 'Ostmere Courier',
    published: '2031-03-04',
    text: '“We are tired of the long winter,” Ilse Marrow said. “The list of the prisoners is not complete.”',
    says: [
      {
        by: MARROW,
        cue: 'said',
        content: ['“We are tired of the long winter,”', '“The list of the prisoners is not complete.”'],
      },
    ],
  }
  const later = report('Tolvar', '2031-03-05', MARROW, [
    'We are tired of the long winter. The list of the prisoners is not complete',
  ])
  const [match, ...others] = link([makeRead(earlier), makeRead(later)]).quoteMatches
  assert.equal(others.length, 0)
  assert.equal(match?.verdict, 'joined')
  assert.match(match?.earlier.quote ?? '', /^We are tired .* Ilse Marrow said. .*complete\.$/)
})
