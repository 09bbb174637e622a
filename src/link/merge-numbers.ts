// Numbers that are printed in several words: "nine million", "$5bn", "twenty-one" and "two hundred and fifty" are one
// number each, so that "nine million" and "nine billion" have no number in common and "5m" and "5,000,000" have one.
import { isGrammar } from './common-words.ts'
import { foldWord, type Word } from './split-words.ts'

const MAGNITUDES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dozen: 12,
    hundred: 100,
    thousand: 1e3,
    million: 1e6,
    mn: 1e6,
    billion: 1e9,
    bn: 1e9,
    trillion: 1e12,
  }),
)
const SHORT: ReadonlyMap<string, number> = new Map(Object.entries({ k: 1e3, m: 1e6, b: 1e9, tn: 1e12 })) // 5m, but 5 m
const LONE = /^(?:thousand|million|billion|trillion)$/ // a million crowns; "a dozen" is seldom twelve

/** The words, each run that makes one number as one word of that number; and "one" where it counts. */
export function mergeNumbers(text: string, words: readonly Word[]): Word[] {
  const merged: Word[] = []
  for (let at = 0; at < words.length; ) {
    const [value, to] = readNumber(text, words, at) ?? readOne(text, words, at) ?? []
    const [first, last] = [words[at], words[(to ?? at + 1) - 1]]
    if (!first || !last) break
    const isRead = value !== undefined && (last !== first || !first.isNumber)
    merged.push(isRead ? numberWord(text, first, last, value) : first)
    at = to ?? at + 1
  }
  return merged
}

function numberWord(text: string, first: Word, { end }: Word, value: number): Word {
  const stem = String(Number(value.toPrecision(12))) // 1.1 million is 1100000
  return {
    start: first.start,
    end,
    folded: foldWord(text.slice(first.start, end)),
    stem,
    isName: false,
    isNumber: true,
  }
}

type Read = readonly [value: number, to: number]

// A number of less than a thousand with its magnitude, then what is added to it: two thousand | and fifty
function readNumber(text: string, words: readonly Word[], from: number): Read | undefined {
  const first = readGroup(text, words, from)
  if (!first) return undefined
  let [sum, to, least] = first
  for (;;) {
    const isAnd = words[to]?.folded === 'and' && least >= 100
    const next = least >= 100 && readGroup(text, words, isAnd ? to + 1 : to)
    if (!next || next[0] >= least || !isNear(text, words, to)) return [sum, to]
    sum += next[0]
    to = next[1]
    least = next[2]
  }
}

// twenty-one; five | hundred; 2.5 | million; five | hundred | thousand. With the least of its magnitudes: more may be added below it.
function readGroup(text: string, words: readonly Word[], from: number): [...Read, least: number] | undefined {
  const first = words[from]
  if (!first) return undefined
  let [value, to, least] = [figureOf(first), from + 1, 1]
  // half a million
  if (first.folded === 'half' && words[to]?.folded === 'a' && magnitudeAt(text, words, to + 1)) {
    value = 0.5
    to += 1
  }
  if (value === undefined && first.folded === 'one' && magnitudeAt(text, words, to)) value = 1
  if (value === undefined && LONE.test(first.folded)) value = MAGNITUDES.get(first.folded)
  if (value === undefined) return undefined
  if (first.folded === 'hundred' || LONE.test(first.folded)) least = value
  const unit = words[to]
  if (TENS.test(first.folded) && unit && isNear(text, words, to)) {
    const more = unit.folded === 'one' ? 1 : figureOf(unit)
    if (more !== undefined && more > 0 && more < 10 && !/\d/.test(unit.folded)) {
      value += more
      to += 1
    }
  }
  // two and a half million
  const isHalf = ['and', 'a', 'half'].every((word, at) => words[to + at]?.folded === word)
  if (isHalf && magnitudeAt(text, words, to + 3)) {
    value += 0.5
    to += 3
  }
  for (let magnitude = magnitudeAt(text, words, to); magnitude; magnitude = magnitudeAt(text, words, to)) {
    value *= magnitude
    least = magnitude
    to += 1
  }
  return [value, to, least]
}

const TENS = /^(?:twen|thir|for|fif|six|seven|eigh|nine)ty$/

function figureOf({ isNumber, stem }: Word): number | undefined {
  return isNumber && /^\d+(?:\.\d+)?$/.test(stem) ? Number(stem) : undefined
}

function magnitudeAt(text: string, words: readonly Word[], at: number): number | undefined {
  const word = words[at]
  if (!word || !isNear(text, words, at)) return undefined
  const isAttached = words[at - 1]?.end === word.start
  return MAGNITUDES.get(word.folded) ?? (isAttached ? SHORT.get(word.folded) : undefined)
}

// Nothing but a blank or a hyphen stands before it.
function isNear(text: string, words: readonly Word[], at: number): boolean {
  return /^[\s-]?$/.test(text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? 0))
}

const NO_COUNT = /^(?:no|any|every|each|some|another|this|that|which|the|number|day|or)$/ // no one, the one envoy, one day or another
const NO_COUNTED = /^(?:another|day|time|point|thing|side|sided|way|hand|off)$/ // one day, one-sided

// one soldier was killed; but: one of them, one was killed, no one
function readOne(text: string, words: readonly Word[], at: number): Read | undefined {
  const [word, next] = [words[at], words[at + 1]]
  if (word?.folded !== 'one' || !next || NO_COUNT.test(words[at - 1]?.folded ?? '') || !isNear(text, words, at + 1))
    return undefined
  const isCounted = !isGrammar(next.folded) && !next.isNumber && !NO_COUNTED.test(next.folded)
  return isCounted ? [1, at + 1] : undefined
}
