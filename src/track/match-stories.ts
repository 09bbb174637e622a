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

/** What a stem weighs in a cluster: in its sum, and in the list of the clusters that have the stem. */
interface Cell {
  readonly cluster: number
  weight: number
}

interface Cluster {
  readonly story: Id<'story'>
  readonly sum: Map<string, Cell>
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
  const postings = new Map<string, Cell[]>()
  const products = new Float64Array(docs.length)
  for (const { id, counts } of counted) {
    const vector = makeVector(counts, rarity)
    const at = findNearest(vector, clusters, { postings, products })
    const number = at ?? clusters.length
    const cluster = clusters[number] ?? { story: asId<'story'>(digestOfParts('story', id)), sum: new Map(), squares: 0 }
    if (at === undefined) clusters.push(cluster)
    for (const [stem, weight] of vector) {
      const cell = cluster.sum.get(stem) ?? { cluster: number, weight: 0 }
      if (cell.weight === 0) post(postings, cluster, stem, cell)
      const before = cell.weight
      cell.weight += weight
      cluster.squares += cell.weight ** 2 - before ** 2
    }
    storyOf.set(id, cluster.story)
  }
  return storyOf
}

function post(postings: Map<string, Cell[]>, { sum }: Cluster, stem: string, cell: Cell): void {
  sum.set(stem, cell)
  const cells = postings.get(stem)
  if (cells) cells.push(cell)
  else postings.set(stem, [cell])
}

function makeVector(counts: ReadonlyMap<string, number>, rarity: (stem: string) => number): Map<string, number> {
  const weights = [...counts]
    .map(([stem, count]) => [stem, (1 + Math.log(count)) * rarity(stem)] as const)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, STEMS)
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight ** 2, 0)) || 1
  return new Map(weights.map(([stem, weight]) => [stem, weight / length]))
}

interface Seen {
  readonly postings: ReadonlyMap<string, readonly Cell[]>
  readonly products: Float64Array // scratch space by number of the cluster, all zero between calls
}

function findNearest(
  vector: ReadonlyMap<string, number>,
  clusters: readonly Cluster[],
  { postings, products }: Seen,
): number | undefined {
  const touched: number[] = []
  for (const [stem, weight] of vector) {
    for (const cell of postings.get(stem) ?? []) {
      const product = products[cell.cluster] ?? 0
      if (product === 0) touched.push(cell.cluster)
      products[cell.cluster] = product + weight * cell.weight
    }
  }
  let nearest: number | undefined
  let best = NEAR
  for (const at of touched) {
    const cosine = (products[at] ?? 0) / (Math.sqrt(clusters[at]?.squares ?? 0) || 1)
    products[at] = 0
    if (cosine < best || (cosine === best && nearest !== undefined)) continue
    best = cosine
    nearest = at
  }
  return nearest
}
