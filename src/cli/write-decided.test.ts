import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Decided } from '../desk/list-decided.ts'
import type { LookedAt, Ruling, Target } from '../model/decision.ts'
import { asId } from '../model/id.ts'
import { writeDecided, writeDecidedShort } from './write-decided.ts'

function looked(quote: string): LookedAt {
  const span = { start: 0, end: quote.length }
  return { doc: asId('doc'), span, quote, report: 'r', name: 'levy', before: '', after: '' }
}

const WHAT: Target = {
  noun: 'attribution',
  id: asId('a47004e7'),
  words: [looked('denied'), looked('that there\nwas a levy')],
}
const CLAIM: Target = { noun: 'claim', id: asId('7f324b'), words: [looked('there was a levy')] }

function decidedOf(ruling: Ruling, more: Partial<Decided> = {}): Decided {
  const decision = {
    id: asId<'decision'>('d'),
    by: asId<'editor'>('Ada Orme'),
    at: '2031-03-09T10:00:00.000Z',
    ruling,
    why: 'in print',
  }
  return { number: 21, decision, state: 'applied', gone: [], on: [], ...more }
}

test('a decision is told by what was looked at, and by what that is now', () => {
  const on = [{ noun: 'claim', id: asId<'claim'>('7f324b'), called: 'there was a levy' }] as const
  assert.equal(
    writeDecided(decidedOf({ kind: 'reject', what: WHAT, on: [CLAIM] }, { on })),
    `decision 21  applied, 2031-03-09
  reject, by Ada Orme: in print
  attribution a47004e7  “that there was a levy” in levy
  now claim 7f324b  there was a levy`,
  )
})

test('an orphan names the words that are gone, and one that is undone what undid it', () => {
  const merge: Ruling = { kind: 'merge', keep: CLAIM, absorb: [CLAIM] }
  const orphan = writeDecided(decidedOf(merge, { state: 'orphan', gone: [looked('there was a levy')] }))
  assert.match(orphan, /^decision 21 {2}orphan: its words are gone, /)
  assert.match(orphan, /\n {2}gone: “there was a levy” in levy$/)
  assert.match(
    writeDecided(decidedOf(merge, { state: 'undone', undoneBy: 24 })),
    /^decision 21 {2}undone by decision 24, /,
  )
})

test('on one line it says who, when and why; whatever it is made of stays on that line', () => {
  const to = { ...CLAIM, noun: 'entity', name: 'Corvin\u001b[2JHale', kind: 'person' } as const
  assert.equal(
    writeDecidedShort(decidedOf({ kind: 're-attribute', what: WHAT, to })),
    'decision 21, re-attribute to Corvin\\u{1b}[2JHale, by Ada Orme on 2031-03-09: in print',
  )
  assert.match(
    writeDecidedShort(decidedOf({ kind: 'undo', decision: asId('c') }, { undoes: 20 })),
    /, undo of decision 20, /,
  )
})
