// Words that a model brought in by itself. An editor may choose words of their own; a model may only put in order those
// that stand in the sentence or its evidence, with small words of grammar and the plainest verbs of saying.
import { findQuoted } from './find-quoted.ts'
import { foldName } from './fold-names.ts'
import type { LineGrounds } from './grounds.ts'
import { isPlain } from './plain-words.ts'
import { splitWords, stemOf, type Word } from './split-words.ts'

const LINKING: ReadonlySet<string> = new Set(
  'say tell add ad accord ask while both neither nor as its own respective report make give regard concern question follow'.split(
    ' ',
  ),
)

/** The words with matter that stand neither in the ruled sentence nor in the evidence, in the order of the text. */
export function findOwnWords(text: string, { ruledWords, pieces, docs }: LineGrounds): Word[] {
  const grounds = [
    ...ruledWords,
    ...pieces.flatMap(({ words }) => words),
    ...docs.flatMap(({ outlet }) => splitWords(outlet ?? '')),
  ]
  const known = new Set(grounds.flatMap(({ stem, lower }) => [stem, foldName(lower), ...partsOf(lower)]))
  for (const { text: word } of grounds) for (const name of CURRENCIES[word[0] ?? ''] ?? []) known.add(name)
  const quoted = findQuoted(text)
  return splitWords(text).filter(({ isMark, lower, stem, text: word, start, end }) => {
    if (isMark || isPlain(lower) || known.has(stem) || known.has(foldName(lower)) || LINKING.has(stem)) return false
    const isQuoted = quoted.some(({ span }) => span.start <= start && end <= span.end)
    return !/^\p{N}/u.test(word) && !DAY.test(lower) && !isQuoted
  })
}

// "clearing mines" of "mine-clearing"
function partsOf(lower: string): string[] {
  return lower.includes('-') ? lower.split('-').map(stemOf) : []
}

const CURRENCIES: Readonly<Record<string, readonly string[]>> = {
  $: ['dollar'],
  '€': ['euro'],
  '£': ['pound'],
  '¥': ['yen'],
}

// checked by themselves
const DAY =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/
