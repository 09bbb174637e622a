// Which reports tell of one story: one pass over reports in the order given, each joined to the nearest centroid or
// opening a story of its own (single-pass clustering with TF-IDF, as in Topic Detection and Tracking: Allan, 1998).
// The pass itself looks back only; what it takes from the batch is how many reports have a word.
import { digestOfParts } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'
import { countStoryWords, type StoryText } from './story-words.ts'

export interface StoryDoc extends StoryText {
  readonly id: string
  readonly published?: string | undefined
}

const NEAR = 0.26 // cosine; chosen on every second topic of the corpus of stories, see test/corpus/stories.test.ts
const STEMS = 160 // the heaviest of a report; the others tell little and cost much
const PRIOR = 300 // reports imagined beside the batch, so that a desk of ten weighs words much as one of a thousand

interface Cluster {
  readonly story: Id<'story'>
  readonly sum: Map<string, number>
  squares: number // of the sum's weights: its length, squared
}

/** The story of each report, by its id. A story's id is that of its first report. */
export function groupStories(docs: readonly StoryDoc[]): Map<string, Id<'story'>> {
  const counted = docs.map((doc) => ({ id: doc.id, counts: countStoryWords(doc) }))
  const reports = new Map<string, number>()
  for (const { counts } of counted) for (const stem of counts.keys()) reports.set(stem, (reports.get(stem) ?? 0) + 1)
  const rarity = (stem: string): number => Math.log((docs.length + PRIOR) / ((reports.get(stem) ?? 0) + 1))

  const storyOf = new Map<string, Id<'story'>>()
  const clusters: Cluster[] = []
  const postings = new Map<string, number[]>()
  for (const { id, counts } of counted) {
    const vector = makeVector(counts, rarity)
    const at = findNearest(vector, clusters, postings)
    const number = at ?? clusters.length
    const cluster = clusters[number] ?? { story: asId<'story'>(digestOfParts('story', id)), sum: new Map(), squares: 0 }
    if (at === undefined) clusters.push(cluster)
    for (const [stem, weight] of vector) {
      const before = cluster.sum.get(stem)
      if (before === undefined) post(postings, stem, number)
      const after = (before ?? 0) + weight
      cluster.sum.set(stem, after)
      cluster.squares += after ** 2 - (before ?? 0) ** 2
    }
    storyOf.set(id, cluster.story)
  }
  return storyOf
}

function post(postings: Map<string, number[]>, stem: string, number: number): void {
  const numbers = postings.get(stem)
  if (numbers) numbers.push(number)
  else postings.set(stem, [number])
}

function makeVector(counts: ReadonlyMap<string, number>, rarity: (stem: string) => number): Map<string, number> {
  const weights = [...counts]
    .map(([stem, count]) => [stem, (1 + Math.log(count)) * rarity(stem)] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, STEMS)
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1
  return new Map(weights.map(([stem, weight]) => [stem, weight / length]))
}

function findNearest(
  vector: ReadonlyMap<string, number>,
  clusters: readonly Cluster[],
  postings: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const products = new Map<number, number>()
  for (const [stem, weight] of vector) {
    for (const at of postings.get(stem) ?? []) {
      products.set(at, (products.get(at) ?? 0) + weight * (clusters[at]?.sum.get(stem) ?? 0))
    }
  }
  let nearest: number | undefined
  let best = NEAR
  for (const [at, product] of products) {
    const cosine = product / (Math.sqrt(clusters[at]?.squares ?? 0) || 1)
    if (cosine < best || (cosine === best && nearest !== undefined)) continue
    best = cosine
    nearest = at
  }
  return nearest
}
