// One word put for another: would not discuss the ceasefire / would not discuss grain. In a short content that word is the
// matter; in wire copy written anew some words differ, and it is still that copy.
import type { Alignment } from './align-statements.ts'
import { areAlike } from './check-gists.ts'
import { areOpposed } from './concepts.ts'
import { isMatter } from './make-gist.ts'
import type { Statement } from './make-statement.ts'

export interface Swapping {
  readonly a: Statement
  readonly b: Statement
  readonly alignment: Alignment
  readonly score: number
  readonly sense: number | undefined
}

const SHORT_CLAIM = 0.75
const WEIGHT_OF_SHORT = 3 // some four telling words
const WEIGHT_OF_LONG = 5.5 // some eight telling words
const SWAPPED_SCORE = 0.65
const SWAPPED_NEAR = 0.72

/** The words of each that stand where the other has another matter, in a sentence. */
export function findSwapped({ a, b, alignment: { rest }, score, sense }: Swapping): string | undefined {
  const left = rest.filter(isMatter)
  const inA = left.filter((term) => a.terms.includes(term))
  const inB = left.filter((term) => b.terms.includes(term))
  for (const x of rest)
    for (const y of rest)
      if (a.terms.includes(x) && b.terms.includes(y) && areOpposed(x.stem, y.stem))
        return `one says "${x.folded}", the other "${y.folded}"`
  const x = inA.find((one) => !inB.some((two) => areAlike(one, two)))
  const y = inB.find((two) => !inA.some((one) => areAlike(one, two)))
  if (!x || !y) return undefined
  if (sense === undefined) {
    const isShort = score < SHORT_CLAIM && Math.min(a.tellingWeight, b.tellingWeight) <= WEIGHT_OF_SHORT
    return isShort ? `one says "${x.folded}" where the other says "${y.folded}"` : undefined
  }
  const isLong = Math.min(a.tellingWeight, b.tellingWeight) > WEIGHT_OF_LONG
  const isSame = isLong && score >= SWAPPED_SCORE && sense >= SWAPPED_NEAR
  return isSame ? undefined : `one says "${x.folded}" where the other says "${y.folded}"`
}
