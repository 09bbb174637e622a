// What a section says that has no line: it follows from what there was, and not from what could be printed of it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition, SectionKind } from '../model/edition.ts'
import { asId } from '../model/id.ts'
import { ALL } from '../model/watch.ts'
import { compose, type StandingChange } from './compose.ts'
import { type ClaimGiven, makeInput, makeReport, type ReportGiven } from './example-week.test.ts'

const TROOPS = 'the troops would be home in ninety days'
const day = (number: number) => `2031-03-0${number}T09:00:00.000Z`

function makeOne(name: string, words: string, told: ReportGiven['told'][0], published = day(6)) {
  return makeReport({ name, outlet: 'Meridian', published, paragraphs: [words], told: [told] })
}

const before = makeOne(
  'before',
  `An official said that ${TROOPS}.`,
  { who: 'x', source: 'An official', cue: 'said', content: `that ${TROOPS}`, kind: 'anonymous' },
  '2031-02-25T09:00:00.000Z',
)
const correction = makeOne('correction', `Meridian corrected its report that ${TROOPS}.`, {
  who: 'meridian',
  source: 'Meridian',
  cue: 'corrected',
  content: `its report that ${TROOPS}`,
  act: 'corrects',
  kind: 'organisation',
})
const denial = makeOne('denial', `Spokesman Oren Tal denied that ${TROOPS}.`, {
  who: 'tal',
  source: 'Spokesman Oren Tal',
  cue: 'denied',
  content: `that ${TROOPS}`,
  act: 'denies',
  role: 'official',
})
const claim: ClaimGiven = { id: 'ninety', wording: TROOPS, asserted: [['before', 0]] }

function composeWith(
  docs: readonly ReturnType<typeof makeReport>[],
  claims: readonly ClaimGiven[],
  changes: Readonly<Record<string, StandingChange>> = {},
): Edition {
  const standings = new Map(Object.entries(changes).map(([id, change]) => [asId<'claim'>(id), change]))
  return compose({ ...makeInput('2031-W10', docs, claims), standings })
}

function emptyNote({ sections }: Edition, wanted: SectionKind): string | undefined {
  const section = sections.find(({ kind }) => kind === wanted)
  assert.deepEqual(section?.items, [])
  return section?.note
}

test('a change that is told under Corrected or withdrawn is no claim that stands where it stood', () => {
  const claims = [{ ...claim, answered: [['correction', 0]] }] as const
  const moved = { ninety: { before: 'reported', now: 'corrected' } } as const
  const edition = composeWith([before, correction], claims, moved)
  assert.equal(
    emptyNote(edition, 'changed since last edition'),
    'Of the claims that were known when last week ended, what became of one is told under Corrected or withdrawn.',
  )
  const still = composeWith([before], [claim], { ninety: { before: 'reported', now: 'reported' } })
  assert.equal(
    emptyNote(still, 'changed since last edition'),
    'Of no claim that was known when last week ended was it seen that it stands otherwise now.',
  )
})

test('a change of which no line can be made stands in the ledger', () => {
  const unworded = { ...claim, asserted: [], answered: [['denial', 0]] } as const
  const moved = { ninety: { before: 'reported', now: 'contested' } } as const
  assert.equal(
    emptyNote(composeWith([denial], [unworded], moved), 'changed since last edition'),
    'Of the claims that were known when last week ended, one stands otherwise in the ledger, of which no line could be made.',
  )
})

test('a correction that bears on no known claim, or makes no line, was still made', () => {
  assert.equal(
    emptyNote(composeWith([correction], []), 'corrected or withdrawn'),
    'One report of the week takes something back that bears on no known claim.',
  )
  const long = `${'on the word of an envoy of the northern league '.repeat(10)}${TROOPS}`
  const endless = makeOne('endless', `Meridian “corrected its report ${long}.`, {
    who: 'meridian',
    source: 'Meridian',
    cue: 'corrected',
    content: `its report ${long}`,
    act: 'corrects',
    kind: 'organisation',
  })
  assert.equal(
    emptyNote(
      composeWith([endless], [{ ...claim, asserted: [], answered: [['endless', 0]] }]),
      'corrected or withdrawn',
    ),
    'One report of the week takes something back of which no line could be made.',
  )
  assert.equal(
    emptyNote(composeWith([denial], []), 'corrected or withdrawn'),
    'No report of the week takes anything back.',
  )
})

test('a claim on one origin that cannot be put into words is not denied', () => {
  const says = (name: string, on: number) =>
    makeOne(
      name,
      'It “would end,” an official said.',
      { who: 'x', source: 'an official', cue: 'said', content: 'It “would end,”', kind: 'anonymous' },
      day(on),
    )
  const asserted = [
    ['one', 0],
    ['two', 0],
  ] as const
  const edition = composeWith([says('one', 4), says('two', 5)], [{ id: 'end', wording: 'It “would end,”', asserted }])
  assert.equal(
    emptyNote(edition, 'one origin'),
    'Of one claim of this kind no line could be made; it stands in the ledger.',
  )
})

