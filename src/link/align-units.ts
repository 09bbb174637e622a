// Which units of two printed forms are the same ones: the longest stretch that both have, then the longest on each side of
// it, and so on (Ratcliff and Obershelp, 1988). The fewest edits would tear what was left off into scraps, keeping a "the"
// here for a "the" there. Forms too long for that are left to Myers' difference, from the package diff.
import { diffArrays } from 'diff'
import { isGrammar } from './common-words.ts'
import { isSameKey } from './is-same-units.ts'
import type { Unit } from './split-quote.ts'

/** A stretch that both forms have: where it begins in each, and how long it is. */
export interface Stretch {
  readonly a: number
  readonly b: number
  readonly length: number
}

const MOST_CELLS = 250_000 // units of one form times those of the other
const FARTHEST = 2000 // units cut or added; two forms farther apart than that are not one remark

/** The stretches in order. Forms that are long and share nothing have none, since finding one would take minutes. */
export function alignUnits(a: readonly Unit[], b: readonly Unit[]): Stretch[] {
  if (a.length * b.length > MOST_CELLS) return alignLong(a, b)
  const found: Stretch[] = []
  const search = (fromA: number, untilA: number, fromB: number, untilB: number): void => {
    const best = findLongest(a, b, [fromA, untilA], [fromB, untilB])
    if (!best) return
    search(fromA, best.a, fromB, best.b)
    found.push(best)
    search(best.a + best.length, untilA, best.b + best.length, untilB)
  }
  search(0, a.length, 0, b.length)
  return found.filter((stretch, at) => isKept(stretch, at, found, a, b))
}

type Range = readonly [from: number, until: number]

function findLongest(
  a: readonly Unit[],
  b: readonly Unit[],
  [fromA, untilA]: Range,
  [fromB, untilB]: Range,
): Stretch | undefined {
  let best: Stretch | undefined
  let above = new Uint32Array(untilB - fromB + 1)
  for (let i = fromA; i < untilA; i++) {
    const row = new Uint32Array(untilB - fromB + 1)
    for (let j = fromB; j < untilB; j++) {
      if (!isSameKey(a[i]?.key ?? '', b[j]?.key ?? '')) continue
      const length = (above[j - fromB] ?? 0) + 1
      row[j - fromB + 1] = length
      if (length > (best?.length ?? 0)) best = { a: i - length + 1, b: j - length + 1, length }
    }
    above = row
  }
  return best
}

// One "the" that both have between two changes was not kept: the words around it are others.
function isKept(
  { a: at, b: other, length }: Stretch,
  index: number,
  all: readonly Stretch[],
  a: readonly Unit[],
  b: readonly Unit[],
): boolean {
  if (length > 1 || !isGrammar(a[at]?.word.folded ?? '')) return true
  const [before, after] = [all[index - 1], all[index + 1]]
  const gapsBefore = [at - (before ? before.a + before.length : 0), other - (before ? before.b + before.length : 0)]
  const gapsAfter = [(after?.a ?? a.length) - at - 1, (after?.b ?? b.length) - other - 1]
  return [...gapsBefore, ...gapsAfter].some((gap) => gap === 0)
}

function alignLong(a: readonly Unit[], b: readonly Unit[]): Stretch[] {
  const keys = (units: readonly Unit[]): string[] => units.map(({ key }) => key)
  const found: Stretch[] = []
  let [atA, atB] = [0, 0]
  for (const { value, added, removed } of diffArrays(keys(a), keys(b), { maxEditLength: FARTHEST }) ?? []) {
    if (!added && !removed) found.push({ a: atA, b: atB, length: value.length })
    if (!added) atA += value.length
    if (!removed) atB += value.length
  }
  return found
}
