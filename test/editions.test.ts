// An edition over time on the sample's desk: drafted, edited, checked, issued, corrected.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { decide } from '../src/desk/decide.ts'
import type { Desk } from '../src/desk/desk.ts'
import { composeEdition } from '../src/desk/edition.ts'
import { checkEditionVersion } from '../src/desk/editions/check-edition-version.ts'
import { correctEdition } from '../src/desk/editions/correct-edition.ts'
import { draftEdition } from '../src/desk/editions/draft-edition.ts'
import { editEdition } from '../src/desk/editions/edit-edition.ts'
import { findIssued, openVersion } from '../src/desk/editions/find-edition.ts'
import { issueEdition } from '../src/desk/editions/issue-edition.ts'
import { restoreVersion } from '../src/desk/editions/restore-version.ts'
import type { Line } from '../src/model/edition.ts'
import { ReadoutError } from '../src/model/errors.ts'
import { asId } from '../src/model/id.ts'
import { linesOf, ownLinesOf } from '../src/publish/editing/open-parts.ts'
import { makeFolder } from './readout.ts'
import { openSampleDesk } from './sample-desk.ts'

const WEEK = '2031-W10'
const by = 'Ada Orme'
const key = { week: WEEK, by, why: '' }

let desk: Desk

before(async () => {
  desk = await openSampleDesk(join(makeFolder(), 'desk'))
})

after(() => desk.close())

test('the first draft is the edition as composed, every line under an id of its own', async () => {
  const { version, ref, left } = await draftEdition(desk, key)
  assert.deepEqual([ref.number, ref.state, left.length], [1, 'draft', 0])
  const ids = linesOf(version.edition).map(({ id }) => id)
  assert.equal(new Set(ids).size, ids.length)
  assert.ok((version.stood?.length ?? 0) > 3)
  assert.equal((await draftEdition(desk, key)).isSame, true)
})

test('edits are kept as a draft after it; whoever looked at an older one is told, and loses nothing', async () => {
  const [lead] = linesIn('lead')
  const [other] = linesIn('in other news')
  assert.ok(lead && other)
  const kept = await editEdition(desk, {
    ...key,
    from: 1,
    edits: [
      { kind: 'drop', what: 'line', line: lead.id },
      { kind: 'own', text: 'We shall come back to the dam.', to: { section: 'in other news' } },
      { kind: 'title', text: 'A dam and its ports' },
    ],
  })
  assert.deepEqual([kept.ref.number, kept.version.title], [2, 'A dam and its ports'])
  assert.ok(!linesOf(kept.version.edition).some(({ id }) => id === lead.id))
  assert.deepEqual(
    ownLinesOf(kept.version.edition).map((line) => [line.text, line.by]),
    [['We shall come back to the dam.', by]],
  )
  const edits = [{ kind: 'drop' as const, what: 'item' as const, line: other.id }]
  await assert.rejects(editEdition(desk, { ...key, by: 'Corin Vale', from: 1, edits }), (error: unknown) => {
    assert.ok(error instanceof ReadoutError && error.code === 'EDITION_STALE', String(error))
    assert.match(error.message, /Ada Orme kept version 2/)
    return true
  })
  assert.equal((await editEdition(desk, { ...key, by: 'Corin Vale', from: 1, edits, onNewest: true })).ref.number, 3)
})

test('an edit of a line that is gone is refused with words, and nothing of its batch is kept', async () => {
  const edits = [
    { kind: 'title' as const, text: 'Never kept' },
    { kind: 'drop' as const, what: 'line' as const, line: asId<'line'>('0123456789') },
  ]
  await assert.rejects(editEdition(desk, { ...key, from: 3, edits }), /there is no line 0123456789/)
  assert.equal(openVersion(desk, key).version.title, 'A dam and its ports')
})

test('a newer draft keeps what editors had changed', async () => {
  const { version, ref } = await draftEdition(desk, key)
  assert.deepEqual([ref.number, version.title], [3, 'A dam and its ports']) // nothing came in: it is the same
})

