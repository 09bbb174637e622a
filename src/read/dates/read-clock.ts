// Times of day, with the day they belong to: "3 p.m.", "at 15:30 on Tuesday", "Tuesday night", "this morning", "midnight".
import type { Period } from './calendar.ts'
import { two } from './calendar.ts'
import { type Look, type Parsed, type Read, standsFree, wordAt } from './look.ts'
import { DAY_PARTS } from './time-words.ts'

/** The time of day that begins at the word, with its day after or before it, which `readDay` reads. */
export function readClock(look: Look, at: number, readDay: Read): Parsed | undefined {
  return readPart(look, at) ?? readHour(look, at, readDay) ?? readDayPart(look, at, readDay)
}

/** "tonight", "this morning", "last night", "early this evening" with its edge. */
function readPart(look: Look, at: number): Parsed | undefined {
  const { text } = wordAt(look, at)
  if (text === 'tonight') return onDay(look, at + 1, 'TNI', 0)
  const part = DAY_PARTS.get(wordAt(look, at + 1).text)
  if (part === undefined) return undefined
  if (text === 'this') return onDay(look, at + 2, part, 0)
  if (text === 'last' && part !== 'TMO') return onDay(look, at + 2, part, -1)
  if (text === 'that') return { to: at + 2, type: 'TIME', suffix: part, ...dayOf(look.anchor ?? today(look)) }
  return undefined
}

function onDay(look: Look, to: number, suffix: string, by: number): Parsed {
  const day = today(look)
  return { to, type: 'TIME', suffix, ...(day && { period: { ...day, start: day.start + by } }) }
}

function today(look: Look): Period | undefined {
  return look.today === undefined ? undefined : { unit: 'day', start: look.today }
}

function dayOf(period: Period | undefined): Pick<Parsed, 'period'> {
  return period?.unit === 'day' ? { period } : {}
}

/** "Tuesday night", "yesterday morning", "Tuesday at 3 p.m.". */
function readDayPart(look: Look, at: number, readDay: Read): Parsed | undefined {
  const day = readDay(look, at)
  if (!day || !isOneDay(day)) return undefined
  const edge = /^(?:early|late|mid)$/.test(wordAt(look, day.to).text) ? day.to + 1 : day.to
  const part = DAY_PARTS.get(wordAt(look, edge).text)
  if (part !== undefined) return { ...day, to: edge + 1, type: 'TIME', suffix: part }
  const from = wordAt(look, day.to).text === ',' ? day.to + 1 : day.to
  const begin = wordAt(look, from).text === 'at' ? from + 1 : from
  const hour = (begin > day.to || from > day.to ? readTime(look, begin) : undefined) ?? readTime(look, day.to)
  return hour && { ...day, to: hour.to, type: 'TIME', suffix: hour.suffix }
}

function isOneDay({ period, near, open, type }: Parsed): boolean {
  return type === 'DATE' && (period ? period.unit === 'day' : near !== undefined && (open ?? '').length >= 10)
}

/** "3 p.m. on Tuesday", "noon Tuesday", "15:30 GMT". */
function readHour(look: Look, at: number, readDay: Read): Parsed | undefined {
  const time = readTime(look, at)
  if (!time) return undefined
  const from = /^(?:on|,|of)$/.test(wordAt(look, time.to).text) ? time.to + 1 : time.to
  const day = readDay(look, from)
  if (day && isOneDay(day)) return { ...day, to: day.to, type: 'TIME', suffix: time.suffix }
  const own = look.anchor?.unit === 'day' ? look.anchor : today(look)
  return { to: time.to, type: 'TIME', suffix: time.suffix, ...(own && { period: own }) }
}

function readTime(look: Look, at: number): { suffix: string; to: number } | undefined {
  const word = wordAt(look, at)
  if (word.text === 'noon' || word.text === 'midday') return { suffix: 'T12:00', to: at + 1 }
  if (word.text === 'midnight') return { suffix: 'T24:00', to: at + 1 }
  const hour = word.number
  if (
    hour !== undefined &&
    word.end - word.start === 4 &&
    hour < 2400 &&
    hour % 100 < 60 &&
    zoneAfter(look, at + 1) > at + 1
  ) {
    return { suffix: `T${two(Math.floor(hour / 100))}:${two(hour % 100)}`, to: zoneAfter(look, at + 1) } // 1830 GMT
  }
  if (hour === undefined || hour > 24 || word.end - word.start > 2) return undefined
  const mark = wordAt(look, at + 1)
  const digits = wordAt(look, at + 2)
  const hasMinutes =
    /^[:.]$/.test(mark.text) &&
    mark.isGlued &&
    digits.isGlued &&
    digits.end - digits.start === 2 &&
    (digits.number ?? 60) < 60
  const minute = hasMinutes ? (digits.number ?? 0) : 0
  const half = readHalf(look, hasMinutes ? at + 3 : at + 1)
  if (half) {
    if (hour < 1 || hour > 12 || !standsFree(look, at, half.to)) return undefined
    const hours = (hour % 12) + (half.isAfternoon ? 12 : 0)
    return { suffix: `T${two(hours)}:${two(minute)}`, to: zoneAfter(look, half.to) }
  }
  // a score, a verse and a ratio look the same
  const before = wordAt(look, at - 1).text
  const isCued = /^(?:at|by|until|till|from|before|after|about|around|since|between|,)$/.test(before)
  const to = at + 3
  const zone = zoneAfter(look, to)
  if (!hasMinutes || mark.text !== ':' || hour > 23 || !standsFree(look, at, to) || (!isCued && zone === to))
    return undefined
  return { suffix: `T${two(hour)}:${two(minute)}`, to: zone }
}

/** "p.m.", "pm". */
function readHalf(look: Look, at: number): { isAfternoon: boolean; to: number } | undefined {
  const [first, stop, second, last] = [0, 1, 2, 3].map((by) => wordAt(look, at + by))
  if (first?.text === 'am' || first?.text === 'pm') return { isAfternoon: first.text === 'pm', to: at + 1 }
  if (!first || !/^[ap]$/.test(first.text) || stop?.text !== '.' || second?.text !== 'm' || !second.isGlued)
    return undefined
  return { isAfternoon: first.text === 'p', to: last?.text === '.' && last.isGlued ? at + 4 : at + 3 }
}

function zoneAfter(look: Look, at: number): number {
  const { text } = wordAt(look, at)
  if (text === 'local' && wordAt(look, at + 1).text === 'time') return at + 2
  return /^(?:gmt|utc|est|edt|cet|cest|pst|pdt|bst|et|pt)$/.test(text) && wordAt(look, at).isCapital ? at + 1 : at
}
