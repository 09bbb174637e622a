// Days that name their month: "March 4, 2031", "4 March", "the 4th of July 1995", "Feb. 13", "05-Aug-2016".
import { dateOf } from './calendar.ts'
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readDayNumber, readYear } from './read-number.ts'
import { parsedDay } from './resolve-open.ts'
import { MONTHS } from './time-words.ts'

/** The day that begins at the word. */
export function readMonthDay(look: Look, at: number): Parsed | undefined {
  return readJoined(look, at) ?? readMonthFirst(look, at) ?? readDayFirst(look, at)
}

/** The month's name at the word, with its stop. */
export function readMonthName(look: Look, at: number): { readonly month: number; readonly to: number } | undefined {
  const word = wordAt(look, at)
  const month = MONTHS.get(word.text)
  if (month === undefined) return undefined
  const isShort = word.text.length < 5 && word.text !== 'may' && word.text !== 'june' && word.text !== 'july'
  const stop = wordAt(look, at + 1)
  return { month, to: isShort && stop.text === '.' && stop.isGlued ? at + 2 : at + 1 }
}

function readMonthFirst(look: Look, at: number): Parsed | undefined {
  const name = readMonthName(look, at)
  if (!name) return undefined
  // may 5, march 5: words of their own in small letters
  if (
    /^(?:may|march|sun|mar|sat|dec)$/.test(wordAt(look, at).text) &&
    !wordAt(look, at).isCapital &&
    !isGlued(look, name.to)
  )
    return undefined
  let next = name.to
  if (/^[,/-]$/.test(wordAt(look, next).text)) next += 1
  if (wordAt(look, next).text === 'the') next += 1
  const day = readDayNumber(look, next)
  if (!day) return undefined
  const year = readYearAfter(look, day.to)
  const to = year?.to ?? day.to
  if (!isClear(look, at, to)) return undefined
  return parsedDay(to, { ...(year && { year: year.n }), month: name.month, day: day.n })
}

function readDayFirst(look: Look, at: number): Parsed | undefined {
  const day = readDayNumber(look, at)
  if (!day) return undefined
  let next = day.to
  if (/^(?:of|[/-])$/.test(wordAt(look, next).text)) next += 1
  const name = readMonthName(look, next)
  // "two may", "ten March on": a word in small letters that is one of its own
  if (!name || (/^(?:may|march|mar|sat|sun|dec)$/.test(wordAt(look, next).text) && !wordAt(look, next).isCapital))
    return undefined
  const year = readYearAfter(look, name.to)
  const to = year?.to ?? name.to
  if (!isClear(look, at, to)) return undefined
  return parsedDay(to, { ...(year && { year: year.n }), month: name.month, day: day.n })
}

/** ", 2031", "2031", "of 2031", "in 2031", "-2031". */
function readYearAfter(look: Look, at: number): { n: number; to: number } | undefined {
  const relative = readYearWords(look, at)
  if (relative) return relative
  const isLinked = /^(?:,|of|in|[/-])$/.test(wordAt(look, at).text)
  const year = readYear(look, isLinked ? at + 1 : at)
  return year && standsAlone(look, year.to) ? year : undefined
}

/** "of last year", "next year": the year's number, counted from the day of publication. */
export function readYearWords(look: Look, at: number): { n: number; to: number } | undefined {
  const from = wordAt(look, at).text === 'of' ? at + 1 : at
  const which = wordAt(look, from).text === 'the' ? from + 1 : from
  const by = YEARS.get(wordAt(look, which).text)
  if (by === undefined || wordAt(look, which + 1).text !== 'year' || look.today === undefined) return undefined
  return { n: dateOf(look.today).year + by, to: which + 2 }
}

const YEARS: ReadonlyMap<string, number> = new Map(
  Object.entries({ last: -1, previous: -1, this: 0, next: 1, following: 1 }),
)

function standsAlone(look: Look, to: number): boolean {
  const after = wordAt(look, to)
  return !after.isGlued || !/^[\p{L}\p{N}]/u.test(after.text)
}

/** Year, day and month's name in any order, joined by strokes: 2016/Aug/5, Sep-23-2020. */
function readJoined(look: Look, at: number): Parsed | undefined {
  const marks = [wordAt(look, at + 1), wordAt(look, at + 3)]
  if (!marks.every(({ text, isGlued }) => isGlued && (text === '-' || text === '/'))) return undefined
  const parts = [at, at + 2, at + 4]
  const name = parts.find((part) => MONTHS.has(wordAt(look, part).text))
  const year = parts.find((part) => readYear(look, part))
  const day = parts.find((part) => part !== year && readDayNumber(look, part))
  if (name === undefined || year === undefined || day === undefined || !standsFree(look, at, at + 5)) return undefined
  const month = MONTHS.get(wordAt(look, name).text) ?? 0
  return parsedDay(at + 5, { year: wordAt(look, year).number ?? 0, month, day: wordAt(look, day).number ?? 0 })
}

function isGlued(look: Look, at: number): boolean {
  return wordAt(look, at).isGlued && wordAt(look, at).text !== '.'
}

function isClear(look: Look, from: number, to: number): boolean {
  const before = wordAt(look, from - 1)
  // "Friday-Jun-15" begins at Friday; "Tim says:30 December" is a date all the same
  const isOpen = before.text === ':' || before.text === '-' || before.text === '–' || before.text === '/'
  const after = wordAt(look, to)
  const tail = wordAt(look, to + 1)
  const goesOn = /^[-–/]$/.test(after.text) && after.isGlued && tail.isGlued // a range goes on with another day
  if (goesOn && /^[\p{L}\p{N}]/u.test(tail.text))
    return isOpen || standsFree({ ...look, words: look.words.slice(0, to) }, from, to)
  return isOpen ? standsAlone(look, to) : standsFree(look, from, to)
}
