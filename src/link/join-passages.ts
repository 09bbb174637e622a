// The passages that two texts share, from the shingles that both have: runs of them, with what an outlet prints under
// everything left out.
import { makeSpan, type Span } from '../model/span.ts'
import type { Copy } from './fold-copies.ts'
import { countOwn, SHINGLE, type Text } from './shingle-text.ts'

const LEAST_OWN = 24 // words outside quotations that two docs share before either is held for a copy
const LEAST_PASSAGE = 12 // words of one passage, quotations counted and words changed between not
const GAP_MOST = 12 // words between two stretches of one passage that somebody edited: "this week" for "last week"
const HOUSE_MOST = 150 // words with which an outlet begins or ends what it prints
const HOUSE_SHARE = 0.6 // a text that has more than this from another is a copy, however it ends

interface Run {
  readonly here: number
  readonly there: number
  length: number
}

/** The passages that two texts share, or undefined where they are too few to tell of anything. */
export function joinPassages(
  before: Text,
  after: Text,
  pairs: readonly (readonly [here: number, there: number])[],
): Pick<Copy, 'passages' | 'words' | 'share'> | undefined {
  const open = new Map<number, Run>() // the last run of each shift from one text to the other
  const runs: Run[] = []
  for (const [here, there] of pairs) {
    const run = open.get(here - there)
    if (run && here <= run.here + run.length) run.length = here + SHINGLE - run.here
    else {
      const begun: Run = { here, there, length: SHINGLE }
      open.set(here - there, begun)
      runs.push(begun)
    }
  }
  const chains = chainRuns(runs).filter((chain) => chain.reduce((sum, { length }) => sum + length, 0) >= LEAST_PASSAGE)
  const ownOf = (kept: readonly (readonly Run[])[]): number => {
    const covered = new Uint8Array(after.isOwn.length)
    for (const chain of kept) {
      const [from, until] = [chain[0]?.here ?? 0, ends(chain.at(-1)).here]
      covered.set(after.isOwn.subarray(from, until), from)
    }
    return countOwn(covered, 0, covered.length)
  }
  const fewer = Math.max(1, Math.min(before.own, after.own))
  const isHouse =
    ownOf(chains) / fewer < HOUSE_SHARE && before.doc.outlet !== undefined && before.doc.outlet === after.doc.outlet
  const told = isHouse ? chains.filter((chain) => !isHouseText(chain, before, after)) : chains
  const own = ownOf(told)
  const isOneText = own === before.own && own === after.own && before.hashes.join() === after.hashes.join()
  if (own < LEAST_OWN && !isOneText) return undefined
  const passages = told.flat().flatMap(({ here, there, length }) => {
    const earlier = spanOfWords(before, there, length)
    const later = spanOfWords(after, here, length)
    return earlier && later ? [[earlier, later] as const] : []
  })
  return { passages, words: own, share: Math.min(1, own / fewer) }
}

/** Runs with only a few changed words between them, in both texts, are one passage that somebody edited. */
function chainRuns(runs: readonly Run[]): Run[][] {
  const chains: Run[][] = []
  for (const run of runs.toSorted((a, b) => a.here - b.here)) {
    const chain = chains.at(-1)
    const last = chain?.at(-1)
    const gaps = last ? [run.here - ends(last).here, run.there - ends(last).there] : [Number.POSITIVE_INFINITY]
    if (chain && gaps.every((gap) => gap <= GAP_MOST && gap > -SHINGLE)) chain.push(run)
    else chains.push([run])
  }
  return chains
}

function ends(run: Run | undefined): { here: number; there: number } {
  return run ? { here: run.here + run.length, there: run.there + run.length } : { here: 0, there: 0 }
}

// "The Ostmere Courier has reported from Karsk since …" ends every report of one outlet, and tells of no common origin.
function isHouseText(chain: readonly Run[], before: Text, after: Text): boolean {
  const [first, last] = [chain[0], chain.at(-1)]
  if (!first || !last) return false
  const length = ends(last).here - first.here
  const left = [before.starts.length - first.there, after.starts.length - first.here]
  const right = [ends(last).there, ends(last).here]
  return [left, right].some((reach) => Math.max(...reach) <= HOUSE_MOST && length >= Math.min(...reach) / 2)
}

function spanOfWords({ doc, starts, ends }: Text, from: number, length: number): Span | undefined {
  const [start, end] = [starts[from], ends[from + length - 1]]
  return start === undefined || end === undefined ? undefined : makeSpan(doc.text, start, end)
}