test('words that no evidence has stop the issue until they are put right or accepted with a reason', async () => {
  const line = linesIn('lead')[0] as Line
  await editEdition(desk, {
    ...key,
    from: 3,
    edits: [{ kind: 'reword', line: line.id, text: 'He called it "a trap for the unwary".' }],
  })
  const found = await checkEditionVersion(desk, openVersion(desk, key).version)
  const [missed, ...others] = found.missing
  assert.deepEqual([missed?.id, others], [line.id, []])
  const misses = missed?.reworded?.misses.map(({ kind, words }) => `${kind} ${words}`)
  assert.ok(misses?.includes('quoted a trap for the unwary'), String(misses))
  await assert.rejects(issueEdition(desk, { ...key, from: 4 }), (error: unknown) => {
    assert.ok(error instanceof ReadoutError && error.code === 'EDITION_REFUSED', String(error))
    return /a trap for the unwary/.test(error.message)
  })
  assert.equal(findIssued(desk, key), undefined)
  const issued = await issueEdition(desk, { ...key, from: 4, accept: [{ line: line.id, why: 'heard by us' }] })
  assert.deepEqual([issued.ref.number, issued.ref.state], [5, 'issued'])
  const kept = linesOf(issued.version.edition).find(({ id }) => id === line.id)?.reworded
  assert.deepEqual(kept?.accepted, { by, why: 'heard by us' })
  assert.ok((issued.version.pinned?.length ?? 0) > 3)
})

test('an issued edition is issued once, and corrected in a version that says what it prints otherwise', async () => {
  await assert.rejects(issueEdition(desk, { ...key, from: 5 }), /was issued on .*; "readout edition correct"/)
  const before = JSON.stringify(findIssued(desk, key)?.version)
  await assert.rejects(correctEdition(desk, { ...key, from: 5, why: ' ' }), /why is it corrected/)
  await assert.rejects(correctEdition(desk, { ...key, from: 5, why: 'nothing' }), /prints nothing otherwise/)
  const line = linesIn('lead')[0] as Line
  const edits = [{ kind: 'reword' as const, line: line.id, text: line.reworded?.ruled ?? '' }]
  const corrected = await correctEdition(desk, { ...key, from: 5, edits, why: 'we had misheard' })
  assert.deepEqual([corrected.ref.number, corrected.ref.state], [6, 'corrected'])
  const [correction] = corrected.version.corrections
  assert.deepEqual(
    [correction?.line, correction?.was, correction?.now, correction?.why],
    [line.id, line.text, line.reworded?.ruled, 'we had misheard'],
  )
  assert.equal(
    linesIn('lead')[0]?.refs?.length,
    linesOf(openVersion(desk, key, 1).version.edition).find(({ id }) => id === line.id)?.refs?.length,
  )
  assert.equal(JSON.stringify(openVersion(desk, key, 5).version), before)
  assert.equal(findIssued(desk, key)?.ref.number, 6)
})

test('going back to a draft of before and composing anew brings what the drafts between had brought', async () => {
  const later = { week: '2031-W11', by, why: '' }
  const whole = await composeEdition(desk, later)
  const [first, ...others] = whole.edition.sections.find(({ kind }) => kind === 'who spoke')?.items ?? []
  assert.ok(first && others.length > 0)
  const sections = whole.edition.sections.map((one) => (one.kind === 'who spoke' ? { ...one, items: others } : one))
  await draftEdition(desk, { ...later, compose: async () => ({ ...whole, edition: { ...whole.edition, sections } }) })
  const second = await draftEdition(desk, later)
  await restoreVersion(desk, { ...later, from: 2, to: 1 })
  const anew = await draftEdition(desk, later)
  assert.deepEqual([anew.ref.number, anew.left], [4, []])
  const textsOf = ({ version }: typeof anew): string[] => linesOf(version.edition).map(({ text }) => text)
  assert.deepEqual(textsOf(anew), textsOf(second))
  assert.ok(textsOf(anew).includes(first.lines[0].text))
})

test('neither a draft nor an issue can be undone', async () => {
  const { decision } = openVersion(desk, key, 5)
  const asked = { kind: 'undo' as const, ids: [String(decision)], by, why: '' }
  await assert.rejects(decide(desk, asked), /an edition that was issued cannot be undone/)
})

function linesIn(kind: string): Line[] {
  const { version } = openVersion(desk, { week: WEEK })
  return version.edition.sections
    .filter((section) => section.kind === kind)
    .flatMap((section) => section.items.flatMap(({ lines }) => lines))
}
