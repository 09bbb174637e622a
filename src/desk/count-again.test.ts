// Origins at a day are counted from what the reports of that day tell, and from nothing that only a later one shows.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { link } from '../link/link.ts'
import { makeRead, type Report, type Speaker } from '../link/make-read.contract.ts'
import type { Appearance } from '../model/claim.ts'
import type { Independence } from '../model/origin.ts'
import { countAgain } from './count-again.ts'

const CLAIM = 'Veldania was ready to leave the Ketter dam in return for open ports'
const TIMES: Speaker = { words: 'the Port Sabel Times', name: 'Port Sabel Times', kind: 'outlet' }
const POST: Speaker = { words: 'the Calvermoor Post', name: 'Calvermoor Post', kind: 'outlet' }
const OFFICIALS: Speaker = {
  words: 'three Veldanian officials',
  name: 'Veldanian officials',
  kind: 'anonymous',
  side: 'Veldanian',
}

function cites(name: string, published: string, outlet: Speaker): Report {
  return {
    name,
    outlet: `${name} Courier`,
    published,
    text: `On Tuesday ${outlet.words} reported that ${CLAIM}.`,
    says: [{ by: outlet, cue: 'reported', content: `that ${CLAIM}` }],
  }
}

const OWN: Report = {
  name: 'own',
  outlet: 'Port Sabel Times',
  published: '2031-03-06',
  text: `${CLAIM}, ${OFFICIALS.words} told the Port Sabel Times.`,
  says: [{ by: OFFICIALS, cue: 'told', content: CLAIM, via: [TIMES] }],
}

const docs = [cites('early', '2031-03-04', TIMES), cites('other', '2031-03-05', POST), OWN].map(makeRead)
const { appearances, independences } = link(docs)
const all = independences[0] ?? assert.fail('no claim')
const own = appearances.filter(({ claim }) => claim === all.claim)
const findDoc = (id: string) => docs.find(({ doc }) => doc.id === id)?.doc

function countAt(day: string, from: readonly Appearance[] = own): Independence {
  return countAgain(
    { claim: all.claim, whole: all },
    from.filter(({ at = '9' }) => at.slice(0, 10) <= day),
    findDoc,
  )
}

const print = ({ origins }: Independence): string[] =>
  origins.map(({ name, toldTo }) => `${toldTo ?? 'public'}: ${name}`)

test('before its own report is there, an outlet that another cites is the origin', () => {
  assert.deepEqual(print(countAt('2031-03-04')), ['Port Sabel Times: Port Sabel Times'])
  assert.deepEqual(print(countAt('2031-03-06')), [
    'Port Sabel Times: Veldanian officials',
    'Calvermoor Post: Calvermoor Post',
  ])
})

test('all of it gives what was linked', () => {
  const again = countAt('2031-03-06')
  assert.deepEqual(
    [print(again).toSorted(), again.atLeast, again.atMost],
    [print(all).toSorted(), all.atLeast, all.atMost],
  )
  assert.deepEqual(countAt('2031-03-03'), { ...all, origins: [], reasons: [], unknown: [], atLeast: 0, atMost: 0 })
})

test('each appearance keeps its tellers by name, without their chains', () => {
  for (const { tellers } of own) {
    assert.equal(tellers?.length, 1)
    assert.deepEqual(Object.keys(tellers?.[0]?.entity ?? {}), ['id', 'name'])
  }
})

test('the order in which the appearances are given plays no part', () => {
  const shuffled = fc.shuffledSubarray(own, { minLength: own.length })
  fc.assert(
    fc.property(shuffled, fc.constantFrom('2031-03-04', '2031-03-05', '2031-03-06'), (given, day) => {
      assert.deepEqual(countAt(day, given), countAt(day))
    }),
    { seed: 43, numRuns: 50 },
  )
})

test('what a person ruled on the origins holds, less what was printed later', () => {
  const ruling = { kind: 'ruled', decision: 'd' } as unknown as Independence['reasons'][0]
  const ruled = { ...all, reasons: [...all.reasons, ruling] }
  const early = countAgain(
    { claim: all.claim, whole: ruled },
    own.filter(({ at = '9' }) => at < '2031-03-05'),
    findDoc,
  )
  assert.deepEqual(print(early), print(all).slice(0, early.origins.length))
  assert.ok(early.reasons.includes(ruling))
})

test('where nobody ruled, what was counted of the whole is not needed', () => {
  for (const day of ['2031-03-04', '2031-03-05', '2031-03-06']) {
    const left = own.filter(({ at = '9' }) => at.slice(0, 10) <= day)
    assert.deepEqual(countAgain({ claim: all.claim }, left, findDoc), countAt(day))
  }
})
