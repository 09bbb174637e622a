// The edition over a real store: which week it takes, what it refuses, and what it leaves behind when it does.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Desk } from '../../src/desk/desk.ts'
import { composeEdition, printEdition } from '../../src/desk/edition.ts'
import { openDesk } from '../../src/desk/open-desk.ts'
import { makePages } from '../../src/desk/pages.ts'
import { writeEdition } from '../../src/desk/write-edition.ts'
import { ReadoutError } from '../../src/model/errors.ts'
import { makeExampleWeek } from '../../src/publish/example-week.test.ts'
import type { PageInParts, Shell } from '../../src/publish/page.ts'
import { htmlOf } from '../html-of.ts'
import { makeFolder } from '../readout.ts'
import { openExampleDesk } from './example-desk.ts'

async function withDesk(body: (desk: Desk, folder: string) => Promise<void>, input = makeExampleWeek()): Promise<void> {
  const folder = makeFolder()
  const desk = await openExampleDesk(join(folder, 'desk'), input)
  try {
    await body(desk, folder)
  } finally {
    await desk.close()
  }
}

const has = (code: string, words: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ReadoutError, String(error))
  assert.equal(error.code, code)
  assert.match(error.message, words)
  return true
}

test('the latest week with dated reports is taken, and printed in three formats', () =>
  withDesk(async (desk) => {
    const composed = await composeEdition(desk)
    assert.equal(composed.edition.week, '2031-W10')
    assert.equal(composed.edition.asOf.number, 4)
    assert.match(printEdition(composed, 'md'), /^# The week of 3 to 9 March 2031\n/)
    assert.match(printEdition(composed, 'html'), /^<!doctype html>/)
    assert.equal(JSON.parse(printEdition(composed, 'json')).id, composed.edition.id)
  }))

test('what is no week is refused with the way to write one', () =>
  withDesk(async (desk) => {
    for (const week of ['2031-W60', 'next', '2031-03-04', '']) {
      await assert.rejects(composeEdition(desk, { week }), has('WEEK_UNKNOWN', /such as 2031-W07/), week)
    }
  }))

test('a line whose evidence does not match the stored text stops the edition, and is named', async () => {
  const input = makeExampleWeek()
  const bent = input.linked.appearances.map((one) => ({
    ...one,
    evidence: { ...one.evidence, quote: one.evidence.quote.replace('freeze', 'breach') },
  }))
  assert.ok(bent.some(({ evidence }) => evidence.quote.includes('breach')))
  const claims = input.linked.claims.map((claim) => ({ ...claim, wording: claim.wording.replace('freeze', 'breach') }))
  const broken = { ...input, linked: { ...input.linked, claims, appearances: bent } }
  await withDesk(async (desk, folder) => {
    const named =
      /the line "Karsk offered to freeze .*" cannot be printed: \S.* does not have “Karsk offered to breach the line”/
    await assert.rejects(composeEdition(desk), has('EVIDENCE_BROKEN', named))
    assert.equal(existsSync(join(folder, 'out')), false)
  }, broken)
})

test('a folder that cannot be written to is refused with the cure', () =>
  withDesk(async (desk, folder) => {
    writeFileSync(join(folder, 'file'), 'x')
    const composed = await composeEdition(desk)
    await assert.rejects(writeEdition(desk, composed, join(folder, 'file')), has('EXPORT_REFUSED', /--out/))
    assert.equal(readFileSync(join(folder, 'file'), 'utf8'), 'x')
  }))

const asText = (page: PageInParts | undefined): string => (page ? `${page.before}${page.kept}${page.after}` : '')

test('the edition as it is served has the frame of all other pages, and leads to all editions', () =>
  withDesk(async (desk) => {
    const pages = makePages(desk)
    const shell: Shell = { viewer: { name: 'Ada Orme', role: 'reviewer' }, csrf: 't', isShared: true }
    for (const page of [asText(await pages.edition.read(undefined, {}, shell)), await pages.edition.list(shell)]) {
      assert.match(page, /href="\/review"/)
      assert.match(page, /<form class="find"/)
      assert.match(page, /action="\/sign-out"/)
    }
    assert.match(asText(await pages.edition.read(undefined, {})), /<a href="\/editions">All editions<\/a>/)
  }))

test('an empty desk has an edition that says why it is empty', async () => {
  const desk = await openDesk(join(makeFolder(), 'desk'), { now: () => '2031-03-08T12:00:00.000Z' })
  try {
    const { edition } = await composeEdition(desk)
    assert.equal(edition.week, '2031-W10')
    assert.ok(edition.sections.every(({ items, note }) => items.length === 0 && note))
    const pages = makePages(desk)
    for (const page of [
      asText(await pages.edition.read(undefined, {})),
      await pages.edition.list(),
      await pages.lists.today(undefined),
    ]) {
      assert.match(page, /^<!doctype html>/)
    }
  } finally {
    await desk.close()
  }
})

test('a page marks any words that it is asked for, and none that do not lie in the text', () =>
  withDesk(async (desk) => {
    const pages = makePages(desk)
    const asked = htmlOf(await pages.report('offer', { at: ['42-47', '1-9999999', 'x', '5-5', '9-3'] }))
    assert.match(asked ?? '', /<mark id="c42-47">/)
    assert.doesNotMatch(asked ?? '', /id="c(?:1-9999999|5-5|9-3)"/)
    assert.equal(htmlOf(await pages.report('nothing')), undefined)
    assert.equal(htmlOf(await pages.claim('nothing')), undefined)
    assert.match(htmlOf(await pages.report('reprint~20~26~20co')) ?? '', /A freeze &lt;on&gt; the table/)
  }))

test('a claim page tells who said it, who answered, and stands as it was known in a week', () =>
  withDesk(async (desk) => {
    const pages = makePages(desk)
    const text = (page: string | undefined) => (page ?? '').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
    const now = text(htmlOf(await pages.claim('claim-freeze')))
    assert.match(now, /Put forward by.*Karsk offered to freeze the line.* \(Meridian News Agency, 4 March 2031/)
    assert.match(now, /Denied by.*tal told reporters in a briefing that the report was/)
    assert.match(now, /Would not or did not answer.*declined to comment \(outlet unknown, 6 March 2031\)/)
    assert.doesNotMatch(now, /As known when/)
    assert.match(
      text(htmlOf(await pages.claim('claim-freeze', { week: '2031-W10' }))),
      /As known when the week of 3 to 9 March 2031 ended/,
    )
    assert.equal(htmlOf(await pages.claim('claim-freeze', { week: '2031-W01' })), undefined)
  }))
