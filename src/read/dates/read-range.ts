// Two times that belong together: "from Monday to Thursday", "between March 3 and 5", "9 to 12 June", "2031-33". Each is a
// time of its own, as in TIMEX3; the first knows the second, and neither is resolved without the other.
import { endOf, type Period, timexOf } from './calendar.ts'
import { type Look, type OpenDay, type Parsed, type Read, type Tense, wordAt } from './look.ts'
import { readMonthName } from './read-month-day.ts'
import { readDayNumber, readYear } from './read-number.ts'
import { parsedDay } from './resolve-open.ts'

export interface ParsedRange {
  readonly first: Parsed
  readonly secondFrom: number // the word it begins at
  readonly second: Parsed
}

/** The range that begins at the word, whose ends are read by `read`. */
export function readRange(look: Look, at: number, first: Parsed | undefined, read: Read): ParsedRange | undefined {
  return first ? readOn(look, at, first, read) : readNumbersFirst(look, at)
}

function readOn(look: Look, at: number, first: Parsed, read: Read): ParsedRange | undefined {
  const joint = readJoint(look, at, first.to)
  if (joint === undefined || (first.type !== 'DATE' && first.type !== 'TIME')) return undefined
  const secondFrom = wordAt(look, joint).text === 'the' && !read(look, joint) ? joint + 1 : joint
  const second = read(look, secondFrom)
  if (second && second.type === first.type) {
    // the year told last is the first one's too: 2/28 to 3/1/2031
    const [own, other] = [first.day, second.day]
    const shared = own && other && own.year === undefined && other.year !== undefined
    const firstTold = shared ? parsedDay(first.to, { ...own, year: yearBefore(own, other) }) : first
    return { first: firstTold, secondFrom, second }
  }
  return readShort(look, first, secondFrom)
}

function yearBefore(own: OpenDay, other: OpenDay): number {
  const isLater = own.month * 32 + own.day > other.month * 32 + other.day
  return (other.year ?? 0) - (isLater ? 1 : 0)
}

/** "March 3 and 5", "November 19-20", "2031-33". */
function readShort(look: Look, first: Parsed, secondFrom: number): ParsedRange | undefined {
  const day = readDayNumber(look, secondFrom)
  const after = wordAt(look, day?.to ?? secondFrom + 1)
  if (after.isGlued && /^[\p{L}\p{N}%/:]/u.test(after.text)) return undefined
  if (day && first.day && day.n > first.day.day) {
    const linked = wordAt(look, day.to).text === ',' ? day.to + 1 : day.to
    const year = first.day.year === undefined ? readYear(look, linked) : undefined
    const years = year ? { year: year.n } : {}
    return {
      first: parsedDay(first.to, { ...first.day, ...years }),
      secondFrom,
      second: parsedDay(year?.to ?? day.to, { ...first.day, ...years, day: day.n }),
    }
  }
  const short = wordAt(look, secondFrom)
  const year = first.period?.unit === 'year' ? Number(timexOf(first.period)) : undefined
  const isYear =
    year !== undefined && short.isGlued && short.end - short.start === 2 && short.number === (year % 100) + 1
  if (!isYear || !first.period) return undefined
  const period: Period = { unit: 'year', start: endOf(first.period) }
  return { first, secondFrom, second: { to: secondFrom + 1, type: 'DATE', period } }
}

/** The place after "to", "through", "until", a dash, or the "and" of "between". */
function readJoint(look: Look, at: number, to: number): number | undefined {
  const { text } = wordAt(look, to)
  const before = wordAt(look, at - 1).text
  if (/^(?:to|through|[-–—])$/.test(text)) return to + 1
  if (text === 'until' || text === 'till') return /^from$/.test(before) ? to + 1 : undefined
  return text === 'and' && (before === 'between' || wordAt(look, at - 2).text === 'between') ? to + 1 : undefined
}

/** "9 to 12 of June", "between 3 and 12 September", "4-6 March 2031". */
function readNumbersFirst(look: Look, at: number): ParsedRange | undefined {
  const first = readDayNumber(look, at)
  const joint = first && readJoint(look, at, first.to)
  const second =
    joint === undefined ? undefined : readDayNumber(look, wordAt(look, joint).text === 'the' ? joint + 1 : joint)
  if (!first || !second || joint === undefined || second.n <= first.n) return undefined
  if (/^[$€£]$/.test(wordAt(look, at - 1).text)) return undefined
  const name = readMonthName(look, wordAt(look, second.to).text === 'of' ? second.to + 1 : second.to)
  if (!name || (/^(?:may|march)$/.test(wordAt(look, name.to - 1).text) && !wordAt(look, name.to - 1).isCapital))
    return undefined
  const linked = /^(?:,|of|in)$/.test(wordAt(look, name.to).text) ? name.to + 1 : name.to
  const year = readYear(look, linked)
  const rest: OpenDay = { ...(year && { year: year.n }), month: name.month, day: first.n }
  return {
    first: parsedDay(first.to, rest),
    secondFrom: wordAt(look, joint).text === 'the' ? joint + 1 : joint,
    second: parsedDay(year?.to ?? name.to, { ...rest, day: second.n }),
  }
}

/** The stretches of both: the first is the last such before the second where that is past, else the second follows. */
export function resolveRange(
  { first, second }: ParsedRange,
  today: number,
  tense: Tense | undefined,
): readonly [Period | undefined, Period | undefined] {
  const own = first.period ?? nowOf(first, today)
  const other = second.period ?? nowOf(second, today)
  if (own) return [own, other ?? second.near?.(own.start, 'future')]
  if (other) return [first.near?.(other.start, 'past'), other]
  if (tense === 'future' || tense === 'present') {
    const begin = first.near?.(today, 'future')
    return [begin, begin && second.near?.(begin.start, 'future')]
  }
  const end = second.near?.(today, tense)
  return [end && first.near?.(end.start, 'past'), end]
}

function nowOf({ value }: Parsed, today: number): Period | undefined {
  return value === 'PRESENT_REF' ? { unit: 'day', start: today } : undefined
}
