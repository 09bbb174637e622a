// Which docs share running text, and which of them are near-copies: by word 8-grams outside quotations (two reporters at
// one briefing share a quotation, not a sentence around it). After Broder's shingles (1997), kept whole instead of sampled,
// so that places are known. No doc is laid against all others: a shingle leads to at most PLACES_KEPT of them.
import type { ReadDoc } from '../model/ledger.ts'
import type { Span } from '../model/span.ts'
import { joinPassages } from './join-passages.ts'
import { makeText, type Text } from './shingle-text.ts'

/** Two docs that share text, by their places in the log, and the shared passages in both. */
export interface Copy {
  readonly earlier: number
  readonly later: number
  readonly passages: readonly (readonly [earlier: Span, later: Span])[]
  readonly words: number // outside quotations, that they share
  readonly share: number // 0 to 1: of the words outside quotations of the one that has fewer, how many they share
}

/** True for a reprint, a cut copy, one with a new lead or other paragraphs between: both are held for one text. */
export function isNearCopy({ words, share }: Copy): boolean {
  return share >= NEARLY_ALL || (share >= NEAR_LEAST && words >= WORDS_LEAST)
}

const NEAR_LEAST = 0.25 // less is a paragraph of background that both took from one place
const WORDS_LEAST = 40 // fewer are such a paragraph in a short report
const NEARLY_ALL = 0.8 // of a report of three lines

const PLACES_KEPT = 12 // docs remembered for one shingle: an agency story and a dozen reprints find each other

/** The pairs of docs that share passages; each doc is laid only against those before it. */
export function foldCopies(reads: readonly ReadDoc[]): Copy[] {
  const seen = new Places()
  const texts: Text[] = []
  const copies: Copy[] = []
  for (const [later, read] of reads.entries()) {
    const text = makeText(read)
    texts.push(text)
    const hits = new Map<number, [here: number, there: number][]>()
    text.hashes.forEach((hash, here) => {
      for (const place of seen.listOf(hash)) {
        const [doc, there] = [Math.floor(place / WORDS_MOST), place % WORDS_MOST]
        const pairs = hits.get(doc)
        if (pairs) pairs.push([here, there])
        else hits.set(doc, [[here, there]])
      }
    })
    for (const [earlier, pairs] of hits) {
      const before = texts[earlier]
      const shared = before && joinPassages(before, text, pairs)
      if (shared) copies.push({ earlier, later, ...shared })
    }
    text.hashes.forEach((hash, at) => {
      seen.add(hash, later * WORDS_MOST + at)
    })
  }
  return copies
}

const WORDS_MOST = 2 ** 31 // of one doc; a place is one number: of the doc, times this, and of the word
const NONE: readonly number[] = []

/** Where each shingle stands: in at most so many docs, once in each. Nearly all stand in one, and take no list. */
class Places {
  readonly #first = new Map<number, number>()
  readonly #all = new Map<number, number[]>()

  listOf(hash: number): readonly number[] {
    const all = this.#all.get(hash)
    if (all) return all
    const first = this.#first.get(hash)
    return first === undefined ? NONE : [first]
  }

  add(hash: number, place: number): void {
    const first = this.#first.get(hash)
    if (first === undefined) {
      this.#first.set(hash, place)
      return
    }
    const all = this.#all.get(hash) ?? [first]
    const doc = Math.floor(place / WORDS_MOST)
    if (all.length >= PLACES_KEPT || all.some((other) => Math.floor(other / WORDS_MOST) === doc)) return
    all.push(place)
    this.#all.set(hash, all)
  }
}
