// Words that a person looked at, found again in the doc that another version made of the same report. By the words and
// what stands around them; never by what only looks alike, so that a ruling has its words or none.
import type { LookedAt } from './decision.ts'
import type { Doc } from './doc.ts'
import { cite, holds } from './evidence.ts'
import { makeSpan, type Span } from './span.ts'

const AROUND = 32 // characters kept on each side, as the W3C's text quote selector advises a short context
const TELLING = 12 // of these, next to the words, that make a side the same
const LONG = 8 // words in a row; so many stand in two places of a report by no chance

/** The words at a span with what is needed to find them again. */
export function lookAt(doc: Doc, span: Span, report: string): LookedAt {
  const from = Math.max(0, span.start - AROUND)
  const before = doc.text.slice(from, span.start).toWellFormed()
  const after = doc.text.slice(span.end, span.end + AROUND).toWellFormed()
  return { ...cite(doc, span), report, name: doc.name, before, after }
}

/**
 * Where the words stand in this doc of their report: at their old place, or where both sides are the same, or in the only
 * place with one side the same, or, if they are many, in the only place at all. Undefined: they are gone, or it is not sure.
 */
export function reanchor(words: LookedAt, doc: Doc): Span | undefined {
  if (doc.name !== words.name) return undefined
  if (holds(words, doc)) return words.span
  const places = findWords(words.quote, doc.text)
  const sides = places.map((span) => countSides(words, doc.text, span))
  const both = places.filter((_, at) => sides[at] === 2)
  if (both.length > 0) return nearest(both, words.span.start)
  const one = places.filter((_, at) => sides[at] === 1)
  if (one.length > 0) return one.length === 1 ? one[0] : undefined
  return places.length === 1 && words.quote.trim().split(/\s+/).length >= LONG ? places[0] : undefined
}

/** Everywhere that these words stand. White space may be another, as where another extractor cut the paragraphs; nothing else may. */
export function findWords(quote: string, text: string): Span[] {
  const words = quote.trim().split(/\s+/)
  if (words[0] === '' || words[0] === undefined) return []
  const pattern = new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s+'), 'g')
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => makeSpan(text, index, index + found.length))
}

function countSides({ before, after }: LookedAt, text: string, { start, end }: Span): number {
  const isBefore = plain(text.slice(Math.max(0, start - 2 * AROUND), start)).endsWith(plain(before).slice(-TELLING))
  const isAfter = plain(text.slice(end, end + 2 * AROUND)).startsWith(plain(after).slice(0, TELLING))
  const [isFirst, isLast] = [plain(before) === '', plain(after) === '']
  return Number(isFirst ? start === 0 : isBefore) + Number(isLast ? end === text.length : isAfter)
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function nearest(places: readonly Span[], start: number): Span | undefined {
  return places.toSorted((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))[0]
}
