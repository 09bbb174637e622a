// What a page prints beside a thing: who sees which buttons, what is offered after what was ruled, and that no words of anybody
// become markup.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Role } from '../../model/account.ts'
import { serverLinks } from '../links.ts'
import type { Shell } from '../page.ts'
import { renderReviewForm } from '../pages/review-form.ts'
import { renderActions } from './render-actions.ts'
import { renderDecided, renderHistoryOf } from './render-decided.ts'
import { renderKept } from './render-kept.ts'
import { renderNotes } from './render-notes.ts'
import type { ReviewedNow, ReviewTarget, RulingNow } from './review-target.ts'

const EVIL = `"><script>alert(1)</script>'&`

const shellOf = (role: Role): Shell => ({ viewer: { name: 'Ada Orme', role }, csrf: 'token', isShared: true })

const target = (now: Partial<ReviewedNow> = {}, noun: ReviewTarget['noun'] = 'attribution'): ReviewTarget => ({
  noun,
  id: 'a1',
  label: EVIL,
  seen: 'f00-7',
  at: '/report/x#said-a1',
  now: { rulings: [], ...now },
})

const ruling = (kind: RulingNow['kind'], number = 21, isPending = false): RulingNow => ({
  number,
  kind,
  by: EVIL,
  at: '2031-03-05T10:00:00.000Z',
  isPending,
})

const keysIn = (html: unknown) => [...String(html).matchAll(/data-key="(\w)"/g)].map(([, key]) => key).join('')

test('a reviewer gets the row, a reader what was ruled, and a page in a folder neither', () => {
  const one = target({ rulings: [ruling('confirm')], last: 21 })
  assert.equal(String(renderActions(one, undefined)), '')
  const read = String(renderActions(one, shellOf('reader')))
  assert.match(read, /<span class="ruling confirm">confirmed<\/span> by <bdi>/)
  assert.doesNotMatch(read, /<form|<button/)
  for (const role of ['reviewer', 'editor', 'admin'] as const) {
    assert.match(String(renderActions(one, shellOf(role))), /<form method="post" action="\/decide">/, role)
  }
})

test('what is offered: each thing its own, and nothing that was done already', () => {
  const table: readonly [ReviewTarget, string][] = [
    [target(), 'cxeadwt'],
    [target({}, 'claim'), 'cfmswt'],
    [target({}, 'entity'), 'fmwt'],
    [target({}, 'story'), 'fwt'],
    [target({}, 'report'), 'fwt'],
    [target({ rulings: [ruling('confirm')], last: 21 }), 'xueadwt'],
    [target({ rulings: [ruling('reject')], last: 21 }), 'uwt'],
    [target({ rulings: [ruling('re-attribute')], last: 21 }), 'cxueadwt'],
    [target({ watched: { number: 4, by: 'Ada Orme' }, last: 4 }, 'claim'), 'cumswt'],
  ]
  for (const [one, keys] of table) assert.equal(keysIn(renderActions(one, shellOf('reviewer'))), keys)
})

test('a small row folds what asks for words, and has the same keys', () => {
  const small = String(renderActions(target(), shellOf('reviewer'), true))
  assert.match(small, /<details class="more-actions"><summary>More/)
  assert.equal(keysIn(small), 'cxeadwt')
})

test('every form sends the token, what was seen and where to come back to', () => {
  const row = String(renderActions(target(), shellOf('reviewer')))
  for (const [name, value] of [
    ['_csrf', 'token'],
    ['noun', 'attribution'],
    ['id', 'a1'],
    ['seen', 'f00-7'],
    ['at', '/report/x#said-a1'],
  ]) {
    assert.ok(row.includes(`<input type="hidden" name="${name}" value="${value}">`), `${name} ${row}`)
  }
})

test('what is not in what is linked yet says so', () => {
  const told = String(renderActions(target({ rulings: [ruling('reject', 9, true)], last: 9 }), shellOf('reader')))
  assert.match(told, /<a href="\/decisions#d9">decision 9<\/a> <span class="pending">being applied<\/span>/)
})

