// Holds the attributions that were found against those that people marked. Counted by words, so punctuation is free;
// "labels" are counted by tokens, marks included, to be held against token taggers.
import type { Marked, Range } from './parse-gold.ts'

export interface Scored {
  readonly text: string
  readonly gold: readonly Marked[]
  readonly found: readonly Marked[]
}

export interface Figure {
  readonly precision: number // per cent, one decimal, as the others
  readonly recall: number
  readonly f1: number
}

const ROLES = ['source', 'cue', 'content'] as const
type Sets = Readonly<Record<(typeof ROLES)[number], ReadonlySet<number>>>

/**
 * The figures over all texts, pooled. For each role: "exact" (the same words in a pair; two empty ones do not count),
 * "words" (within pairs; what has no partner counts as missed or invented), "labels" (tokens that bear the role, whoever
 * gives it). For all three: "all labels", "whole exact", and "whole usable": in a pair the sources share a word or are
 * both empty, and the contents' word F1 is at least 0.8. Pairs are one to one, most words in common first, cues first.
 */
export function scoreAttributions(texts: readonly Scored[]): Record<string, Figure> {
  const tally = new Map<string, [hit: number, found: number, gold: number]>()
  const add = (name: string, hit: number, found: number, gold: number): void => {
    const [a, b, c] = tally.get(name) ?? [0, 0, 0]
    tally.set(name, [a + hit, b + found, c + gold])
  }
  for (const { text, gold: marked, found: given } of texts) {
    const tokens = spansOf(text, /[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu)
    for (const role of ROLES) {
      const [gold, found] = [labelled(marked, role, tokens), labelled(given, role, tokens)]
      for (const name of [`${role} labels`, 'all labels']) add(name, shared(gold, found), found.size, gold.size)
    }
    const words = spansOf(text, /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)
    const [gold, found] = [wordSets(marked, words), wordSets(given, words)]
    const pairs = pairUp(gold, found)
    const isEvery = (test: (g: Sets, f: Sets) => boolean): number => pairs.filter(([g, f]) => test(g, f)).length
    for (const role of ROLES) {
      const having = (sets: readonly Sets[]): number => sets.filter((set) => set[role].size > 0).length
      const sizeOf = (sets: readonly Sets[]): number => sets.reduce((sum, set) => sum + set[role].size, 0)
      const exact = isEvery((g, f) => g[role].size > 0 && isSame(g[role], f[role]))
      add(`${role} exact`, exact, having(found), having(gold))
      const hit = pairs.reduce((sum, [g, f]) => sum + shared(g[role], f[role]), 0)
      add(`${role} words`, hit, sizeOf(found), sizeOf(gold))
    }
    const whole = isEvery((g, f) => ROLES.every((role) => isSame(g[role], f[role])))
    add('whole exact', whole, found.length, gold.length)
    add('whole usable', isEvery(isUsable), found.length, gold.length)
  }
  return Object.fromEntries([...tally].map(([name, counts]) => [name, figureOf(...counts)]))
}

/** By marked attribution: whether one was found that is the same in all three roles, and whether one is usable. */
export function findMatched({ text, gold, found }: Scored): { isExact: boolean; isUsable: boolean }[] {
  const words = spansOf(text, /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)
  const marked = gold.map((one) => wordSets([one], words)[0])
  const known = marked.filter((sets) => sets !== undefined)
  const partner = new Map(pairUp(known, wordSets(found, words)))
  return marked.map((sets) => {
    const other = sets && partner.get(sets)
    if (!sets || !other) return { isExact: false, isUsable: false }
    return { isExact: ROLES.every((role) => isSame(sets[role], other[role])), isUsable: isUsable(sets, other) }
  })
}

/** By found attribution: whether it is usable, as "whole usable" counts it. */
export function findUsable({ text, gold, found }: Scored): boolean[] {
  const words = spansOf(text, /[\p{L}\p{N}][\p{L}\p{N}'’]*/gu)
  const given = found.map((one) => wordSets([one], words)[0])
  const known = given.filter((sets) => sets !== undefined)
  const right = new Set(pairUp(wordSets(gold, words), known).flatMap(([g, f]) => (isUsable(g, f) ? [f] : [])))
  return given.map((sets) => sets !== undefined && right.has(sets))
}

function isUsable(gold: Sets, found: Sets): boolean {
  const isSource = gold.source.size + found.source.size === 0 || shared(gold.source, found.source) > 0
  const f1 = (2 * shared(gold.content, found.content)) / (gold.content.size + found.content.size || 1)
  return isSource && f1 >= 0.8
}

/** A shared cue decides between attributions whose long contents overlap. */
const CUE_FIRST = 1000

function pairUp(gold: readonly Sets[], found: readonly Sets[]): [Sets, Sets][] {
  const candidates = gold.flatMap((g, i) =>
    found.flatMap((f, j) => {
      const overlap = ROLES.reduce((sum, role) => sum + shared(g[role], f[role]), 0)
      return overlap > 0 ? [{ weight: overlap + CUE_FIRST * shared(g.cue, f.cue), g, f, i, j }] : []
    }),
  )
  candidates.sort((a, b) => b.weight - a.weight || a.i - b.i || a.j - b.j)
  const taken = new Set<Sets>()
  return candidates.flatMap(({ g, f }): [Sets, Sets][] => {
    if (taken.has(g) || taken.has(f)) return []
    taken.add(g).add(f)
    return [[g, f]]
  })
}

function wordSets(attributions: readonly Marked[], words: readonly Range[]): Sets[] {
  const touched = (ranges: readonly Range[]): Set<number> =>
    new Set(words.flatMap(([start, end], i) => (ranges.some(([a, b]) => end > a && start < b) ? [i] : [])))
  return attributions
    .map(({ source, cue, content }) => ({ source: touched(source), cue: touched(cue), content: touched(content) }))
    .filter((sets) => ROLES.some((role) => sets[role].size > 0))
}

/** The tokens that begin in a range of the role. */
function labelled(
  attributions: readonly Marked[],
  role: (typeof ROLES)[number],
  tokens: readonly Range[],
): Set<number> {
  const ranges = attributions.flatMap((one) => one[role])
  return new Set(tokens.map(([at]) => at).filter((at) => ranges.some(([from, to]) => at >= from && at < to)))
}

function spansOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)].map((match): Range => [match.index, match.index + match[0].length])
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return [...a].filter((one) => b.has(one)).length
}

function isSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && shared(a, b) === a.size
}

function figureOf(hit: number, found: number, gold: number): Figure {
  const precision = found ? hit / found : 0
  const recall = gold ? hit / gold : 0
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
  const percent = (share: number): number => Math.round(share * 1000) / 10
  return { precision: percent(precision), recall: percent(recall), f1: percent(f1) }
}
