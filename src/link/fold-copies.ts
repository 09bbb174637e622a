// Which docs share running text: by word 8-grams outside quotations (two reporters at one briefing share a quotation,
// not a sentence around it). After Broder's shingles (1997), kept whole instead of sampled, so that places are known.
import type { ReadDoc } from '../model/ledger.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { splitWords, type Word } from './split-words.ts'

/** Two docs that share text, by their places in the log, and the shared passages in both. */
export interface Copy {
  readonly earlier: number
  readonly later: number
  readonly passages: readonly (readonly [earlier: Span, later: Span])[]
}

const SHINGLE = 8 // words; shorter runs are shared by chance and by house phrases
const LEAST_OWN = 24 // words outside quotations that two docs share before either is held for a copy
const LEAST_PASSAGE = 12 // words of one passage, quotations counted
const PLACES_KEPT = 12 // docs remembered for one shingle: an agency story and a dozen reprints find each other

// Numbers only: the words of every doc are kept until the last is laid against them.
interface Text {
  readonly doc: ReadDoc['doc']
  readonly starts: Int32Array // of each word
  readonly ends: Int32Array
  readonly isOwn: Uint8Array // 1: outside every quotation
  readonly hashes: Int32Array // of the shingle that begins at each word
}

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
      const passages = before ? joinPassages(before, text, pairs) : []
      if (passages.length > 0) copies.push({ earlier, later, passages })
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

function makeText({ doc, reading }: ReadDoc): Text {
  const words = splitWords(doc.text)
  const numbers = Int32Array.from(words, ({ folded }) => hashWord(folded))
  const hashes = new Int32Array(Math.max(0, numbers.length - SHINGLE + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = 7
    for (let next = at; next < at + SHINGLE; next++) hash = (Math.imul(hash, 31) + (numbers[next] ?? 0)) | 0
    hashes[at] = hash
  }
  return {
    doc,
    starts: Int32Array.from(words, ({ start }) => start),
    ends: Int32Array.from(words, ({ end }) => end),
    isOwn: markOwn(words, reading.quotations),
    hashes,
  }
}

function markOwn(words: readonly Word[], quotations: readonly Span[]): Uint8Array {
  const isOwn = new Uint8Array(words.length).fill(1)
  for (const { start, end } of quotations) {
    let at = findFrom(words, start)
    for (let word = words[at]; word && word.start < end; word = words[++at]) isOwn[at] = 0
  }
  return isOwn
}

// The place of the first word that begins at the offset or after it.
function findFrom(words: readonly Word[], offset: number): number {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((words[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

// FNV-1a, 32 bits.
function hashWord(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

function joinPassages(before: Text, after: Text, pairs: readonly (readonly [number, number])[]): Copy['passages'] {
  const runs: { here: number; there: number; length: number }[] = []
  for (const [here, there] of pairs) {
    const run = runs.findLast((r) => r.here - r.there === here - there && here <= r.here + r.length)
    if (run) run.length = here + SHINGLE - run.here
    else runs.push({ here, there, length: SHINGLE })
  }
  const long = runs.filter(({ length }) => length >= LEAST_PASSAGE)
  const own = long.reduce(
    (sum, { here, length }) => sum + after.isOwn.subarray(here, here + length).reduce((own, one) => own + one, 0),
    0,
  )
  if (own < LEAST_OWN) return []
  return long.flatMap(({ here, there, length }) => {
    const earlier = spanOfWords(before, there, length)
    const later = spanOfWords(after, here, length)
    return earlier && later ? [[earlier, later] as const] : []
  })
}

function spanOfWords({ doc, starts, ends }: Text, from: number, length: number): Span | undefined {
  const [start, end] = [starts[from], ends[from + length - 1]]
  return start === undefined || end === undefined ? undefined : makeSpan(doc.text, start, end)
}