test('notes and tags are shown to all, as text, and taken away by reviewers only', () => {
  const kept = target({
    notes: [{ number: 3, by: EVIL, at: '2031-03-05T10:00:00.000Z', text: `${EVIL}\n  two` }],
    tags: [{ number: 5, by: EVIL, tag: EVIL }],
    last: 5,
  })
  const read = String(renderNotes(kept, shellOf('reader')))
  assert.ok(read.includes('&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#39;&amp;\n  two</p>'))
  assert.ok(read.includes(`href="/tag/${encodeURIComponent(EVIL).replaceAll("'", '&#39;')}"`), read)
  assert.doesNotMatch(read, /<form/)
  const own = String(renderNotes(kept, shellOf('reviewer')))
  assert.deepEqual(
    [...own.matchAll(/name="decision" value="(\d+)"/g)].map(([, number]) => number),
    ['5', '3'],
  )
  assert.equal(String(renderNotes(target(), shellOf('reviewer'))), '')
  assert.equal(String(renderNotes(kept, undefined)), '')
})

test('a form comes back with what was filled in, and with what others decided', () => {
  const page = renderReviewForm(
    {
      target: target(),
      action: 'correct',
      words: { source: 'Corvin Hale', cue: 'denied', content: 'there was an offer' },
      filled: { source: EVIL, cue: '', content: ' \n ', why: EVIL },
      problem: {
        kind: 'stale',
        decided: [{ number: 8, kind: 'undo of reject', by: EVIL, at: '2031-03-05T10:00:00.000Z', why: EVIL }],
      },
    },
    serverLinks,
    shellOf('reviewer'),
  )
  assert.match(page, /name="source"[^>]*>\n&quot;&gt;&lt;script&gt;alert\(1\)/)
  assert.match(page, /name="cue"[^>]*>\n<\/textarea>/)
  assert.match(page, /name="content"[^>]*>\n \n <\/textarea>/)
  assert.match(page, /Somebody was quicker[\s\S]*undo of reject by <bdi>[\s\S]*10:00 UTC[\s\S]*decision 8/)
  assert.match(page, /<button class="primary">Decide all the same/)
  assert.doesNotMatch(page, /<script>/)
})

test('a decision in a list: undone by another, an orphan, and by whom', () => {
  const item = {
    number: 21,
    kind: 'merge',
    by: EVIL,
    at: '2031-03-05T10:00:00.000Z',
    why: EVIL,
    about: [{ words: EVIL, report: EVIL, href: '/report/x' }],
    on: [],
    gone: [],
  } as const
  const undone = String(renderDecided({ ...item, state: 'undone', undoneBy: 23 }, shellOf('reviewer'), '/decisions'))
  assert.match(undone, /<a href="#d23">undone by decision 23<\/a>/)
  assert.doesNotMatch(undone, /<form/)
  const orphan = String(renderDecided({ ...item, state: 'orphan' }, shellOf('reviewer'), '/decisions'))
  assert.match(orphan, /orphan: its words are gone/)
  assert.match(orphan, /name="kind" value="undo"/)
  assert.doesNotMatch(orphan + undone, /<script>/)
  assert.equal(String(renderHistoryOf([], shellOf('reviewer'), { at: '/claim/c' })), '')
})

test('what was kept is told with its number, and undone where it is told', () => {
  const kept = { number: 12, by: EVIL, kind: 'reject', isPending: true, at: '/review' } as const
  const told = String(renderKept(kept, shellOf('reviewer')))
  assert.match(told, /Kept as decision 12 by &quot;&gt;&lt;script&gt;/)
  assert.match(told, /what is linked follows within moments/)
  assert.match(told, /<button name="kind" value="undo" data-undo/)
  assert.doesNotMatch(String(renderKept(kept, shellOf('reader'))), /<button/)
})
