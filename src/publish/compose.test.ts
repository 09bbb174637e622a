// The week as it is printed: which lines, in which section, and what an empty one says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Edition, SectionKind } from '../model/edition.ts'
import { asId } from '../model/id.ts'
import { checkEdition } from './check-edition.ts'
import { compose } from './compose.ts'
import { makeExampleWeek, makeInput, makeReport } from './example-week.test.ts'

function linesOf(edition: Edition, kind: SectionKind): string[][] {
  const section = edition.sections.find((each) => each.kind === kind)
  assert.ok(section)
  return section.items.map(({ heading, lines }) => [
    ...(heading ? [`# ${heading.text}`] : []),
    ...lines.map(({ text }) => text),
  ])
}

function noteOf(edition: Edition, kind: SectionKind): string | undefined {
  return edition.sections.find((each) => each.kind === kind)?.note
}

test('the example week is printed so', () => {
  const input = makeExampleWeek()
  const edition = compose(input)
  assert.deepEqual(linesOf(edition, 'lead'), [
    [
      '# Karsk weighs a freeze of the Tessel line',
      'Karsk offered to freeze the line, one of three Karskian sources told Meridian (Meridian News Agency, 4 March; two reports, one origin).',
      'Spokesman Oren Tal told reporters in a briefing that the report was “not true” (outlet unknown, 6 March).',
      'The Veldanian presidency declined to comment (outlet unknown, 6 March).',
      '“The offer is dead,” envoy Ilse Marrow told Meridian (Meridian News Agency, 4 March).',
    ],
  ])
  assert.deepEqual(linesOf(edition, 'in other news'), [
    [
      '# Assembly puts off its vote',
      'The assembly will vote on the aid bill in the week of 10 March, according to Speaker Dana Orsk (Harbour Post, 7 March).',
    ],
  ])
  assert.deepEqual(linesOf(edition, 'official briefings'), [
    [
      'Spokesman Oren Tal announced in a statement that the delegation would stay in Tessel until Sunday (outlet unknown, 6 March).',
    ],
  ])
  assert.deepEqual(linesOf(edition, 'denials and non-comments'), [])
  assert.match(noteOf(edition, 'denials and non-comments') ?? '', /are told above/)
  assert.match(noteOf(edition, 'changed since last edition') ?? '', /no report from before this week/)
  assert.deepEqual(checkEdition(edition, findDoc(input)), [])
  assert.deepEqual(compose(input), edition)
})

test('a claim that moved says from where to where, in whose words', () => {
  const input = makeExampleWeek()
  const standings = new Map([
    [asId<'claim'>('claim-freeze'), { before: 'reported', now: 'contested' } as const],
    [asId<'claim'>('claim-dead'), { before: 'reported', now: 'reported' } as const],
  ])
  const edition = compose({ ...input, standings })
  assert.deepEqual(linesOf(edition, 'changed since last edition'), [
    [
      '“Karsk offered to freeze the line”; this week spokesman Oren Tal denied it (outlet unknown, 6 March). It was reported and is now contested.',
    ],
  ])
  assert.deepEqual(checkEdition(edition, findDoc(input)), [])
})

test('every empty section says why it is empty', () => {
  const example = makeExampleWeek()
  const otherWeek = compose({ ...example, week: '2031-W12' })
  assert.equal(noteOf(otherWeek, 'lead'), 'The desk holds no report published in this week.')
  const empty = compose(makeInput('2031-W10', [], []))
  const undated = makeReport({ name: 'u', paragraphs: ['Nothing new.'], told: [] })
  const onlyUndated = compose(makeInput('2031-W10', [undated], []))
  assert.match(noteOf(onlyUndated, 'lead') ?? '', /one report of no week: it bears no date, and none is guessed/)
  assert.deepEqual(
    onlyUndated.reports?.map(({ name, published }) => [name, published]),
    [['u', undefined]],
  )
  const silent = makeReport({
    name: 's',
    published: '2031-03-04T00:00:00.000Z',
    paragraphs: ['Nothing new.'],
    told: [],
  })
  const onlySilent = compose(makeInput('2031-W10', [silent], []))
  assert.match(noteOf(onlySilent, 'lead') ?? '', /Nobody is quoted or cited in the one report of this week/)
  for (const edition of [otherWeek, empty, onlyUndated, onlySilent]) {
    assert.equal(edition.sections.length, 8)
    for (const { kind, items, note } of edition.sections) {
      assert.equal(items.length, 0)
      assert.ok(note && note.length > 10, kind)
    }
  }
})

test('an undated report is named apart and never placed in the week', () => {
  const input = makeExampleWeek()
  const told = { who: 'x', source: 'Mayor Ana Quill', cue: 'said', content: 'that the bridge was open' } as const
  const undated = makeReport({
    name: 'bridge',
    paragraphs: ['Mayor Ana Quill said that the bridge was open.'],
    chains: { x: [['Mayor Ana Quill', 'name']] },
    told: [told],
  })
  const edition = compose({ ...input, docs: [...input.docs, undated] })
  assert.ok(edition.reports?.some(({ name }) => name === 'bridge'))
  assert.doesNotMatch(JSON.stringify(edition.sections), /Quill/)
})

function findDoc({ docs }: { docs: ReturnType<typeof makeExampleWeek>['docs'] }) {
  return (id: string) => docs.find(({ doc }) => doc.id === id)?.doc
}
