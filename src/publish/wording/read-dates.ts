// Days in a sentence: weekdays, days of a month, years, "yesterday". Each as the days that it can mean, by the day on
// which its report was printed: "on Wednesday" is the last one before, or the next one where something is still to come.
import type { Day } from '../../model/id.ts'
import type { Word } from './split-words.ts'

export interface DateWords {
  readonly first: number // index of its first word
  readonly last: number
  readonly kind: 'weekday' | 'day' | 'month' | 'year' | 'relative'
  readonly key: string // "wednesday"; "03-05"; "march"; "2031"; "yesterday"
  readonly year?: string // stated with a day or a month
  readonly limit?: string // "before", "until" …: what it bounds
}

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const SHORT = MONTHS.map((month) => month.slice(0, 3))
const RELATIVE =
  /^(?:yesterday|today|tomorrow|tonight|(?:this|last|next|past|previous|coming) (?:week|month|year|weekend|morning|evening|night|spring|summer|autumn|winter)|(?:earlier|later) (?:this|that|the same) (?:week|month|year|day)|a (?:day|week|month|year) (?:ago|earlier|later))$/
const LIMITS: Readonly<Record<string, string>> = {
  before: 'before',
  'ahead of': 'before',
  'prior to': 'before',
  until: 'until',
  till: 'until',
  'up to': 'until',
  by: 'by',
  after: 'after',
  following: 'after',
  since: 'since',
  from: 'since',
  starting: 'since',
  within: 'within',
}

/** The dates of a text, in order. */
export function readDates(words: readonly Word[]): DateWords[] {
  const found: DateWords[] = []
  for (let i = 0; i < words.length; i++) {
    const date = readAt(words, i)
    if (!date) continue
    found.push({ ...date, ...limitOf(words, i) })
    i = date.last
  }
  return found
}

/** What bounds the date or number at a word: "before April 1" -> before. */
export function limitOf(words: readonly Word[], at: number): { limit?: string } {
  const one = words[at - 1]?.lower ?? ''
  const two = `${words[at - 2]?.lower ?? ''} ${one}`
  const limit = LIMITS[two] ?? LIMITS[one]
  return limit ? { limit } : {}
}

function readAt(words: readonly Word[], i: number): Omit<DateWords, 'limit'> | undefined {
  const word = words[i]
  if (!word) return undefined
  const isCapital = /^\p{Lu}/u.test(word.text)
  if (WEEKDAYS.includes(word.lower.replace(/s$/, '')) && isCapital)
    return { first: i, last: i, kind: 'weekday', key: word.lower.replace(/s$/, '') }
  const month = isCapital ? monthOf(words, i) : -1
  if (month !== -1) {
    const next = dayNumber(words[i + 1])
    if (next !== undefined) {
      const year = yearAt(words, i + 2) ?? (words[i + 2]?.text === ',' ? yearAt(words, i + 3) : undefined)
      const last = year === undefined ? i + 1 : words[i + 2]?.text === ',' ? i + 3 : i + 2
      return { first: i, last, kind: 'day', key: keyOf(month, next), ...(year && { year }) }
    }
    const year = yearAt(words, i + 1)
    return { first: i, last: year ? i + 1 : i, kind: 'month', key: MONTHS[month] ?? '', ...(year && { year }) }
  }
  const day = dayNumber(word)
  if (day !== undefined) {
    const at = words[i + 1]?.lower === 'of' ? i + 2 : i + 1
    const named = monthOf(words, at)
    if (named !== -1) {
      const year = yearAt(words, at + 1)
      return { first: i, last: year ? at + 1 : at, kind: 'day', key: keyOf(named, day), ...(year && { year }) }
    }
  }
  const year = yearAt(words, i)
  if (year && /^(?:in|of|since|by|until|before|after|from|to|year|early|late|mid)$/.test(words[i - 1]?.lower ?? ''))
    return { first: i, last: i, kind: 'year', key: year }
  for (const length of [4, 3, 2, 1]) {
    const run = words.slice(i, i + length)
    const key = run.map(({ lower }) => lower).join(' ')
    if (run.length === length && RELATIVE.test(key)) return { first: i, last: i + length - 1, kind: 'relative', key }
  }
  return undefined
}

// "May" is a month only beside a number or after a preposition: "Talks may resume".
function monthOf(words: readonly Word[], i: number): number {
  const word = words[i]
  if (!word || !/^\p{Lu}/u.test(word.text)) return -1
  const full = MONTHS.indexOf(word.lower)
  const isDated =
    dayNumber(words[i + 1]) !== undefined || yearAt(words, i + 1) !== undefined || dayNumber(words[i - 1]) !== undefined
  const isAfter = /^(?:in|of|until|till|by|before|after|since|from|last|next|early|late|mid|this|to)$/.test(
    words[i - 1]?.lower ?? '',
  )
  if (full !== -1) return word.lower !== 'may' && word.lower !== 'march' ? full : isDated || isAfter ? full : -1
  const short = SHORT.indexOf(word.lower.replace(/^sept$/, 'sep'))
  return short !== -1 && isDated ? short : -1
}

function dayNumber(word: Word | undefined): number | undefined {
  const match = /^([0-3]?\d)(?:st|nd|rd|th)?$/.exec(word?.lower ?? '')
  const day = Number(match?.[1])
  return match && day >= 1 && day <= 31 ? day : undefined
}

function yearAt(words: readonly Word[], i: number): string | undefined {
  return /^(?:1[89]|2\d)\d\d$/.test(words[i]?.lower ?? '') ? words[i]?.lower : undefined
}

function keyOf(month: number, day: number): string {
  return `${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The days that a date of a report can mean; none where it names no single day. */
export function daysOf(date: DateWords, published: Day | undefined, isToCome: boolean): Day[] {
  if (date.kind === 'day') {
    const year = date.year ?? published?.slice(0, 4)
    if (date.year === undefined && published && !isToCome) return [nearestYear(date.key, published)]
    return year === undefined ? [] : [`${year}-${date.key}`]
  }
  if (!published) return []
  if (date.kind === 'relative') {
    const shift = { yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }[date.key]
    return shift === undefined ? [] : [shiftDay(published, shift)]
  }
  if (date.kind !== 'weekday') return []
  const back = (weekdayOf(published) - WEEKDAYS.indexOf(date.key) + 7) % 7
  return [shiftDay(published, -back), ...(isToCome ? [shiftDay(published, (7 - back) % 7)] : [])]
}

// "December 30" of a report of 2 January is last year's.
function nearestYear(key: string, published: Day): Day {
  const year = Number(published.slice(0, 4))
  const distance = (day: Day): number => Math.abs(Date.parse(`${day}T00:00:00Z`) - Date.parse(`${published}T00:00:00Z`))
  const years = [year, year - 1, year + 1]
    .map((each) => `${each}-${key}`)
    .filter((day) => !Number.isNaN(Date.parse(day)))
  return years.toSorted((a, b) => distance(a) - distance(b))[0] ?? `${year}-${key}`
}

function shiftDay(day: Day, by: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** The name of a day's weekday. */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekdayOf(day)] ?? ''
}

/** True for a word that is part of a date, or the name of a weekday or a month as such. */
export function isDateWord(words: readonly Word[], at: number): boolean {
  const lower = words[at]?.lower.replace(/s$/, '') ?? ''
  return WEEKDAYS.includes(lower) || monthOf(words, at) !== -1
}
