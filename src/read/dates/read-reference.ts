// Words that point to now, before and after without a date: "now", "recently", "soon", "in the past".
import { type Look, type Parsed, wordAt } from './look.ts'
import { readCount } from './read-number.ts'
import { LENGTHS } from './time-words.ts'

/** Words that point to now, before and after without a date: "now", "recently", "soon". */
export function readReference(look: Look, at: number): Parsed | undefined {
  for (const [words, value] of REFERENCES.get(wordAt(look, at).text) ?? []) {
    const to = at + words.length
    if (!words.every((word, i) => wordAt(look, at + i).text === word)) continue
    // in the past; not in the past week, nor the future king
    const isCued = words[0] !== 'the' || /^(?:in|of|from|than|for|into|on)$/.test(wordAt(look, at - 1).text)
    const isLength = words[0] === 'the' && (readCount(look, to) || LENGTHS.has(wordAt(look, to).text))
    if (isCued && !isLength) return { to, type: 'DATE', value }
  }
  return undefined
}

const REFERENCES = Map.groupBy(
  (
    [
      ['now', 'PRESENT_REF'],
      ['currently', 'PRESENT_REF'],
      ['nowadays', 'PRESENT_REF'],
      ['at present', 'PRESENT_REF'],
      ['at the moment', 'PRESENT_REF'],
      ['recently', 'PAST_REF'],
      ['lately', 'PAST_REF'],
      ['the past', 'PAST_REF'],
      ['soon', 'FUTURE_REF'],
      ['the future', 'FUTURE_REF'],
      ['the near future', 'FUTURE_REF'],
    ] as const
  ).map(([words, value]) => [words.split(' '), value] as const),
  ([words]) => words[0] ?? '',
)
