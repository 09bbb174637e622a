// A short digest of words, for links: by it words are found again where a text was extracted anew and they moved. White space
// may be another, since another extractor may cut the paragraphs; nothing else may.
import { digestOf } from './digest.ts'
import type { Doc } from './doc.ts'
import { makeSpan, type Span } from './span.ts'

/** Twelve figures of the SHA-256 of the words, each run of white space as one space. */
export function wordsDigest(words: string): string {
  return digestOf(words.replace(/\s+/g, ' ').trim()).slice(0, 12)
}

const SLACK = 24 // characters by which white space alone may make them longer or shorter
const LONGEST = 20_000 // characters of a stretch that is looked for
const FAR = 400_000 // characters of a text that are searched

/**
 * Where the words of this digest stand now: at their old place, or the nearest of where else they stand. Undefined: they are
 * gone. Whole words only, as all that is cited is.
 */
export function findByDigest({ text }: Pick<Doc, 'text'>, old: Span, digest: string): Span | undefined {
  const length = old.end - old.start
  if (length <= 0 || length > LONGEST) return undefined
  if (old.end <= text.length && wordsDigest(text.slice(old.start, old.end)) === digest) return spanAt(text, old)
  const from = Math.max(0, old.start - FAR / 2)
  const part = text.slice(from, old.start + FAR / 2)
  const edges = [...part.matchAll(EDGE)].map(({ index, 0: word }) => ({
    start: from + index,
    end: from + index + word.length,
  }))
  const starts = edges.map(({ start }) => start)
  const ends = edges.map(({ end }) => end)
  const near = starts.toSorted((a, b) => Math.abs(a - old.start) - Math.abs(b - old.start))
  for (const start of near) {
    for (let at = firstFrom(ends, start + length - SLACK); at < ends.length; at += 1) {
      const end = ends[at] ?? 0
      if (end > start + length + SLACK) break
      if (end > start && wordsDigest(text.slice(start, end)) === digest) return spanAt(text, { start, end })
    }
  }
  return undefined
}

// A stretch begins and ends with a word or with a mark beside it: `“I gave nothing.”`
const EDGE = /[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu

function firstFrom(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

function spanAt(text: string, { start, end }: Span): Span | undefined {
  try {
    return makeSpan(text, start, end)
  } catch {
    return undefined // typed by hand: it cuts a character in two
  }
}
