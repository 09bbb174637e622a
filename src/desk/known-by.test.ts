// An old edition is made of what had been printed by the end of its week, its counts and reasons too.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId } from '../model/id.ts'
import type { Independence, Reason } from '../model/origin.ts'
import { makeExampleWeek } from '../publish/example-week.test.ts'
import { recount } from './count-again.ts'
import type { Holdings } from './holdings.ts'
import { knownBy } from './known-by.ts'

const origin = (id: string, ...appearances: string[]) => ({
  id: asId<'origin'>(id),
  teller: asId<'entity'>(id),
  name: id,
  heads: { atLeast: 1 },
  appearances: appearances.map((each) =>
    asId<'appearance'>(each),
  ) as unknown as Independence['origins'][0]['appearances'],
})
const wordsOf = (quote: string) => ({ doc: asId<'doc'>('d'), span: { start: 0, end: quote.length }, quote })
const doubt = (...[a, b, ...others]: [string, string, ...string[]]): Reason => ({
  kind: 'may be one',
  origins: [asId(a), asId(b), ...others.map((id) => asId<'origin'>(id))],
  because: [wordsOf(a), wordsOf(b), ...others.map(wordsOf)],
})
const fold = (appearance: string, to: string): Reason => ({
  kind: 'same origin',
  appearance: asId(appearance),
  origin: asId(to),
  because: { kind: 'unknown' },
})

const whole: Independence = {
  claim: asId('c'),
  origins: [origin('officials', 'a1', 'a2', 'a3'), origin('source', 'a4'), origin('minister', 'a5')],
  reasons: [fold('a2', 'officials'), fold('a3', 'officials'), doubt('officials', 'source')],
  unknown: [asId('a6')],
  atLeast: 2,
  atMost: 3,
}
const left = (...ids: string[]) => new Set(ids.map((id) => asId<'appearance'>(id)))

test('what was printed later is in no count and in no reason', () => {
  assert.deepEqual(recount(whole, left('a1', 'a2', 'a3', 'a4', 'a5', 'a6')), whole)
  const early = recount(whole, left('a2', 'a3'))
  assert.deepEqual([early.atLeast, early.atMost, early.unknown.length], [1, 1, 0])
  assert.deepEqual(early.reasons, [fold('a3', 'officials')])
  const both = recount(whole, left('a1', 'a4'))
  assert.deepEqual([both.atLeast, both.atMost], [1, 2])
  assert.deepEqual(both.reasons, [doubt('officials', 'source')])
})

test('of three that may be one, two that are left still may, with their own words, and one alone may not', () => {
  const three = { ...whole, reasons: [doubt('officials', 'source', 'minister')], atLeast: 1 }
  const two = recount(three, left('a1', 'a5'))
  assert.deepEqual([two.reasons, two.atLeast, two.atMost], [[doubt('officials', 'minister')], 1, 2])
  assert.deepEqual(recount(three, left('a4')).reasons, [])
})

function held(): Holdings {
  const { docs, linked, tracked, asOf } = makeExampleWeek()
  const appearances = linked.appearances.map((each) => {
    const at = docs.find(({ doc }) => doc.id === each.doc)?.doc.published
    return { ...each, ...(at && { at }) }
  })
  return {
    docs: docs.map((read, first) => ({ ...read, first, firstAt: '2031-05-06T10:00:00.000Z' })),
    linked: { ...linked, appearances },
    tracked,
    asOf,
    findDoc: (id) => docs.find(({ doc }) => doc.id === id)?.doc,
    printOf: (id) => docs.find(({ doc }) => doc.id === id)?.doc,
  }
}

test('rows, stories and reports are those of the day before', () => {
  const { docs, linked, tracked } = knownBy(held(), '2031-03-05')
  assert.deepEqual(
    docs.map(({ doc }) => doc.name),
    ['offer'],
  )
  const row = tracked.rows.find(({ claim }) => claim === 'claim-freeze')
  assert.deepEqual(row?.assertedIn, ['offer'])
  assert.deepEqual(row?.deniedBy, [])
  assert.deepEqual(
    tracked.stories.map((story) => story.docs),
    [['doc-offer']],
  )
  assert.equal(linked.appearances.length, 2)
})

test('a claim first seen in a later report is worded as the reports left word it', () => {
  const holdings = held()
  const [freeze] = holdings.linked.claims
  const reprint = freeze?.evidence[1]
  assert.ok(freeze && reprint)
  const docs = holdings.docs.map((read) =>
    read.doc.name === 'offer' ? { ...read, doc: { ...read.doc, published: '2031-04-01T00:00:00.000Z' } } : read,
  )
  const { linked } = knownBy({ ...holdings, docs }, '2031-03-10')
  assert.equal(linked.claims.find(({ id }) => id === freeze.id)?.wording, reprint.quote)
})

test('an undated report stays on the list and is counted nowhere', () => {
  const holdings = held()
  const docs = holdings.docs.map((read) => {
    const { published: _, ...doc } = read.doc
    return read.doc.name === 'reprint & co' ? { ...read, doc } : read
  })
  const known = knownBy({ ...holdings, docs }, '2031-03-10')
  assert.equal(known.docs.length, 4)
  assert.deepEqual(known.tracked.rows.find(({ claim }) => claim === 'claim-freeze')?.assertedIn, ['offer'])
})
