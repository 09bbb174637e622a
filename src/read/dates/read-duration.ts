// Lengths of time: "three weeks", "two-year", "several months", "for years", "half an hour"; and what comes back: "every
// Tuesday", "daily", "each year". "One day" and "the other day" are neither.
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readCount } from './read-number.ts'
import { LENGTHS, MONTHS, SEASONS, WEEKDAYS } from './time-words.ts'

/** The length that begins at the word. */
export function readDuration(look: Look, at: number): Parsed | undefined {
  const before = wordAt(look, at - 1).text
  const word = wordAt(look, at).text
  const count = readCount(look, at)
  if (!count) return readBare(look, at)
  if (wordAt(look, at).number !== undefined && /^(?:-|–)$/.test(before) && wordAt(look, at).isGlued) return undefined
  let to = count.to
  const isJoined = /^[-‑]$/.test(wordAt(look, to).text) && wordAt(look, to).isGlued
  if (isJoined) to += 1
  if (/^(?:full|long|straight|consecutive|whole|more|working|business|calendar)$/.test(wordAt(look, to).text)) to += 1
  const unit = wordAt(look, to).text
  const length = LENGTHS.get(unit)
  if (!length || !standsEnd(look, to + 1)) return undefined
  const isPlural = unit.endsWith('s') || unit === 'centuries'
  if (count.n === 'X' && !isPlural) return undefined
  if (unit === 'second' || unit.startsWith('quarter') || (unit === 'night' && count.n === 1)) return undefined
  const isOne = /^(?:a|an|one)$/.test(word) && !isJoined
  if (isOne) {
    if (isPlural && count.to === to) return undefined
    // "one day", "twice a day", "a week of talks" with no word before that makes it a length
    const isLength =
      /^(?:for|in|within|after|over|than|about|nearly|almost|least|lasted|last|take|took|of|around|under|every)$/.test(
        before,
      )
    const isMeasured = unit !== 'day' && /^(?:after|before|into|since)$/.test(wordAt(look, to + 1).text)
    if (isMeasured) return { to: to + 1, type: 'DURATION', value: `${length[0]}1${length[1]}` }
    if (unit === 'day' ? !/^(?:for|within|than|least|nearly|almost|about|lasted)$/.test(before) : !isLength)
      return undefined
    if (unit === 'quarter' || unit === 'second' || (unit === 'minute' && before === 'in')) return undefined
  }
  if (!isJoined && !isPlural && !isOne) return undefined
  if (wordAt(look, at).number !== undefined && !standsFree(look, at, at + 1) && !isJoined) return undefined
  const [prefix, suffix] = length
  return { to: to + 1, type: 'DURATION', value: `${prefix}${count.n}${suffix}` }
}

function standsEnd(look: Look, to: number): boolean {
  const after = wordAt(look, to)
  return !after.isGlued || !/^[\p{L}\p{N}]/u.test(after.text)
}

/** "for years", "in recent weeks", "decades of war". */
function readBare(look: Look, at: number): Parsed | undefined {
  const { text } = wordAt(look, at)
  if (text === 'recent') {
    const unit = LENGTHS.get(wordAt(look, at + 1).text)
    return unit && wordAt(look, at + 1).text.endsWith('s') ? { to: at + 2, type: 'DATE', value: 'PAST_REF' } : undefined
  }
  if (text === 'half' && /^an?$/.test(wordAt(look, at + 1).text)) {
    const half = { hour: 'PT30M', year: 'P6M', day: 'PT12H', century: 'P50Y', decade: 'P5Y' }[wordAt(look, at + 2).text]
    return half === undefined ? undefined : { to: at + 3, type: 'DURATION', value: half }
  }
  const length = LENGTHS.get(text)
  if (!length || !/^(?:days|weeks|months|years|decades|centuries|hours|minutes)$/.test(text)) return undefined
  const isCued = /^(?:for|in|over|after|within|took|lasted|last|spent)$/.test(wordAt(look, at - 1).text)
  const isAgo = wordAt(look, at + 1).text === 'ago'
  if (isAgo) return { to: at + 2, type: 'DATE', value: 'PAST_REF' }
  return isCued ? { to: at + 1, type: 'DURATION', value: `${length[0]}X${length[1]}` } : undefined
}

