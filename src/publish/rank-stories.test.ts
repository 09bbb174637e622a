// What orders the matters of a week, and what never does.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Choice } from '../model/edition.ts'
import { ALL, WEIGHTS, type Weights } from '../model/watch.ts'
import { type ComposeInput, compose } from './compose.ts'
import { makeInput, makeReport } from './example-week.test.ts'
import { rankStories } from './rank-stories.ts'
import { makeWeekView } from './week-view.ts'

const day = (number: number) => `2031-03-0${number}T09:00:00.000Z`

const say = (name: string, words: string, more: { outlet?: string; on?: number; official?: true } = {}) =>
  makeReport({
    name,
    outlet: more.outlet ?? 'Meridian',
    published: day(more.on ?? 4),
    paragraphs: [`${words}, Ilse Marrow said.`],
    told: [
      {
        who: 'Ilse Marrow',
        source: 'Ilse Marrow',
        cue: 'said',
        content: words,
        ...(more.official && { role: 'official' as const }),
      },
    ],
  })

const HARBOUR = 'The harbour of Brissen is open'
const LEVY = 'The levy on grain is gone'
const put = (id: string, wording: string, docs: readonly string[], origins: readonly [number, number] = [1, 1]) => ({
  id,
  wording,
  asserted: docs.map((doc) => [doc, 0] as const),
  origins,
})

function order(input: ComposeInput): string[] {
  return rankStories(makeWeekView(input)).map(({ sayings }) => sayings[0]?.doc.name ?? '')
}

function because({ choice }: { readonly choice: Choice }): Record<string, number> {
  return Object.fromEntries(choice.because.map(({ what, counted }) => [what, counted]))
}

const weighing = (weights: Partial<Weights>) => ({ watch: { ...ALL, weights: { ...WEIGHTS, ...weights } } })

test('more outlets come first, and each reason is counted with what it weighs', () => {
  const wide = [say('wide', LEVY), say('wide-again', LEVY, { outlet: 'Courier', on: 5 })]
  const input = makeInput(
    '2031-W10',
    [say('narrow', HARBOUR, { on: 3 }), ...wide],
    [
      { ...put('harbour', HARBOUR, ['narrow']), story: 'harbour' },
      { ...put('levy', LEVY, ['wide', 'wide-again']), story: 'levy' },
    ],
    { harbour: ['narrow'], levy: ['wide', 'wide-again'] },
  )
  const [first, second] = rankStories(makeWeekView(input))
  assert.ok(first && second)
  assert.deepEqual(because(first), { outlets: 2, reports: 2 })
  assert.equal(first.choice.score, 2 * 2 + 2 * 1)
  assert.equal(second.choice.score, 2 + 1)
  const item = compose(input).sections[0]?.items[0]
  assert.deepEqual(item?.choice, first.choice)
})

test('the number of origins orders nothing', () => {
  const docs = [say('one', HARBOUR), say('many', LEVY)]
  const claims = (few: readonly [number, number], many: readonly [number, number]) => [
    put('harbour', HARBOUR, ['one'], few),
    put('levy', LEVY, ['many'], many),
  ]
  const before = makeInput('2031-W10', docs, claims([1, 1], [1, 1]))
  const after = makeInput('2031-W10', docs, claims([1, 1], [0, 9]))
  assert.deepEqual(order(after), order(before))
  assert.deepEqual(
    rankStories(makeWeekView(after)).map(({ choice }) => choice),
    rankStories(makeWeekView(before)).map(({ choice }) => choice),
  )
})

test('a claim that stands otherwise, one that is answered, one that is new and an official each move a matter up', () => {
  const docs = [say('rests', HARBOUR, { on: 3 }), say('moves', LEVY, { on: 4, official: true })]
  const input = makeInput('2031-W10', docs, [put('harbour', HARBOUR, ['rests']), put('levy', LEVY, ['moves'])])
  const ids = input.linked.claims.map(({ id }) => id)
  const [harbour, levy] = [ids[0], ids[1]]
  assert.ok(harbour && levy)
  const moved = new Map([
    [harbour, { before: 'reported', now: 'reported' }],
    [levy, { before: 'reported', now: 'contested' }],
  ] as const)
  assert.deepEqual(order(makeInput('2031-W10', docs.slice(0, 1), [put('harbour', HARBOUR, ['rests'])])), ['rests'])
  const [first] = rankStories(makeWeekView({ ...input, standings: moved }))
  assert.ok(first)
  assert.deepEqual(because(first), { outlets: 1, reports: 1, 'standing changed': 1, officials: 1 })
  const isNew = new Map([[harbour, { now: 'reported' }]] as const)
  const weightless = weighing({ officials: 0 })
  assert.deepEqual(order({ ...input, ...weightless, standings: isNew }), ['rests', 'moves'])
})