test('what no line could be made of is not told above', () => {
  const tal = {
    who: 'tal',
    source: 'Spokesman Oren Tal',
    cue: 'denied',
    content: 'it',
    act: 'denies',
    role: 'official',
  } as const
  const mute = makeOne('mute', 'Spokesman Oren Tal denied it.', tal)
  assert.equal(
    emptyNote(composeWith([mute], []), 'denials and non-comments'),
    'Of one denial or refusal to comment of the week no line could be made; it stands in the ledger.',
  )
  const { sections } = composeWith([denial, mute], [{ ...claim, asserted: [], answered: [['denial', 0]] }])
  assert.equal(sections.find(({ kind }) => kind === 'lead')?.items.length, 1)
  assert.equal(
    sections.find(({ kind }) => kind === 'in other news')?.note,
    'Of one other matter of the week no line could be made; it stands in the ledger.',
  )
})

test('to doubt is no denial, and what is left open no refusal, where it is told who spoke', () => {
  const marrow = { who: 'marrow', source: 'Envoy Ilse Marrow', role: 'official' } as const
  const spokeIn = (words: string, told: ReportGiven['told'][0]): string => {
    const { sections } = composeWith(
      [makeOne('spoke', words, told)],
      [{ ...claim, asserted: [], answered: [['spoke', 0]] }],
    )
    return sections.find(({ kind }) => kind === 'who spoke')?.items[0]?.lines[0].text ?? ''
  }
  const doubted = { ...marrow, cue: 'doubted', content: `that ${TROOPS}`, act: 'doubts' } as const
  assert.match(spokeIn(`Envoy Ilse Marrow doubted that ${TROOPS}.`, doubted), /: one statement \(/)
  const open = { ...marrow, cue: 'has not denied', content: `that ${TROOPS}`, act: 'declines to comment' } as const
  assert.match(
    spokeIn(`Envoy Ilse Marrow has not denied that ${TROOPS}.`, { ...open, silence: 'left open' }),
    /: one question left open \(/,
  )
  assert.match(
    spokeIn(`Envoy Ilse Marrow has not denied that ${TROOPS}.`, { ...open, silence: 'refused' }),
    /: one refusal to comment \(/,
  )
})

test('an old print is told with its year', () => {
  const says = (name: string, published: string) =>
    makeOne(
      name,
      `An official said that ${TROOPS}.`,
      { who: 'x', source: 'An official', cue: 'said', content: `that ${TROOPS}`, kind: 'anonymous' },
      published,
    )
  const asserted = [
    ['first', 0],
    ['again', 0],
  ] as const
  const edition = composeWith(
    [says('first', '2029-11-14T09:00:00.000Z'), says('again', day(6))],
    [{ ...claim, asserted }],
  )
  const line = edition.sections.find(({ kind }) => kind === 'one origin')?.items[0]?.lines[0].text
  assert.match(line ?? '', /\(Meridian, 14 November 2029\)\.$/)
})

test('one that is left out stands in the ledger', () => {
  const made = Array.from({ length: 25 }, (_, i) => {
    const name = `r${i}`
    const words = `the bridge of quarter number ${i} is open`
    return {
      name,
      words,
      claim: { id: `c${i}`, wording: words, asserted: [[`b${i}`, 0]], answered: [[name, 0]] },
    } as const
  })
  const says = (name: string, words: string, act: 'announces' | 'denies', published: string) => {
    const cue = act === 'denies' ? 'denied' : 'announced'
    const who = `Speaker Dana Orsk`
    return makeReport({
      name,
      published,
      paragraphs: [`${who} ${cue} in a statement that ${words}.`],
      told: [
        {
          who: 'orsk',
          role: 'official',
          source: who,
          cue,
          act,
          content: `that ${words}`,
          setting: 'statement',
          settingWords: 'in a statement',
        },
      ],
    })
  }
  const notesOf = (sections: readonly SectionKind[], count: number, act: 'announces' | 'denies') => {
    const own = made.slice(0, count)
    const docs = own.flatMap(({ name, words }, i) => [
      says(`b${i}`, words, 'announces', '2031-02-25T09:00:00.000Z'),
      says(name, words, act, day(4)),
    ])
    const claims = act === 'denies' ? own.map((each) => each.claim) : []
    const standings = new Map(
      claims.map(({ id }) => [asId<'claim'>(id), { before: 'announced', now: 'contested' } as const]),
    )
    const input = { ...makeInput('2031-W10', docs, claims), standings, watch: { ...ALL, sections } }
    return compose(input).sections.map(({ note }) => note)
  }
  assert.deepEqual(notesOf(['in other news'], 13, 'announces'), ['One more matter of the week stands in the ledger.'])
  assert.deepEqual(notesOf(['official briefings'], 13, 'announces'), ['One more stands in the ledger.'])
  assert.deepEqual(notesOf(['denials and non-comments', 'changed since last edition'], 25, 'denies'), [
    'One more claim with denials or refusals to comment stands in the ledger.',
    'One more change of standing stands in the ledger.',
  ])
})
