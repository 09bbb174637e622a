// What comes back again and again: "every Tuesday", "daily", "each year", "twice a week".
import { type Look, type Parsed, wordAt } from './look.ts'
import { readCount } from './read-number.ts'
import { DAY_PARTS, LENGTHS, MONTHS, SEASONS, WEEKDAYS } from './time-words.ts'

/** What comes back, from the word on. */
export function readSet(look: Look, at: number): Parsed | undefined {
  const word = wordAt(look, at)
  const adverb = word.isCapital ? undefined : ADVERBS.get(word.text)
  if (adverb !== undefined) return { to: at + 1, type: 'SET', value: adverb }
  const plural = word.isCapital && word.text.endsWith('s') ? WEEKDAYS.get(word.text.slice(0, -1)) : undefined
  if (plural !== undefined) return { to: at + 1, type: 'SET', value: `XXXX-WXX-${plural}` }
  if (!/^(?:every|each)$/.test(word.text)) return readRate(look, at)
  const { text } = wordAt(look, at + 1)
  const weekday = WEEKDAYS.get(text)
  if (weekday !== undefined) return { to: at + 2, type: 'SET', value: `XXXX-WXX-${weekday}` }
  const month = wordAt(look, at + 1).isCapital ? MONTHS.get(text) : undefined
  if (month !== undefined) return { to: at + 2, type: 'SET', value: `XXXX-${String(month).padStart(2, '0')}` }
  if (SEASONS.has(text)) return { to: at + 2, type: 'SET', value: `XXXX-${SEASON_CODES.get(text)}` }
  const part = DAY_PARTS.get(text)
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

const SEASON_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    spring: 'SP',
    summer: 'SU',
    fall: 'FA',
    autumn: 'FA',
    winter: 'WI',
  }),
)
const ADVERBS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    daily: 'P1D',
    weekly: 'P1W',
    fortnightly: 'P2W',
    monthly: 'P1M',
    quarterly: 'P1Q',
    yearly: 'P1Y',
    annual: 'P1Y',
    annually: 'P1Y',
  }),
)
