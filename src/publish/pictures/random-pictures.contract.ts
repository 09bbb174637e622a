// Random pictures' data, with the names that layouts break on: very long ones, in scripts from right to left, empty, markup.
import fc from 'fast-check'
import { type EditionPictures, type HearerKind, MARK_KINDS } from '../../model/edition-pictures.ts'
import { asId } from '../../model/id.ts'
import type { OriginsGraph } from '../../model/origins-graph.ts'
import { trimGraph } from './trim-graph.ts'

const name = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 24 }),
  fc.constantFrom(
    'Ilse Marrow',
    'Meridian News Agency',
    'وزارة الخارجية في كارسك '.repeat(5),
    'משרד החוץ של קארסק',
    'M'.repeat(200),
    '<script>alert(1)</script>',
    '\u202egnikaeps ydobon',
    '',
  ),
)
const count = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 99_999 }))
const days = ['10', '11', '12', '13', '14', '15', '16'].map((day) => `2031-03-${day}`)

const claims = fc.record({
  days: fc.constant(days),
  rows: fc.array(
    fc.record({
      claim: fc.constant(asId<'claim'>('c')),
      wording: name,
      acts: fc.array(
        fc.record({
          day: fc.constantFrom(...days),
          kind: fc.constantFrom(...MARK_KINDS),
          who: fc.array(name, { maxLength: 4 }),
          others: fc.nat(3),
          reports: count,
        }),
        { maxLength: 12 },
      ),
    }),
    { maxLength: 10 },
  ),
  left: fc.nat(60),
})

const kinds: readonly HearerKind[] = ['outlet', 'press', 'counterpart', 'public', 'unstated', 'others']
const voices = fc
  .record({
    speakers: fc.array(fc.record({ name, statements: count }), { maxLength: 12 }),
    hearers: fc.array(fc.record({ kind: fc.constantFrom(...kinds), name }), { minLength: 1, maxLength: 7 }),
    pairs: fc.uniqueArray(fc.nat(83), { maxLength: 60 }),
    weight: count,
    left: fc.record({ speakers: fc.nat(60), statements: fc.nat(200) }),
  })
  .map(({ speakers, hearers, pairs, weight, left }): EditionPictures['voices'] => ({
    speakers,
    hearers,
    flows: pairs.flatMap((pair, at) => {
      const [from, to] = [Math.floor(pair / 7), pair % 7]
      return from < speakers.length && to < hearers.length ? [{ from, to, statements: 1 + ((weight + at) % 40) }] : []
    }),
    left,
  }))

const outlets = fc.record({
  rows: fc.array(
    fc.record({ outlet: name, reports: count, share: fc.nat(10) }).map(({ outlet, reports, share }) => ({
      ...(outlet !== '' && { outlet }),
      reports,
      reprints: Math.floor((reports * share) / 10),
    })),
    { maxLength: 14 },
  ),
  left: fc.record({ outlets: fc.nat(60), reports: fc.nat(500) }),
})

const HOW = ['first-hand', 'named in text', 'aggregator source', 'near-identical text'] as const

const graph = fc
  .record({
    wording: name,
    names: fc.array(fc.record({ name, outlet: name }), { minLength: 1, maxLength: 30 }),
    origins: fc.array(fc.record({ name, toldTo: fc.option(name, { nil: undefined }), prints: fc.nat(2 ** 30) }), {
      maxLength: 12,
    }),
    unknown: fc.nat(8),
    doubts: fc.uniqueArray(fc.nat(143), { maxLength: 12 }),
  })
  .map(({ wording, names, origins, unknown, doubts }): OriginsGraph => {
    const reports = names.map((report, at) => ({ id: `r${at}`, ...report, published: '2031-03-11' }))
    const pairs = doubts.map((pair) => [Math.floor(pair / 12), pair % 12] as const)
    return {
      wording,
      origins: origins.map(({ name: own, toldTo, prints }, at) => ({
        id: `o${at}`,
        name: own,
        heads: { atLeast: 1 },
        ...(toldTo !== undefined && { toldTo }),
        isOutlet: prints % 5 === 0,
        prints: reports.flatMap(({ id }, bit) =>
          (prints >> bit) & 1 ? [{ report: id, how: HOW[bit % HOW.length] ?? 'first-hand' }] : [],
        ),
      })),
      reports,
      unknown: reports.slice(0, unknown),
      doubts: pairs.filter(([a, b]) => a < b && b < origins.length).map(([a, b]) => [`o${a}`, `o${b}`]),
      atLeast: Math.min(1, origins.length),
      atMost: origins.length,
    }
  })

/** The data of the pictures of an edition, as one would be kept. */
export const randomPictures: fc.Arbitrary<EditionPictures> = fc.record({
  claims,
  origins: fc.array(
    graph.map((whole) => ({ claim: asId<'claim'>('lead'), graph: trimGraph(whole) })),
    { maxLength: 2 },
  ),
  voices,
  outlets,
})
