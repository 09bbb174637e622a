// Which reports tell of one story: reports are taken one after the other, and each joins the story whose reports it is most like,
// or opens one. Then only that story is looked at: whether it has become two, or is one with another. What is like is weighed by
// the reports that came before, so a later report changes no story but the one it enters, and one it shows to be the same.
import { digestOfParts } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'
import type { Vector } from '../model/vector.ts'
import { compareReports, type Weighed, weighReport } from './compare-reports.ts'
import { areApart, between, fallApart } from './fall-apart.ts'
import { countStoryWords, type StoryText } from './story-words.ts'

export interface StoryDoc extends StoryText {
  readonly id: string
  readonly published?: string | undefined
  readonly vector?: Vector | undefined // of its title and its beginning; all reports have one, or none has
}

// Mean likeness to the reports of a story; chosen on topics 1 to 20 of the corpus of stories, see test/corpus/stories.test.ts.
const NEAR = 0.32
const NEAR_BY_WORDS = 0.18 // where there are no vectors
const PRIOR = 300 // reports imagined before the first, so that the tenth weighs words much as the thousandth does
const TRIED = 10 // stories that a report is held against: those that share most of its words
const LATEST = 40 // reports of a story that a new one is held against; one of more does not fall apart any more

/** Reports by their numbers, in the order they came. */
type Group = number[]

/** The story of each report, by its id. A story's id is that of its first report. */
export function streamStories(docs: readonly StoryDoc[]): Map<string, Id<'story'>> {
  const near = docs.every(({ vector }) => vector) ? NEAR : NEAR_BY_WORDS
  const weigh = makeWeigher()
  const weighed: Weighed[] = []
  const { products, findSharing } = makeFinder(weighed, docs.length)
  const likeness = remember((early, late) => {
    const isNewest = late === weighed.length - 1
    return compareReports(weighed[early] ?? EMPTY, weighed[late] ?? EMPTY, isNewest ? products[early] : undefined)
  })
  const storyOf: Group[] = []
  const file = (group: Group): Group => {
    for (const report of group) storyOf[report] = group
    return group
  }

  for (const [report, doc] of docs.entries()) {
    weighed.push(weigh(doc))
    const tried = findSharing(report, storyOf).map((group) => ({
      group,
      like: between([report], group.slice(-LATEST), likeness),
    }))
    const best = tried.reduce<(typeof tried)[0] | undefined>((a, b) => (a && a.like >= b.like ? a : b), undefined)
    const joined = best && best.like >= near ? [...best.group, report] : [report]
    const parts = (joined.length <= LATEST && fallApart(joined, likeness)) || [joined]
    for (const part of parts) file(part)
    for (const part of parts) {
      const others = tried.filter(({ group, like }) => group !== best?.group && like >= near / 2)
      const kin = findKin(
        part,
        others.map(({ group }) => storyOf[group[0] ?? 0] ?? group),
        near,
        likeness,
      )
      if (kin) file([...part, ...kin].sort((a, b) => a - b))
    }
  }
  return new Map(
    docs.map(({ id }, at) => [id, asId<'story'>(digestOfParts('story', docs[storyOf[at]?.[0] ?? at]?.id ?? id))]),
  )
}

const WEIGHTS = { name: 4, number: 2 } // twins differ in names and numbers; chosen on topics 1 to 20 as well

const EMPTY: Weighed = { words: new Map(), numbers: new Map() }

// The story that a story turns out to be one with.
function findKin(
  group: Group,
  others: readonly Group[],
  near: number,
  likeness: (a: number, b: number) => number,
): Group | undefined {
  let best = near
  let kin: Group | undefined
  for (const other of others) {
    if (other === group) continue
    const [few, many] = [group.slice(-LATEST), other.slice(-LATEST)]
    const like = between(few, many, likeness)
    if (like < best || (few.length > 1 && many.length > 1 && areApart(few, many, likeness))) continue
    best = like
    kin = other
  }
  return kin
}

// How rare a stem is, by the reports up to the one that is weighed.
function makeWeigher(): (doc: StoryDoc) => Weighed {
  const reports = new Map<string, number>()
  let seen = PRIOR
  return (doc) => {
    const counts = countStoryWords(doc, WEIGHTS)
    seen += 1
    for (const stem of counts.keys()) reports.set(stem, (reports.get(stem) ?? 0) + 1)
    return weighReport(counts, (stem) => Math.log(seen / ((reports.get(stem) ?? 0) + 1)), doc.vector)
  }
}

// Finds the stories that share most with the words of a report, and takes the report in. `products`: what the words of the
// report last taken in share with those of each before it.
function makeFinder(
  weighed: readonly Weighed[],
  most: number,
): { products: Float64Array; findSharing: (report: number, storyOf: readonly Group[]) => Group[] } {
  const postings = new Map<string, { readonly reports: number[]; readonly weights: number[] }>()
  const products = new Float64Array(most)
  const findSharing = (report: number, storyOf: readonly Group[]): Group[] => {
    products.fill(0, 0, report)
    for (const [stem, weight] of weighed[report]?.words ?? []) {
      const posted = postings.get(stem)
      if (posted) {
        const { reports, weights } = posted
        for (let k = 0; k < reports.length; k++) {
          const other = reports[k] ?? 0
          products[other] = (products[other] ?? 0) + weight * (weights[k] ?? 0)
        }
        reports.push(report)
        weights.push(weight)
      } else postings.set(stem, { reports: [report], weights: [weight] })
    }
    const shared = new Map<Group, number>()
    for (let other = 0; other < report; other++) {
      const [group, product] = [storyOf[other], products[other] ?? 0]
      if (group && product > 0) shared.set(group, (shared.get(group) ?? 0) + product / group.length)
    }
    const nearest = [...shared].sort(([a, x], [b, y]) => y - x || (a[0] ?? 0) - (b[0] ?? 0)).slice(0, TRIED)
    return nearest.map(([group]) => group)
  }
  return { products, findSharing }
}

function remember(compare: (a: number, b: number) => number): (a: number, b: number) => number {
  const known: Map<number, number>[] = []
  return (a, b) => {
    const [early, late] = a < b ? [a, b] : [b, a]
    known[late] ??= new Map()
    const before = known[late].get(early)
    if (before !== undefined) return before
    const like = compare(early, late)
    known[late].set(early, like)
    return like
  }
}
