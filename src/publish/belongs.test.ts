// What belongs to a watch, and what only touches on it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Entity } from '../model/claim.ts'
import { asId } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { ALL, type Watch } from '../model/watch.ts'
import { makeBelonging } from './belongs.ts'
import { compose } from './compose.ts'
import { makeInput, makeReport } from './example-week.test.ts'

const watch = (terms: Partial<Watch>): Watch => ({ ...ALL, id: 'dam', name: 'The dam', ...terms })

function report(name: string, title: string, paragraphs: readonly string[]): ReadDoc {
  const told = paragraphs.flatMap((each) => {
    const content = /^(?:— )?(.*), Ilse Marrow said\.$/.exec(each)?.[1]
    return content ? [{ who: 'Ilse Marrow', source: 'Ilse Marrow', cue: 'said', content, near: each }] : []
  })
  return makeReport({ name, title, outlet: 'Meridian', published: '2031-03-04T09:00:00.000Z', paragraphs, told })
}

const FILLER = ['Rain fell on Brissen all week.', 'The ferries kept to their berths.', 'Nobody was hurt.']

function belongs(terms: Partial<Watch>, read: ReadDoc, entities: readonly Entity[] = []): boolean | undefined {
  return makeBelonging(watch(terms), entities)?.report(read)
}

test('where a watch names nothing, everything belongs', () => {
  assert.equal(makeBelonging(watch({}), []), undefined)
  assert.equal(makeBelonging(watch({ words: ['*', '  '] }), []), undefined)
})

test('a report belongs by its headline, its first paragraph or a third of its paragraphs, not by one in passing', () => {
  const ketter = { places: ['Ketter dam'] }
  assert.equal(belongs(ketter, report('a', 'Gates of the Ketter dam shut', FILLER)), true)
  assert.equal(belongs(ketter, report('b', 'Gates shut', ['At the Ketter dam all is quiet.', ...FILLER])), true)
  assert.equal(belongs(ketter, report('c', 'Storm', [...FILLER, 'The Ketter dam held.'])), false)
  assert.equal(
    belongs(ketter, report('d', 'Storm', [...FILLER, 'The Ketter dam held.', 'So the Ketter dam is safe.'])),
    true,
  )
  assert.equal(belongs(ketter, report('e', 'Storm', FILLER)), false)
})

test('words count whole, in any case and without accents; one that ends in * stands for all that begin so', () => {
  const first = (words: string) => report('x', 'Storm', [words, ...FILLER])
  assert.equal(belongs({ places: ['Karsk'] }, first('Karskan ships put to sea.')), false)
  assert.equal(belongs({ places: ['Karsk'] }, first('KARSK’s ships put to sea.')), true)
  assert.equal(belongs({ places: ['Brenne'] }, first('The mayor of Brēnne resigned.')), true)
  assert.equal(belongs({ words: ['pact'] }, first('Pacts were signed.')), false)
  assert.equal(belongs({ words: ['pact*'] }, first('Pacts were signed.')), true)
  assert.equal(belongs({ words: ['cease-fire'] }, first('The cease-fire holds.')), true)
  assert.equal(belongs({ words: ['a.b(c'] }, first('The cease-fire holds.')), false)
  assert.equal(belongs({ people: ['Ilse  Marrow'] }, first('Ilse\nMarrow resigned.')), true)
})

test('a person belongs by whatever a report calls them, and by a name that they were ruled to have', () => {
  const read = makeReport({
    name: 'envoy',
    title: 'Envoy speaks',
    published: '2031-03-04T09:00:00.000Z',
    paragraphs: ['The envoy said that the talks were over.', ...FILLER],
    chains: { c1: [['The envoy', 'nominal']] },
    told: [],
  })
  const entity: Entity = {
    id: asId('e1'),
    kind: 'person',
    name: 'Ilse Marrow',
    aliases: [{ id: asId('e2'), name: 'I. Marrow-Lund' }],
    chains: [{ doc: read.doc.id, chain: asId('c1') }],
  }
  assert.equal(belongs({ people: ['Ilse Marrow'] }, read, [entity]), true)
  assert.equal(belongs({ people: ['I. Marrow-Lund'] }, read, [entity]), true)
  assert.equal(belongs({ people: ['Corvin Hale'] }, read, [entity]), false)
  assert.equal(belongs({ people: ['Ilse Marrow'] }, read), false)
})

test('of a round-up only the items belong that tell of the watch, and what is left out is counted', () => {
  const roundUp = report('round-up', 'The week', [
    '— The Ketter dam will be drained, Ilse Marrow said.',
    '— Halvia will send two ships, Ilse Marrow said.',
  ])
  const other = report('other', 'Halvia sends ships', ['Two ships left on Friday, Ilse Marrow said.'])
  const input = makeInput('2031-W10', [roundUp, other], [])
  const edition = compose({ ...input, watch: watch({ places: ['Ketter dam'] }) })
  assert.deepEqual(edition.watch, { id: 'dam', name: 'The dam' })
  const printed = edition.sections.flatMap(({ items }) => items.flatMap(({ lines }) => lines.map(({ text }) => text)))
  assert.equal(printed.length, 1)
  assert.match(printed[0] ?? '', /Ketter dam will be drained/)
  const news = edition.sections.find(({ kind }) => kind === 'in other news')
  assert.match(news?.note ?? '', /Two matters and one report of these days do not belong to this watch/)
  assert.deepEqual(
    edition.reports?.map(({ name }) => name),
    ['round-up'],
  )
})

test('a story belongs by its title or by at least half of its reports', () => {
  const of = [
    report('one', 'Gates of the Ketter dam shut', ['The gates are shut, Ilse Marrow said.']),
    report('two', 'Gates shut', ['The gates will stay shut, Ilse Marrow said.']),
    report('three', 'Gates still shut', ['The gates are rusty, Ilse Marrow said.']),
  ]
  const printed = (names: readonly string[]): number => {
    const docs = of.filter(({ doc }) => names.includes(doc.name))
    const stories = { gates: ['two', 'one', 'three'].filter((name) => names.includes(name)) }
    const edition = compose({ ...makeInput('2031-W10', docs, [], stories), watch: watch({ places: ['Ketter dam'] }) })
    return edition.sections[0]?.items.length ?? 0
  }
  assert.equal(printed(['one', 'two']), 1)
  assert.equal(printed(['one', 'two', 'three']), 0)
})

test('sections are those of the watch, in its order, and what one that is left out would have told is told elsewhere', () => {
  const docs = [report('a', 'Gates shut', ['The gates are shut, Ilse Marrow said.'])]
  const input = makeInput('2031-W10', docs, [])
  const kinds = (sections: Watch['sections']): string[] =>
    compose({ ...input, watch: watch({ sections }) }).sections.map(({ kind }) => kind)
  assert.deepEqual(kinds(['denials and non-comments', 'lead']), ['denials and non-comments', 'lead'])
  const [only] = compose({ ...input, watch: watch({ sections: ['in other news'] }) }).sections
  assert.equal(only?.items.length, 1)
})
