import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Linked } from '../model/ledger.ts'
import type { Independence } from '../model/origin.ts'
import { link } from './link.ts'
import { makeRead, type Report, type Speaker } from './make-read.contract.ts'

const TIMES: Speaker = { words: 'the Port Sabel Times', name: 'Port Sabel Times', kind: 'outlet' }
const CLAIM = 'Veldania was ready to leave the Ketter dam in return for open ports'

function linkAll(...reports: Report[]): { linked: Linked; independence: Independence | undefined } {
  const linked = link(reports.map(makeRead))
  return { linked, independence: linked.independences[0] }
}

function originsOf(...reports: Report[]): Independence | undefined {
  return linkAll(...reports).independence
}

function printed(independence: Independence | undefined): string[] {
  return independence?.origins.map(({ name, toldTo }) => `${toldTo ?? 'in public'}: ${name}`) ?? []
}

function ownReport(by: Speaker): Report {
  return {
    name: 'own',
    outlet: 'Port Sabel Times',
    published: '2030-11-14',
    text: `${CLAIM}, ${by.words} told the Port Sabel Times.`,
    says: [{ by, cue: 'told', content: CLAIM, via: [TIMES] }],
  }
}

function citingReport(restsOn: Speaker): Report {
  return {
    name: 'citing',
    outlet: 'Meridian News Agency',
    published: '2031-03-11',
    text: `In November the Port Sabel Times reported that ${CLAIM}, citing ${restsOn.words}.`,
    says: [{ by: TIMES, cue: 'reported', content: `that ${CLAIM}`, restsOn }],
  }
}

const UNNAMED: Speaker = {
  words: 'an Ostmerian trader',
  name: 'Ostmerian trader',
  kind: 'anonymous',
  side: 'Ostmerian',
}
const TAKEN_FOR_BODY: Speaker = { words: 'an Ostmerian trader', name: 'Ostmerian trader', kind: 'organisation' }

for (const [why, first, second] of [
  ['unnamed in both', UNNAMED, UNNAMED],
  ['read as a body in both', TAKEN_FOR_BODY, TAKEN_FOR_BODY],
  ['read as a body where it is cited', UNNAMED, TAKEN_FOR_BODY],
  ['without its side where it is cited', UNNAMED, { words: 'a trader', name: 'trader', kind: 'anonymous' }],
  ['a source, no more, where it is cited', UNNAMED, { words: 'a source', name: 'source', kind: 'anonymous' }],
] as const) {
  test(`a paper that is cited with its source is one origin with its own report: ${why}`, () => {
    const independence = originsOf(ownReport(first), citingReport(second))
    assert.deepEqual(printed(independence), ['Port Sabel Times: Ostmerian trader'])
    assert.deepEqual([independence?.atLeast, independence?.atMost], [1, 1])
    assert.equal(independence?.reasons[0]?.kind, 'same origin')
  })
}

test('the citing report may come first', () => {
  const independence = originsOf(citingReport(TAKEN_FOR_BODY), ownReport(UNNAMED))
  assert.deepEqual(printed(independence), ['Port Sabel Times: Ostmerian trader'])
})

test('a cited source on another side stays another origin', () => {
  const other: Speaker = { words: 'a Karskan envoy', name: 'Karskan envoy', kind: 'anonymous', side: 'Karskan' }
  assert.equal(originsOf(ownReport(UNNAMED), citingReport(other))?.origins.length, 2)
})

test('a body that only two reports describe alike is one origin, not the same line twice', () => {
  const by: Speaker = { words: 'the harbour office', name: 'harbour office', kind: 'organisation', form: 'nominal' }
  const report = (name: string): Report => ({
    name,
    outlet: `${name} Courier`,
    text: `Nine berths at Tolvar would be dredged in April, the harbour office said.`,
    says: [{ by, cue: 'said', content: 'Nine berths at Tolvar would be dredged in April' }],
  })
  assert.deepEqual(printed(originsOf(report('Ostmere'), report('Brissen'))), ['in public: harbour office'])
})