/** What comes back again and again. */
export function readSet(look: Look, at: number): Parsed | undefined {
  const word = wordAt(look, at)
  const adverb = word.isCapital ? undefined : ADVERBS[word.text]
  if (adverb !== undefined) return { to: at + 1, type: 'SET', value: adverb }
  const plural = word.isCapital && word.text.endsWith('s') ? WEEKDAYS.get(word.text.slice(0, -1)) : undefined
  if (plural !== undefined) return { to: at + 1, type: 'SET', value: `XXXX-WXX-${plural}` }
  if (!/^(?:every|each)$/.test(word.text)) return readRate(look, at)
  const { text } = wordAt(look, at + 1)
  const weekday = WEEKDAYS.get(text)
  if (weekday !== undefined) return { to: at + 2, type: 'SET', value: `XXXX-WXX-${weekday}` }
  const month = wordAt(look, at + 1).isCapital ? MONTHS.get(text) : undefined
  if (month !== undefined) return { to: at + 2, type: 'SET', value: `XXXX-${String(month).padStart(2, '0')}` }
  if (SEASONS.has(text)) return { to: at + 2, type: 'SET', value: `XXXX-${SEASON_CODES[text]}` }
  const part = { morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI' }[text]
  if (part !== undefined) return { to: at + 2, type: 'SET', value: `XXXX-XX-XX${part}` }
  const count = readCount(look, at + 1)
  const from = count?.to ?? (text === 'other' ? at + 2 : at + 1)
  const length = LENGTHS.get(wordAt(look, from).text)
  const n = text === 'other' ? 2 : (count?.n ?? 1)
  return length && { to: from + 1, type: 'SET', value: `${length[0]}${n}${length[1]}` }
}

/** "twice a week", "three times a year". */
function readRate(look: Look, at: number): Parsed | undefined {
  const isOnce = /^(?:once|twice)$/.test(wordAt(look, at).text)
  const from = isOnce
    ? at + 1
    : wordAt(look, at + 1).text === 'times' && readCount(look, at)?.to === at + 1
      ? at + 2
      : undefined
  if (from === undefined || !/^(?:a|an|per|each|every)$/.test(wordAt(look, from).text)) return undefined
  const length = LENGTHS.get(wordAt(look, from + 1).text)
  return length && { to: from + 2, type: 'SET', value: `${length[0]}1${length[1]}` }
}

const SEASON_CODES: Readonly<Record<string, string>> = {
  spring: 'SP',
  summer: 'SU',
  fall: 'FA',
  autumn: 'FA',
  winter: 'WI',
}
const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'P1D',
  weekly: 'P1W',
  fortnightly: 'P2W',
  monthly: 'P1M',
  quarterly: 'P1Q',
  yearly: 'P1Y',
  annual: 'P1Y',
  annually: 'P1Y',
}

/** Words that point to now, before and after without a date: "now", "recently", "soon". */
export function readReference(look: Look, at: number): Parsed | undefined {
  for (const [words, value] of REFERENCES.get(wordAt(look, at).text) ?? []) {
    const to = at + words.length
    const isWhole = words.length < 3 || !(readCount(look, to) || LENGTHS.has(wordAt(look, to).text)) // in the past week
    if (isWhole && words.every((word, i) => wordAt(look, at + i).text === word)) return { to, type: 'DATE', value }
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
      ['in the past', 'PAST_REF'],
      ['soon', 'FUTURE_REF'],
      ['in the future', 'FUTURE_REF'],
      ['in the near future', 'FUTURE_REF'],
    ] as const
  ).map(([words, value]) => [words.split(' '), value] as const),
  ([words]) => words[0] ?? '',
)
