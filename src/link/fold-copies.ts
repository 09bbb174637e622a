// Which docs share running text, and which of them are near-copies: by word 8-grams outside quotations (two reporters at
// one briefing share a quotation, not a sentence around it). After Broder's shingles (1997); of these every winnowed one is
// looked up (Schleimer, Wilkerson and Aiken, SIGMOD 2003), so that a run of fifteen words is always found. No doc is laid
// against all others: a shingle leads to at most PLACES_KEPT of the last weeks.
import type { ReadDoc } from '../model/ledger.ts'
import type { Span } from '../model/span.ts'
import { joinPassages } from './join-passages.ts'
import type { Memory } from './memory.ts'
import { pairShingles } from './pair-shingles.ts'
import { type Day, dayOf, undatedList, wordOf } from './postings.ts'
import type { Text } from './shingle-text.ts'
import { winnow } from './winnow.ts'

/** Two docs that share text, by their numbers, and the shared passages in both. */
export interface Copy {
  readonly earlier: number
  readonly later: number
  readonly passages: readonly (readonly [earlier: Span, later: Span])[]
  readonly words: number // outside quotations, that they share
  readonly share: number // 0 to 1: of the words outside quotations of the one that has fewer, how many they share
}

/** True for a reprint, a cut copy, one with a new lead or other paragraphs between: both are held for one text. */
export function isNearCopy({ words, share }: Pick<Copy, 'words' | 'share'>): boolean {
  return share >= NEARLY_ALL || (share >= NEAR_LEAST && words >= WORDS_LEAST)
}

const NEAR_LEAST = 0.25 // less is a paragraph of background that both took from one place
const WORDS_LEAST = 40 // fewer are such a paragraph in a short report
const NEARLY_ALL = 0.8 // of a report of three lines

const PLACES_KEPT = 12 // docs remembered for one shingle: an agency story and a dozen reprints find each other
const WITHIN = 60 // days after which a text is not looked for any more
const HITS_LEAST = 3 // shared winnowed shingles before two texts are laid side by side; fewer are a phrase
const SHORT = 60 // words of a text for which one is enough

/** How a doc of the memory is come by. */
export interface KnownDocs {
  readonly outletOf: (number: number) => string | undefined
  readonly textOf: (number: number) => Text
}

/** The docs before that share passages with this one; it is remembered for those to come. Days never go back. */
export function foldCopies(read: ReadDoc, number: number, day: Day, memory: Memory, known: KnownDocs): Copy[] {
  const text = known.textOf(number)
  const prints = winnow(text.hashes)
  const hits = new Map<number, number>()
  for (const print of prints) {
    const places = listPlaces(memory, print, day)
    const isFull = places.length >= PLACES_KEPT
    for (const other of places) {
      // what an outlet prints under everything leads to all that it prints
      if (isFull && read.doc.outlet !== undefined && known.outletOf(other) === read.doc.outlet) continue
      hits.set(other, (hits.get(other) ?? 0) + 1)
    }
    if (isFull) continue
    if (day === 'undated') memory.append(`shingle ${print} ~`, number)
    else memory.post(`shingle ${print}`, number, wordOf(day, 0))
  }
  const least = text.starts.length < SHORT ? 1 : HITS_LEAST
  return [...hits]
    .filter(([, count]) => count >= least)
    .sort(([a], [b]) => a - b)
    .flatMap(([other]): Copy[] => {
      const before = known.textOf(other)
      const shared = joinPassages(before, text, pairShingles(before.hashes, text.hashes))
      return shared ? [{ earlier: other, later: number, ...shared }] : []
    })
}

// The docs of a shingle in the weeks before, and those without a date; to such a one, all.
function listPlaces(memory: Memory, print: number, day: Day): number[] {
  const dated = memory.postings(`shingle ${print}`, day === 'undated')
  const places = undatedList(memory, `shingle ${print}`).toArray()
  for (let at = dated.length - 1; at >= 0; at--) {
    if (day !== 'undated' && dayOf(dated.wordAt(at)) < day - WITHIN) break
    places.push(dated.numberAt(at))
  }
  return places
}