test('a watch says what each thing weighs', () => {
  const docs = [
    say('wide', HARBOUR),
    say('wide-again', HARBOUR, { outlet: 'Courier' }),
    say('official', LEVY, { official: true }),
  ]
  const input = makeInput(
    '2031-W10',
    docs,
    [
      { ...put('harbour', HARBOUR, ['wide', 'wide-again']), story: 'harbour' },
      { ...put('levy', LEVY, ['official']), story: 'levy' },
    ],
    { harbour: ['wide', 'wide-again'], levy: ['official'] },
  )
  assert.deepEqual(order(input), ['wide', 'official'])
  assert.deepEqual(order({ ...input, ...weighing({ officials: 10 }) }), ['official', 'wide'])
})

test('of what one long interview is full of, no more than a few count', () => {
  const words = Array.from({ length: 9 }, (_, at) => `Gate ${at} of the dam is shut`)
  const long = makeReport({
    name: 'long',
    outlet: 'Meridian',
    published: day(4),
    paragraphs: words.map((each) => `${each}, Ilse Marrow said.`),
    told: words.map((each) => ({ who: 'Ilse Marrow', source: 'Ilse Marrow', cue: 'said', content: each, near: each })),
  })
  const input = makeInput(
    '2031-W10',
    [long],
    words.map((wording, at) => ({ id: `gate-${at}`, wording, asserted: [['long', at] as const] })),
  )
  const standings = new Map(input.linked.claims.map(({ id }) => [id, { now: 'reported' }] as const))
  const [only] = rankStories(makeWeekView({ ...input, standings }))
  assert.ok(only)
  assert.equal(because(only)['new this week'], 3)
})

test('matters of one weight stand in the order of their printing, whatever order they came in', () => {
  const docs = [
    say('late', LEVY, { on: 6 }),
    say('early', HARBOUR, { on: 3 }),
    say('also-late', 'The bridge is shut', { on: 6 }),
  ]
  const claims = [
    put('levy', LEVY, ['late']),
    put('harbour', HARBOUR, ['early']),
    put('bridge', 'The bridge is shut', ['also-late']),
  ]
  const wanted = order(makeInput('2031-W10', docs, claims))
  assert.equal(wanted[0], 'early')
  for (const shuffled of [docs.toReversed(), [docs[1], docs[2], docs[0]], [docs[2], docs[0], docs[1]]]) {
    const given = shuffled.flatMap((one) => one ?? [])
    assert.deepEqual(order(makeInput('2031-W10', given, claims)), wanted)
  }
})

test('what a round-up tells of a matter stands under it, and what it alone touches on is counted and not told', () => {
  const HERRING = 'The catch of herring is smaller'
  const tell = (content: string) => ({ who: 'Ilse Marrow', source: 'Ilse Marrow', cue: 'said', content })
  const digest = (title: string) =>
    makeReport({
      name: 'digest',
      title,
      outlet: 'Courier',
      published: day(6),
      paragraphs: [`${LEVY}, Ilse Marrow said.`, `${HERRING}, Ilse Marrow said.`],
      told: [tell(LEVY), tell(HERRING)],
    })
  const input = (title: string) =>
    makeInput(
      '2031-W10',
      [say('levy', LEVY), digest(title)],
      [{ ...put('levy', LEVY, ['levy', 'digest']), story: 'levy' }],
      { levy: ['levy'], digest: ['digest'] },
    )
  const lines = (title: string) =>
    compose(input(title)).sections.flatMap(({ items }) => items.flatMap((item) => item.lines.map(({ text }) => text)))
  assert.equal(rankStories(makeWeekView(input('The week in brief'))).filter(({ isTouchedOn }) => isTouchedOn).length, 1)
  assert.ok(!lines('The week in brief').some((line) => line.includes('herring')))
  assert.ok(lines('Levy and catch').some((line) => line.includes('herring')))
  const { note } = compose(input('The week in brief')).sections.find(({ kind }) => kind === 'in other news') ?? {}
  assert.match(note ?? '', /^One more matter of the week stands in the ledger/)
})
