// What the desk's own rule drops, and what it never touches: evidence of an edition, what somebody ruled on, the latest answer of an
// address, and decisions.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { listDecisions } from '../../archive/keep-decision.ts'
import { findPayload } from '../../archive/payload.ts'
import { digestOf } from '../../model/digest.ts'
import { check } from '../check.ts'
import { decide } from '../decide.ts'
import { derive } from '../derive.ts'
import type { Desk } from '../desk.ts'
import { draftEdition } from '../editions/draft-edition.ts'
import { issueEdition } from '../editions/issue-edition.ts'
import { makePages } from '../pages.ts'
import { keepAnswer } from '../web/keep-answer.ts'
import { listOpen } from './close-removal.ts'
import { planRetention } from './plan-retention.ts'
import { retain } from './retain.ts'
import { by, claimOf, openSmallDesk, WEEK } from './small-desk.contract.ts'

const root = mkdtempSync(join(tmpdir(), 'readout-retention-'))
after(() => rmSync(root, { recursive: true, force: true }))

const LATER = '2031-09-01T00:00:00.000Z'
const word = { by, doer: { who: by } }

/** The desk as it is months later. */
function months(desk: Desk): Desk {
  return { ...desk, now: () => LATER }
}

async function answered(desk: Desk, url: string, text: string, at: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const outcome = { kind: 'answered', payload: digestOf(bytes) } as const
  await keepAnswer(
    desk,
    { url, what: 'feed' },
    { hops: [{ url, status: 200, headers: [] }], outcome, sent: [], bytes },
    at,
  )
  return digestOf(bytes)
}

test('feeds of before go, but for the latest answer of each address', async () => {
  const desk = await openSmallDesk(join(root, 'feeds'))
  try {
    const url = 'https://courier.example/feed'
    const first = await answered(desk, url, 'first', '2031-05-07T10:00:00.000Z')
    const again = await answered(desk, url, 'again', '2031-08-30T10:00:00.000Z') // had before as well, and again since
    await answered(desk, url, 'again', '2031-05-08T10:00:00.000Z')
    const last = await answered(desk, 'https://courier.example/other', 'last', '2031-05-07T10:00:00.000Z')
    assert.equal(planRetention(months(desk), { keepAnswerDays: 0, keepReportDays: 0 }).answers, 0)
    const keeping = { keepAnswerDays: 30, keepReportDays: 0 }
    const plan = planRetention(months(desk), keeping)
    assert.deepEqual([plan.answers, plan.bytes, plan.reports], [1, 5, []])
    const done = (await retain(months(desk), keeping, word)) ?? assert.fail()
    assert.equal(await findPayload(desk.store, first), undefined)
    assert.ok(await findPayload(desk.store, again))
    assert.ok(await findPayload(desk.store, last))
    assert.equal(await retain(months(desk), keeping, word), undefined)
    assert.deepEqual(await listOpen(desk), [])
    await derive(desk)
    assert.deepEqual(check(desk).breaches, [])
    const raw = desk.store.plain.rows('select number from truth.removal where number = ?', done.number)
    assert.equal(raw.length, 1)
  } finally {
    await desk.close()
  }
})

test('a report goes once its story is long over, unless an edition cites it or somebody ruled on it', async () => {
  const desk = await openSmallDesk(join(root, 'reports'))
  try {
    const keeping = { keepAnswerDays: 0, keepReportDays: 60 }
    assert.deepEqual(planRetention(desk, keeping).reports, [])
    assert.deepEqual(planRetention(months(desk), keeping).reports, ['quinzelbar-offer', 'halt', 'truce'])
    await decide(desk, { kind: 'tag', ids: [claimOf(desk, 'shelling')], by, why: '', text: 'halt' })
    await derive(desk)
    const decisions = await listDecisions(desk.store, 0, 10)
    assert.deepEqual(planRetention(months(desk), keeping).reports, ['quinzelbar-offer', 'truce'])
    const done = (await retain(months(desk), keeping, word)) ?? assert.fail()
    assert.deepEqual(done.reports, ['quinzelbar-offer', 'truce'])
    await derive(desk)
    assert.deepEqual(check(desk).breaches, [])
    assert.deepEqual((await listDecisions(desk.store, 0, 10)).slice(0, 1), decisions)
    const page = await makePages(desk).report('truce')
    assert.ok(page.kind === 'page' && page.status === 410)
    assert.match(page.html, /rule on how long it keeps/)
    assert.ok((await makePages(desk).report('halt')).kind === 'page')
  } finally {
    await desk.close()
  }
})

test('what an edition cites is never dropped, drafted or issued', async () => {
  const desk = await openSmallDesk(join(root, 'cited'))
  try {
    await draftEdition(desk, { week: WEEK, by, why: '' })
    await issueEdition(desk, { week: WEEK, by, why: 'out', from: 1 })
    await derive(desk)
    assert.deepEqual(planRetention(months(desk), { keepAnswerDays: 1, keepReportDays: 1 }).reports, [])
    assert.equal(await retain(months(desk), { keepAnswerDays: 1, keepReportDays: 1 }, word), undefined)
  } finally {
    await desk.close()
  }
})
