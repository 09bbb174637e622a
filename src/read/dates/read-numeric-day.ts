// Days in numbers alone: 2031-03-04, 3/4/2031, 4.3.2031, 20310304; and 3/4 where the words around it say that it is a day.
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readYear } from './read-number.ts'
import { parsedDay } from './resolve-open.ts'

/** The day that begins at the word. */
export function readNumericDay(look: Look, at: number): Parsed | undefined {
  return readInstant(look, at) ?? readWithYear(look, at) ?? readEight(look, at) ?? readPair(look, at)
}

/** 2031-03-04T10:00:00Z */
function readInstant(look: Look, at: number): Parsed | undefined {
  const [mark, hour, colon, minute] = [5, 6, 7, 8].map((by) => wordAt(look, at + by))
  if (mark?.text !== 't' || !mark.isGlued || colon?.text !== ':' || !isTight(look, at, 9)) return undefined
  const day = readWithYear({ ...look, words: look.words.slice(0, at + 5) }, at)
  if (!day?.period || (hour?.number ?? 24) > 23 || (minute?.number ?? 60) > 59) return undefined
  let to = at + 9
  while (to < at + 16 && wordAt(look, to).isGlued && /^(?:[:.+-]|z|\d+)$/.test(wordAt(look, to).text)) to += 1
  if (/^[.:-]$/.test(wordAt(look, to - 1).text)) to -= 1
  const suffix = `T${hour?.text ?? ''}:${minute?.text ?? ''}`
  return { to, type: 'TIME', period: day.period, suffix }
}

function readWithYear(look: Look, at: number): Parsed | undefined {
  const [first, mark, second, again, third] = [0, 1, 2, 3, 4].map((by) => wordAt(look, at + by))
  if (first?.number === undefined || mark === undefined || again === undefined || third === undefined) return undefined
  // 2031 03 04
  if (
    readYear(look, at) &&
    mark.number !== undefined &&
    second?.number !== undefined &&
    !mark.isGlued &&
    !second.isGlued
  ) {
    const isDay = mark.number >= 1 && mark.number <= 12 && second.number >= 1 && second.number <= 31
    return isDay && standsFree(look, at, at + 3)
      ? parsedDay(at + 3, { year: first.number, month: mark.number, day: second.number })
      : undefined
  }
  if (!/^[-/.]$/.test(mark.text) || again.text !== mark.text || !isTight(look, at, 5)) return undefined
  if (second?.number === undefined || third.number === undefined || !standsEnds(look, at, at + 5)) return undefined
  if (readYear(look, at)) return made(at + 5, first.number, second.number, third.number)
  const year = yearOf(third.end - third.start, third.number)
  if (year === undefined || (mark.text === '.' && third.end - third.start === 2)) return undefined // 1.2.31 is a version
  const dayFirst = look.dayFirst || mark.text === '.'
  const [month, day] = inOrder(first.number, second.number, dayFirst)
  return made(at + 5, year, month, day)
}

function yearOf(length: number, number: number): number | undefined {
  if (length === 4) return number
  return length === 2 ? (number < 50 ? 2000 : 1900) + number : undefined
}

function inOrder(first: number, second: number, dayFirst: boolean): readonly [month: number, day: number] {
  return dayFirst ? (second > 12 ? [first, second] : [second, first]) : first > 12 ? [second, first] : [first, second]
}

function made(to: number, year: number | undefined, month: number, day: number): Parsed | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  return parsedDay(to, { ...(year !== undefined && { year }), month, day })
}

function readEight(look: Look, at: number): Parsed | undefined {
  const { number, start, end } = wordAt(look, at)
  if (number === undefined || end - start !== 8 || !standsFree(look, at, at + 1)) return undefined
  const year = Math.floor(number / 10_000)
  return year >= 1900 && year < 2100 ? made(at + 1, year, Math.floor(number / 100) % 100, number % 100) : undefined
}

// "on Friday 3/4", "from 3/4 to 3/9", "since 3.4.": a fraction, a score, a price look the same
function readPair(look: Look, at: number): Parsed | undefined {
  const [first, mark, second] = [0, 1, 2].map((by) => wordAt(look, at + by))
  if (first?.number === undefined || second?.number === undefined || mark === undefined) return undefined
  if (!/^[-/.]$/.test(mark.text) || !isTight(look, at, 3)) return undefined
  if (first.end - first.start > 2 || second.end - second.start > 2 || !standsEnds(look, at, at + 3)) return undefined
  const before = wordAt(look, at - 1).text
  const isAlone = before === '' && /^[-–?.!]?$/.test(wordAt(look, at + 3).text)
  const after = wordAt(look, at + 3)
  const isLast = after.text === '' || /^[,.;:?!)"”]$/.test(after.text)
  const isCued = mark.text === '/' ? CUES.test(before) : before === 'on' && isLast && mark.text === '.'
  if (!isAlone && !isCued && before !== 'this' && before !== 'next' && !isRangeEnd(look, at)) return undefined
  return made(at + 3, undefined, ...inOrder(first.number, second.number, look.dayFirst))
}

const CUES = /^(?:on|from|since|until|till|before|after|by|dated)$/

function isRangeEnd(look: Look, at: number): boolean {
  const before = wordAt(look, at - 1)
  return (
    /^(?:to|through|-|–)$/.test(before.text) &&
    wordAt(look, at - 2).number !== undefined &&
    wordAt(look, at - 3).text === '/'
  )
}

/** A day after the name of its weekday: "Friday 3/4", "friday 3.4", "Friday 3-4". */
export function readPairAfterWeekday(look: Look, at: number): Parsed | undefined {
  const whole = readWithYear(look, at)
  if (whole) return whole
  const [first, mark, second] = [0, 1, 2].map((by) => wordAt(look, at + by))
  if (first?.number === undefined || second?.number === undefined || !mark || !/^[-/.]$/.test(mark.text))
    return undefined
  if (!isTight(look, at, 3) || !standsEnds(look, at, at + 3)) return undefined
  return made(at + 3, undefined, ...inOrder(first.number, second.number, look.dayFirst))
}

function isTight(look: Look, at: number, count: number): boolean {
  for (let by = 1; by < count; by++) if (!wordAt(look, at + by).isGlued) return false
  return true
}

function standsEnds(look: Look, at: number, to: number): boolean {
  if (isStroke(look, at - 1) && wordAt(look, at).isGlued) return isRangeEnd(look, at)
  if (isStroke(look, to) && wordAt(look, to).isGlued) return true // judged again as a range
  return standsFree(look, at, to)
}

function isStroke(look: Look, at: number): boolean {
  return /^[-–]$/.test(wordAt(look, at).text)
}
