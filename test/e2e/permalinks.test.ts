// Links that were given away: to a claim, a statement, words of a report. Each still leads to them, or says what became of them.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { listSaid } from '../../src/archive/catalogue/said-lines.ts'
import { keepDecision } from '../../src/archive/keep-decision.ts'
import type { Desk } from '../../src/desk/desk.ts'
import { makePages, type Pages } from '../../src/desk/pages.ts'
import { asId } from '../../src/model/id.ts'
import { lookAt } from '../../src/model/reanchor.ts'
import { wordsDigest } from '../../src/model/words-digest.ts'
import { makeExampleWeek } from '../../src/publish/example-week.test.ts'
import { htmlOf } from '../html-of.ts'
import { makeFolder } from '../readout.ts'
import { openExampleDesk } from './example-desk.ts'

const WORDS = 'Karsk offered to freeze the line'
let desk: Desk
let pages: Pages
const offer = makeExampleWeek().docs.find(({ doc }) => doc.name === 'offer')?.doc
const start = offer?.text.indexOf(WORDS) ?? -1
const end = start + WORDS.length

before(async () => {
  desk = await openExampleDesk(join(makeFolder(), 'desk'))
  pages = makePages(desk)
})

after(() => desk.close())

test('the link to a statement leads to its report, at its words', async () => {
  const { items } = await listSaid(desk.store, { order: 'printed', limit: 100 })
  assert.ok(items.length >= 5)
  for (const { attribution, name, start: from, end: until } of items) {
    const answer = await pages.said(attribution)
    assert.equal(answer.kind, 'moved')
    if (answer.kind === 'moved' && items.filter((one) => one.attribution === attribution).length === 1) {
      assert.match(answer.to, new RegExp(`^/report/[^?]+\\?at=${from}-${until}#c${from}-${until}$`), name)
    }
  }
})

test('a statement that is read no more is found by the words that its link carries', async () => {
  const place = `${start}-${end}-${wordsDigest(WORDS)}`
  const answer = await pages.said('an-id-of-before', { in: 'offer', at: place })
  assert.deepEqual(answer, { kind: 'moved', to: `/report/offer?at=${place}#c${start}-${end}`, isForGood: false })
  assert.equal((await pages.said('an-id-of-before')).kind, 'page')
  assert.equal(htmlOf(await pages.said('an-id-of-before', { in: 'nothing', at: place })), undefined)
})

test('a statement that was decided on under an id that it had before is found by the words that were looked at', async () => {
  assert.ok(offer)
  const words = [lookAt(offer, { start, end }, 'key')] as const
  const what = { noun: 'attribution', id: asId<'attribution'>('former-id'), words } as const
  await keepDecision(desk.store, {
    by: asId('ada'),
    at: desk.now(),
    ruling: { kind: 'note', what, text: 'look again' },
    why: '',
  })
  const to = `/report/offer?at=${start}-${end}#c${start}-${end}`
  assert.deepEqual(await pages.said('former-id'), { kind: 'moved', to, isForGood: false })
})

test('words are marked where they stand now, under the anchor of the link; words that are gone are said to be', async () => {
  const moved = `${start + 7}-${end + 7}-${wordsDigest(WORDS)}`
  const found = htmlOf(await pages.report('offer', { at: [moved] })) ?? ''
  assert.match(found, new RegExp(`<mark id="c${start + 7}-${end + 7}">(?:<[^>]*>)*Karsk`))
  assert.doesNotMatch(found, /class="note lost"/)
  const gone = htmlOf(await pages.report('offer', { at: [`${start}-${end}-${'0'.repeat(12)}`] })) ?? ''
  assert.match(gone, /class="note lost"/)
  assert.doesNotMatch(gone, new RegExp(`<mark id="c${start}-${end}">`))
})

test('a claim that is gone says which decision was about it; one that never was is not there', async () => {
  assert.ok(offer)
  const words = [lookAt(offer, { start, end }, 'key')] as const
  const what = { noun: 'claim', id: asId<'claim'>('claim-of-before'), words } as const
  await keepDecision(desk.store, {
    by: asId('ada'),
    at: desk.now(),
    ruling: { kind: 'tag', what, tag: 'x' },
    why: 'for <us>',
  })
  const gone = await pages.claim('claim-of-before')
  assert.ok(gone.kind === 'page' && gone.status === 410)
  assert.match(gone.html, /Decision \d+ was about it: tag, by ada, since: for &lt;us&gt;/)
  const never = await pages.claim('never')
  assert.ok(never.kind === 'page' && never.status === 404)
})

test('a claim is told as it was known when a day ended, and a day that is none is refused', async () => {
  const text = (page: string | undefined) => (page ?? '').replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')
  const early = text(htmlOf(await pages.claim('claim-freeze', { day: '2031-03-04' })))
  assert.match(early, /As known when 4 March 2031 ended; as known now/)
  assert.doesNotMatch(early, /Denied by/)
  assert.match(text(htmlOf(await pages.claim('claim-freeze'))), /Denied by/)
  assert.equal(htmlOf(await pages.claim('claim-freeze', { day: '2031-03-01' })), undefined)
  for (const day of ['2031-02-30', 'yesterday', '2031-13-01']) {
    await assert.rejects(pages.claim('claim-freeze', { day }), /there is no such day/)
  }
})

test('the stored text is given as it stands, for selectors to point into', async () => {
  assert.equal(await pages.reportText('offer'), offer?.text)
  assert.equal(await pages.reportText('nothing'), undefined)
})

test('a page made for somebody cites what it shows; marks are shown as the address says', async () => {
  const looking = { origin: 'https://desk.example' }
  const claim = htmlOf(await pages.claim('claim-freeze', {}, looking)) ?? ''
  assert.match(claim, /@online\{readout-claimfre,/)
  const report = htmlOf(await pages.report('offer', { at: [`${start}-${end}`], show: 'people' }, looking)) ?? ''
  assert.match(report, /“Karsk offered to freeze the line” In: “/)
  assert.match(report, /data-toggle="people" checked/)
  assert.doesNotMatch(report, /data-toggle="attributions" checked/)
})
