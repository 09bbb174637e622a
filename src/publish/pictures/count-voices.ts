// Who said how much to whom. A hearer is whom the report says the words were told to, or else the first outlet through whose
// hands they came. Words that several reports print alike are one statement. Who kept silent did not speak, and what an outlet
// or a document says is said to its readers.
import { isSilent } from '../../model/act.ts'
import type { Attribution } from '../../model/attribution.ts'
import type { PicturedFlow, PicturedHearer, PicturedVoices } from '../../model/edition-pictures.ts'
import { wordsOf } from '../../model/span.ts'
import { contentKey, type Saying } from '../find-sayings.ts'
import { type NameOf, nameOfChain, namesOf, namesOfSources } from './names-of-sources.ts'

const MOST_SPEAKERS = 12
const MOST_HEARERS = 6 // with the others together, seven

/** The speakers with the most statements and the hearers that heard most of them. */
export function countVoices(sayings: readonly Saying[], nameOf: NameOf): PicturedVoices {
  const told = listTold(sayings, nameOf)
  const speakers = rank(told, ({ from }) => from)
  const drawn = speakers.slice(0, MOST_SPEAKERS)
  const places = new Map(drawn.map(({ key }, at) => [key, at]))
  const ofDrawn = told.filter(({ from }) => places.has(from))
  const heard = rank(ofDrawn, ({ to }) => keyOf(to))
  const named = heard.slice(0, heard.length === MOST_HEARERS + 1 ? heard.length : MOST_HEARERS)
  const hearers: PicturedHearer[] = named.map(({ first }) => first.to)
  if (named.length < heard.length) hearers.push({ kind: 'others' })
  const placeOf = new Map(named.map(({ key }, at) => [key, at]))
  const flows = Map.groupBy(ofDrawn, ({ from, to }) => {
    return `${places.get(from)} ${placeOf.get(keyOf(to)) ?? named.length}`
  })
  const left = speakers.slice(MOST_SPEAKERS)
  return {
    speakers: drawn.map(({ key, count }) => ({ name: key, statements: count })),
    hearers,
    flows: [...flows]
      .map(([key, { length }]): PicturedFlow => {
        const [from = 0, to = 0] = key.split(' ').map(Number)
        return { from, to, statements: length }
      })
      .toSorted((a, b) => a.from - b.from || a.to - b.to),
    left: { speakers: left.length, statements: left.reduce((sum, { count }) => sum + count, 0) },
  }
}

/** One statement of one speaker to one hearer. */
interface Told {
  readonly from: string
  readonly to: PicturedHearer
}

function listTold(sayings: readonly Saying[], nameOf: NameOf): Told[] {
  const told: Told[] = []
  const seen = new Map<string, Map<string, Set<string>>>() // hearers by words, and speakers by these
  for (const saying of sayings) {
    const { attribution } = saying
    const { kind } = attribution.source
    if (isSilent(attribution.act) || kind === 'outlet' || kind === 'document') continue
    const to = hearerOf(saying, nameOf)
    const bySpeaker = seen.get(contentKey(saying)) ?? new Map<string, Set<string>>()
    if (bySpeaker.size === 0) seen.set(contentKey(saying), bySpeaker)
    for (const from of namesOfSources(saying, nameOf)) {
      const heard = bySpeaker.get(from) ?? new Set()
      if (heard.has(keyOf(to))) continue
      bySpeaker.set(from, heard.add(keyOf(to)))
      told.push({ from, to })
    }
  }
  return told
}

function hearerOf(saying: Saying, nameOf: NameOf): PicturedHearer {
  const { doc, attribution } = saying
  const { hearer, via } = attribution
  const outlet = via.find(({ kind }) => kind === 'outlet')
  if (hearer?.kind === 'press' || hearer?.kind === 'public') return { kind: hearer.kind }
  if (hearer) {
    const name = hearer.who && nameOfChain(hearer.who, saying, nameOf)
    return { kind: hearer.kind, name: name ?? doc.text.slice(hearer.words.start, hearer.words.end) }
  }
  if (outlet) {
    const [name = wordsOf(doc.text, outlet.words)] = namesOf(outlet, saying, nameOf)
    return { kind: 'outlet', name }
  }
  return { kind: attribution.setting && IN_PUBLIC.has(attribution.setting.kind) ? 'public' : 'unstated' }
}

// "in a statement", "in a speech", "in a post"
const IN_PUBLIC: ReadonlySet<NonNullable<Attribution['setting']>['kind']> = new Set(['statement', 'speech', 'post'])

function keyOf({ kind, name = '' }: PicturedHearer): string {
  return `${kind} ${name}`
}

interface Ranked {
  readonly key: string
  readonly count: number
  readonly first: Told
}

// The most first; of equals, the first in the order of the reports.
function rank(told: readonly Told[], keyIn: (one: Told) => string): Ranked[] {
  const groups = [...Map.groupBy(told, keyIn)]
  return groups
    .flatMap(([key, all]): Ranked[] => (all[0] ? [{ key, count: all.length, first: all[0] }] : []))
    .toSorted((a, b) => b.count - a.count)
}
