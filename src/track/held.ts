// A report that is held while later ones are filed, packed: ten thousand are.
import type { Filed } from '../model/filed.ts'
import { Near } from './near.ts'

export interface Held {
  readonly filed: Pick<Filed, 'id' | 'name' | 'published' | 'stems' | 'weights' | 'vector'>
  readonly slots: Int32Array // of its stems, in their order: where the index counts each
  readonly before: Int32Array // of its heaviest: the number of the report before it that has the stem among its own
  readonly least: number // what a stem must weigh to be among its heaviest
  readonly number: number // rises in the order of filing
  readonly near: Near // how like it is to earlier reports, where that was asked
  story: string // of which it is as far as the window has come
  inRegister: string // of which it is as far as the register tells
  shared: number // scratch: what it shares with the report that is being filed
}

/** The report as it is held, under a number above those of all before. */
export function holdReport(
  { id, name, published, stems, weights, vector, joined, story }: Filed,
  number: number,
  near = new Near(),
): Held {
  const { slots, before, ...own } = inOnePiece(stems, weights)
  return {
    filed: { id, name, published, ...own, vector },
    slots,
    before,
    least: leastPosted(weights),
    near,
    number,
    story: joined,
    inRegister: story,
    shared: 0,
  }
}

// An array of its own takes more than what is in it.
function inOnePiece(
  stems: Uint32Array,
  weights: Float32Array,
): Pick<Filed, 'stems' | 'weights'> & Pick<Held, 'slots' | 'before'> {
  const { length, byteLength } = stems
  const piece = new ArrayBuffer(4 * byteLength)
  const own = {
    stems: new Uint32Array(piece, 0, length),
    weights: new Float32Array(piece, byteLength, length),
    slots: new Int32Array(piece, 2 * byteLength, length),
    before: new Int32Array(piece, 3 * byteLength, length),
  }
  own.stems.set(stems)
  own.weights.set(weights)
  return own
}

const POSTED = 48 // of a report's stems: the heaviest, by which it is found

/** What a stem must weigh to be among a report's heaviest. */
export function leastPosted(weights: Float32Array): number {
  const least = weights.length > POSTED ? (weights.toSorted().at(-POSTED) ?? 0) : 0
  return Math.max(least, Number.MIN_VALUE)
}

/** True where the stem at this place is among the heaviest. */
export function isPosted({ filed: { weights }, least }: Held, at: number): boolean {
  return (weights[at] ?? 0) >= least
}

/** Where a stem stands in a report that has it. */
export function placeOf({ filed: { stems } }: Held, stem: number): number {
  let [low, high] = [0, stems.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((stems[middle] ?? 0) < stem) low = middle + 1
    else high = middle
  }
  return low
}
