// The words of a report as rows of numbers, so that thousands of reports can be held and two of them compared fast. A stem
// is known by its hash: two stems that share one, one pair in some hundred thousand, are one stem.
import { isNumber } from './story-words.ts'

/** What a stem's count is that stands once in the body of a report. */
export const COUNTED = 4

/** Stems in rising order, and how often each counts, in quarters. */
export interface Bag {
  readonly stems: Uint32Array
  readonly counts: Uint16Array
}

/** Packs counted stems. */
export function packWords(counts: ReadonlyMap<string, number>): Bag {
  const byHash = new Map<number, number>()
  for (const [stem, count] of counts) {
    const hash = stemHash(stem)
    byHash.set(hash, (byHash.get(hash) ?? 0) + count)
  }
  const stems = Uint32Array.from(byHash.keys()).sort()
  return {
    stems,
    counts: Uint16Array.from(stems, (stem) => Math.min(65_535, Math.ceil(COUNTED * (byHash.get(stem) ?? 0)))),
  }
}

/** True where a packed stem was a number. */
export function isPackedNumber(stem: number): boolean {
  return (stem & 1) === 1
}

/** What a stem is packed as: FNV-1a (Fowler, Noll and Vo), its last bit given to telling numbers from words. */
export function stemHash(stem: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < stem.length; at++) {
    hash = Math.imul(hash ^ stem.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (((hash ^ (hash >>> 13)) & ~1) | (isNumber(stem) ? 1 : 0)) >>> 0
}
