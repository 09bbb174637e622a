// A text as numbers: where its words stand, which of them are outside quotations, and the shingle that begins at each.
import { textWithoutAsides } from '../model/doc.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Span } from '../model/span.ts'
import { splitWords, type Word } from './split-words.ts'

export const SHINGLE = 8 // words; shorter runs are shared by chance and by house phrases

// Numbers only: the words of every doc are kept until the last is laid against them.
export interface Text {
  readonly doc: ReadDoc['doc']
  readonly starts: Int32Array // of each word
  readonly ends: Int32Array
  readonly isOwn: Uint8Array // 1: outside every quotation
  readonly own: number // how many those are
  readonly hashes: Int32Array // of the shingle that begins at each word
}

/** The text of a read doc. */
export function makeText({ doc, reading }: ReadDoc): Text {
  const words = splitWords(textWithoutAsides(doc))
  const numbers = Int32Array.from(words, ({ folded }) => hashWord(folded))
  const hashes = new Int32Array(Math.max(0, numbers.length - SHINGLE + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = 7
    for (let next = at; next < at + SHINGLE; next++) hash = (Math.imul(hash, 31) + (numbers[next] ?? 0)) | 0
    hashes[at] = hash
  }
  const isOwn = markOwn(words, reading.quotations)
  return {
    doc,
    starts: Int32Array.from(words, ({ start }) => start),
    ends: Int32Array.from(words, ({ end }) => end),
    isOwn,
    own: countOwn(isOwn, 0, isOwn.length),
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

/** How many words of a stretch are marked. */
export function countOwn(isOwn: Uint8Array, from: number, until: number): number {
  let own = 0
  for (let at = from; at < until; at++) own += isOwn[at] ?? 0
  return own
}
