// Lengths of time: "three weeks", "two-year", "several months", "for years", "half an hour". "One day" is none.
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readCount } from './read-number.ts'
import { LENGTHS } from './time-words.ts'

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
    const isMeasured = /^(?:after|before|into|since)$/.test(wordAt(look, to + 1).text)
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
    const half = HALVES.get(wordAt(look, at + 2).text)
    return half === undefined ? undefined : { to: at + 3, type: 'DURATION', value: half }
  }
  const length = LENGTHS.get(text)
  const isLong = length && wordAt(look, at + 1).text === '-' && wordAt(look, at + 2).text === 'long' // a decade-long war
  if (isLong) return { to: at + 3, type: 'DURATION', value: `${length[0]}${text.endsWith('s') ? 'X' : 1}${length[1]}` }
  if (!length || !/^(?:days|weeks|months|years|decades|centuries|hours|minutes)$/.test(text)) return undefined
  const isCued = /^(?:for|in|over|after|within|took|lasted|last|spent)$/.test(wordAt(look, at - 1).text)
  const isAgo = wordAt(look, at + 1).text === 'ago'
  if (isAgo) return { to: at + 2, type: 'DATE', value: 'PAST_REF' }
  return isCued ? { to: at + 1, type: 'DURATION', value: `${length[0]}X${length[1]}` } : undefined
}

const HALVES: ReadonlyMap<string, string> = new Map(
  Object.entries({ hour: 'PT30M', year: 'P6M', day: 'PT12H', century: 'P50Y', decade: 'P5Y' }),
)
