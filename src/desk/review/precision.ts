// How often the reader was right, by what people ruled: in that something was said at all, in the words, in who said it, in the
// kind of source. Confirmed is right in every part; a correction is wrong in its part, and says that something was said. What
// nobody ruled on is in no number. With Wilson's interval (Wilson, J. Am. Stat. Assoc. 22, 1927), which holds for few items too.
import type { Ruling } from '../../model/decision.ts'

export const PARTS = ['found', 'words', 'who', 'kind'] as const

export type Part = (typeof PARTS)[number]

/** What was ruled on one attribution, as it counts now. */
export interface ReviewedSaid {
  readonly kinds: ReadonlySet<Ruling['kind']>
  readonly confidence?: number // absent: it is not read any more
}

/** So many right of so many reviewed, and between what the share lies with a chance of 95 %. */
export interface Share {
  readonly right: number
  readonly reviewed: number
  readonly from: number
  readonly to: number
}

/** Edges of the bands of confidence. */
export const BANDS: readonly (readonly [from: number, until: number])[] = [
  [0, 0.5],
  [0.5, 0.7],
  [0.7, 0.9],
  [0.9, Number.POSITIVE_INFINITY],
]

export interface Precision {
  readonly reviewed: number // attributions
  readonly parts: Readonly<Record<Part, Share>>
  readonly bands: readonly { readonly band: (typeof BANDS)[number]; readonly found: Share; readonly whole: Share }[]
}

/** The shares over these attributions. */
export function measurePrecision(reviewed: readonly ReviewedSaid[]): Precision {
  const judged = reviewed.map((one) => ({ ...one, verdict: judge(one.kinds) }))
  const share = (part: Part) => shareOf(judged.flatMap(({ verdict }) => verdict[part] ?? []))
  return {
    reviewed: reviewed.length,
    parts: { found: share('found'), words: share('words'), who: share('who'), kind: share('kind') },
    bands: BANDS.map((band) => {
      const own = judged.filter(({ confidence = -1 }) => confidence >= band[0] && confidence < band[1])
      return {
        band,
        found: shareOf(own.flatMap(({ verdict }) => verdict.found ?? [])),
        whole: shareOf(own.map(({ verdict }) => Object.values(verdict).every((isRight) => isRight))),
      }
    }),
  }
}

type Verdict = Partial<Record<Part, boolean>>

const WRONG: Readonly<Partial<Record<Ruling['kind'], Part>>> = {
  correct: 'words',
  're-attribute': 'who',
  'set kind': 'kind',
}

function judge(kinds: ReadonlySet<Ruling['kind']>): Verdict {
  if (kinds.has('reject')) return { found: false }
  const verdict: Verdict = kinds.has('confirm') ? { found: true, words: true, who: true, kind: true } : { found: true }
  for (const kind of kinds) {
    const part = WRONG[kind]
    if (part) verdict[part] = false
  }
  return verdict
}

function shareOf(right: readonly boolean[]): Share {
  const count = right.filter((isRight) => isRight).length
  return { right: count, reviewed: right.length, ...wilson(count, right.length) }
}

const Z = 1.959964 // of 95 %

/** The interval; of nothing, everything. */
export function wilson(right: number, of: number): { from: number; to: number } {
  if (of === 0) return { from: 0, to: 1 }
  const share = right / of
  const scale = 1 + Z ** 2 / of
  const middle = (share + Z ** 2 / (2 * of)) / scale
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))
  return { from: Math.max(0, middle - half), to: Math.min(1, middle + half) }
}