for (const [why, first, second] of [
  ['two companies', 'the company', 'the company'],
  ['the ministries of two countries', 'the foreign ministry', 'the Foreign Ministry'],
  ['the police of two towns', 'police', 'Police'],
] as const) {
  const say = (name: string, outlet: string, words: string, content: string): Report => ({
    name,
    outlet,
    text: `${content}, ${words} said.`,
    says: [{ by: { words, name: words.replace('the ', ''), kind: 'government' }, cue: 'said', content }],
  })
  const one = say('one', 'Ostmere Courier', first, 'Nine berths at Tolvar would be dredged in April')
  const other = (outlet: string): Report => say('two', outlet, second, 'In April Tolvar would have nine berths dredged')

  test(`what ${why} say is one origin or two, and of one outlet one`, () => {
    const { linked, independence } = linkAll(one, other('Brissen Courier'))
    assert.deepEqual([independence?.atLeast, independence?.atMost], [1, 2])
    assert.equal(independence?.reasons[0]?.kind, 'may be one')
    assert.equal(linked.entities.length, 2)
    const own = originsOf(one, other('Ostmere Courier'))
    assert.deepEqual([own?.atLeast, own?.atMost], [1, 1])
  })
}

test('two of whom no report tells who they are are not one because of that', () => {
  const report = (words: string, outlet: string): Report => ({
    name: `${words} in ${outlet}`,
    outlet,
    text: `${words} said that nine berths at Tolvar would be dredged in April.`,
    says: [
      {
        by: { words, name: `unknown (“${words}”)`, form: 'nominal' },
        cue: 'said',
        content: 'that nine berths at Tolvar would be dredged in April',
      },
    ],
  })
  const [wife, mayor] = ['Corvin Hale’s wife', 'The mayor of Port Sabel']
  const other = originsOf(report(wife, 'Ostmere Courier'), report(mayor, 'Brissen Courier'))
  assert.deepEqual([other?.atLeast, other?.atMost], [1, 2])
  const same = originsOf(report(wife, 'Ostmere Courier'), report(mayor, 'Ostmere Courier'))
  assert.deepEqual([same?.atLeast, same?.atMost], [1, 2])
})

test('a body with a name of its own is one, however many outlets print its words', () => {
  const by: Speaker = { words: 'the Karskan Foreign Ministry', name: 'Karskan Foreign Ministry', kind: 'government' }
  const report = (name: string): Report => ({
    name,
    outlet: `${name} Courier`,
    text: `Nine berths at Tolvar would be dredged in April, the Karskan Foreign Ministry said.`,
    says: [{ by, cue: 'said', content: 'Nine berths at Tolvar would be dredged in April' }],
  })
  assert.deepEqual(printed(originsOf(report('Ostmere'), report('Brissen'))), ['in public: Karskan Foreign Ministry'])
})

const HERALD: Speaker = { words: 'the Orlenne Herald', name: 'Orlenne Herald', kind: 'outlet' }
const ENVOYS: Speaker = {
  words: 'two Karskan envoys',
  name: 'Karskan envoys',
  kind: 'anonymous',
  side: 'Karskan',
  count: 2,
}
const OFFER = 'that Karsk had offered Halvia a truce along the Ketter river'
const BY_LETTER = '“The offer came by letter in the spring,”'

test('what an outlet reports rests on whom it quotes in the next paragraph, and not on whom it quotes further on', () => {
  const says: Report['says'] = [
    { by: HERALD, cue: 'reported', content: OFFER },
    { by: ENVOYS, cue: 'told', content: BY_LETTER, via: [HERALD] },
  ]
  const told = `${BY_LETTER} two Karskan envoys told the Orlenne Herald.`
  const report = (between: string): Report => ({
    name: 'retold',
    outlet: 'Calvermoor Post',
    text: `In May the Orlenne Herald reported ${OFFER}.\n\n${between}${told}`,
    says,
  })
  assert.deepEqual(printed(originsOf(report(''))), ['Orlenne Herald: Karskan envoys'])
  assert.deepEqual(printed(originsOf(report('The ferry sails again.\n\nIt is blue.\n\n'))), [
    'Orlenne Herald: Orlenne Herald',
  ])
})

test('what somebody reportedly said, and did, is the word of whoever told the outlet', () => {
  const REFUSED = 'turned down the offer of a truce along the Ketter river'
  const KARSK: Speaker = { words: 'Halvia', kind: 'government' }
  const independence = originsOf({
    name: 'reportedly',
    outlet: 'Calvermoor Post',
    text: `Halvia reportedly ${REFUSED}, saying that it had no time for games, the Orlenne Herald wrote, citing two Karskan envoys.`,
    says: [
      { cue: 'reportedly', content: REFUSED, via: [HERALD], restsOn: ENVOYS },
      { by: KARSK, cue: 'saying', content: 'that it had no time for games', via: [HERALD] },
    ],
  })
  assert.deepEqual(printed(independence), ['Orlenne Herald: Karskan envoys'])
})
