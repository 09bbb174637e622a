// How like two reports are: in their words, again in their numbers, and in what they are about as a whole. The words tell
// twins apart, the vectors keep strangers that share a name from looking like kin.
import { nearness, type Vector } from '../model/vector.ts'
import { type Bag, COUNTED, isPackedNumber } from './pack-words.ts'

/** A report made ready for comparing: stems in rising order, and what each weighs; all weights together are of length 1. */
export interface Weighed {
  readonly stems: Uint32Array
  readonly weights: Float32Array
  readonly vector?: Vector | undefined
}

const HEAVIEST = 200 // of a report's stems; the others tell little and weigh nothing
const NUMBERS = 0.3 // what numbers in common add to words in common
const NUMBERS_ALONE = 0.1 // and where there are no vectors
const SENSE = 0.4
const LEAST = 0.1 // of what a stem weighs that counts once, for one far down

/** Weighs how often each stem counts by how rare it is. */
export function weighStems({ counts }: Bag, rarityAt: (at: number) => number): Float32Array {
  const weights = Float32Array.from(
    counts,
    (count, at) => Math.max(LEAST, 1 + Math.log(count / COUNTED)) * Math.max(0, rarityAt(at)),
  )
  const least = weights.length > HEAVIEST ? (weights.toSorted().at(-HEAVIEST) ?? 0) : 0
  let squares = 0
  for (const weight of weights) if (weight >= least) squares += weight ** 2
  const length = Math.sqrt(squares) || 1
  return weights.map((weight) => (weight >= least ? weight / length : 0))
}

/** From 0 to 1.7; to 1.1 where one of the two has no vector. */
export function compareReports(a: Weighed, b: Weighed): number {
  let [words, numbers] = [0, 0]
  const [left, right] = [a.stems, b.stems]
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const x = left[i] ?? 0
    const y = right[j] ?? 0
    if (x === y) {
      const product = (a.weights[i] ?? 0) * (b.weights[j] ?? 0)
      words += product
      if (isPackedNumber(x)) numbers += product
    }
    if (x <= y) i += 1
    if (y <= x) j += 1
  }
  return judge(a, b, words, numbers)
}

/** The same where what the first weighs is spread out by slots, and the second knows the slots of its stems. */
export function compareSpread(spread: Float64Array, a: Weighed, b: Weighed, slots: Int32Array): number {
  let [words, numbers] = [0, 0]
  const { stems, weights } = b
  for (let at = 0; at < slots.length; at++) {
    const own = spread[slots[at] ?? 0] ?? 0
    if (own === 0) continue
    const product = own * (weights[at] ?? 0)
    words += product
    if (isPackedNumber(stems[at] ?? 0)) numbers += product
  }
  return judge(a, b, words, numbers)
}

function judge(a: Weighed, b: Weighed, words: number, common: number): number {
  let numbers = common
  if (numbers > 0) {
    const squaresA = squaresOfNumbers(a)
    const squaresB = squaresOfNumbers(b)
    numbers /= Math.sqrt(squaresA * squaresB)
  }
  if (!a.vector || !b.vector) return words + NUMBERS_ALONE * numbers
  return words + NUMBERS * numbers + SENSE * Math.max(0, nearness(a.vector, b.vector)) ** 2
}

function squaresOfNumbers({ stems, weights }: Weighed): number {
  let squares = 0
  for (let at = 0; at < stems.length; at++) if (isPackedNumber(stems[at] ?? 0)) squares += (weights[at] ?? 0) ** 2
  return squares
}
