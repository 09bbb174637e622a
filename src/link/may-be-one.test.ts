import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asId } from '../model/id.ts'
import type { Teller } from '../model/origin.ts'
import { countParts } from './count-parts.ts'
import { areSidesOpen, mayBeOne } from './may-be-one.ts'

const voice = (name: string, side?: string, kind: Teller['kind'] = 'unnamed'): { readonly teller: Teller } => ({
  teller: {
    kind,
    entity: { id: asId(name), name },
    name,
    key: name,
    ...(side !== undefined && { side }),
    heads: { atLeast: 1 },
    evidence: { doc: asId('d'), span: { start: 0, end: 1 }, quote: 'x' },
  },
})
const namesOf = (voices: readonly { readonly teller: Teller }[]): string[][] =>
  mayBeOne(voices).map((doubt) => doubt.voices.map(({ teller }) => teller.name))

test('the unnamed of one side are one set, and somebody of no known side may be of each', () => {
  const [karsk, source, veldanian, other] = [
    voice('a Karsk diplomat', 'Karsk'),
    voice('a source'),
    voice('an official', 'Veldania'),
    voice('an aide', 'Veldania'),
  ]
  assert.deepEqual(namesOf([veldanian, other]), [['an official', 'an aide']])
  assert.deepEqual(namesOf([karsk, veldanian]), [])
  assert.deepEqual(namesOf([karsk, source, veldanian, other]), [
    ['a Karsk diplomat', 'a source'],
    ['a source', 'an official', 'an aide'],
  ])
})

test('a named source is nobody else', () => {
  assert.deepEqual(namesOf([voice('Corvin Hale', 'Veldania', 'named'), voice('a source')]), [])
})

test('two that are named by their kind alone may be one where it is one kind', () => {
  const bare = (name: string): ReturnType<typeof voice> => ({
    teller: { ...voice(name, undefined, 'named').teller, isBare: true },
  })
  const [company, other, police, source] = [bare('company'), bare('Company'), bare('police'), voice('a source')]
  assert.deepEqual(namesOf([company, other, police, source]), [['company', 'Company']])
})

test('one who is called by less than a name may be who is named in full', () => {
  const named = (name: string, quote = name, isBare = false): ReturnType<typeof voice> => {
    const { teller } = voice(name, undefined, 'named')
    return { teller: { ...teller, ...(isBare && { isBare }), evidence: { ...teller.evidence, quote } } }
  }
  const druze = named('Pavel Druze', 'Foreign Minister Pavel Druze')
  const minister = named('unknown (“its foreign minister”)', 'its foreign minister', true)
  assert.deepEqual(namesOf([druze, minister]), [['Pavel Druze', 'unknown (“its foreign minister”)']])
  assert.deepEqual(namesOf([druze, named('Druze')]), [['Pavel Druze', 'Druze']])
  assert.deepEqual(namesOf([druze, named('Marrow'), named('unknown (“the envoy”)', 'the envoy', true)]), [])
  const [navy, holt] = [named('Belvar navy'), named('Jiri Holt', 'Belvar navy spokesman Capt. Jiri Holt')]
  assert.deepEqual(namesOf([navy, named('navy', 'the navy', true)]), [['Belvar navy', 'navy']])
  assert.deepEqual(namesOf([navy, holt]), [['Jiri Holt', 'Belvar navy']])
  const ministry = named('Zemlin interior ministry')
  assert.deepEqual(namesOf([ministry, named("country's interior ministry", 'the country’s interior ministry', true)]), [
    ['Zemlin interior ministry', "country's interior ministry"],
  ])
  assert.deepEqual(namesOf([druze, named('Karsk')]), [])
  assert.deepEqual(namesOf([druze, named('unknown (“its prime minister”)', 'its prime minister', true)]), [])
  assert.deepEqual(namesOf([named('Ilse Marrow'), named('Peter Hale', 'Peter Hale, a spokesman for Ilse Marrow')]), [])
  assert.deepEqual(namesOf([named('Bank of Karsk'), named('Radio Karsk'), named('Karsk')]), [])
})

const voices = fc
  .array(
    fc.record({
      side: fc.constantFrom(undefined, 'Karsk', 'KARSK', 'Veldania', 'Ostmeria'),
      kind: fc.constantFrom<Teller['kind']>('unnamed', 'named', 'outlet'),
    }),
    { maxLength: 9 },
  )
  .map((all) => all.map(({ side, kind }, at) => voice(`v${at}`, side, kind)))

test('two stand in one set where neither is named and their sides do not part them, and nowhere else', () => {
  fc.assert(
    fc.property(voices, (all) => {
      const sets = mayBeOne(all).map((doubt) => doubt.voices)
      const pairs = all.flatMap((a, at) => all.slice(at + 1).map((b) => [a, b] as const))
      const may = pairs.filter(
        ([a, b]) => a.teller.kind !== 'named' && b.teller.kind !== 'named' && areSidesOpen(a.teller, b.teller),
      )
      const together = pairs.filter(([a, b]) => sets.some((set) => set.includes(a) && set.includes(b)))
      assert.deepEqual(together, may)
      assert.equal(countParts(all, sets), countParts(all, may))
    }),
    { seed: 7, numRuns: 300 },
  )
})
