// The times that a text names, with what they come to: absolute ones by themselves, the others counted from the day of
// publication. Each class of expression is a file beside this one; where several read the same words, the longest stands.
// Marrow said on Tuesday that Karsk would sign by the end of next month. -> 2031-03-04; 2031-04, its end
import type { Days } from '../../model/attribution.ts'
import { endOf, isWritable, type Period, readDay, timexOf, writeDay } from './calendar.ts'
import { cutWords, type DateWord } from './cut-words.ts'
import { judgeTense } from './judge-tense.ts'
import type { Look, Parsed, Tense, TimeType } from './look.ts'
import { mayBegin } from './may-begin.ts'
import { readClock } from './read-clock.ts'
import { readDuration } from './read-duration.ts'
import { readEdge } from './read-edge.ts'
import { readHoliday } from './read-holiday.ts'
import { readMonthDay } from './read-month-day.ts'
import { readNumericDay } from './read-numeric-day.ts'
import { readPeriod } from './read-period.ts'
import { type ParsedRange, readRange, resolveRange } from './read-range.ts'
import { readReference } from './read-reference.ts'
import { readRelative } from './read-relative.ts'
import { readSet } from './read-set.ts'
import { readSpan } from './read-span.ts'
import { readDayOfMonth, readWeekday } from './read-weekday.ts'
import { splitSentences } from './split-sentences.ts'

export interface FoundTime {
  readonly start: number // UTF-16 units into the text
  readonly end: number
  readonly type: TimeType
  readonly value: string // as in TIMEX3; what the words alone say ("XXXX-WXX-2") where nothing decides
  readonly open: string // what the words alone say
  readonly days?: Days // half-open; absent where it comes to no days
  readonly mod?: 'START' | 'MID' | 'END'
  readonly tense?: Tense // of the verb beside it
  readonly goesTo?: FoundTime // the end of the range that this one begins; it stands in the list as well
}

export interface TimesOptions {
  readonly published?: string // an ISO day or instant; absent: only what is absolute has days
  readonly dayFirst?: boolean // 3/5 is the third of May; else, as American papers have it, March 5
}

/** All times in the text, in order, none overlapping another. Costs as much as the text is long. */
export function findTimes(text: string, { published, dayFirst = false }: TimesOptions = {}): FoundTime[] {
  const today = published === undefined ? undefined : readDay(published)
  const found: FoundTime[] = []
  let anchor: Period | undefined
  for (const words of splitSentences(cutWords(text), text)) {
    for (let at = 0; at < words.length; at++) {
      if (!mayBegin(words, at)) continue
      const look: Look = { words, dayFirst, ...(today !== undefined && { today }), ...(anchor && { anchor }) }
      const read = readAt(look, at)
      if (!read) continue
      const tense = today === undefined ? undefined : judgeTense(words, at, read.to)
      const made = 'range' in read ? makeRange(look, at, read.range, tense) : makeOne(look, at, read.parsed, tense)
      for (const { time, period } of made) {
        if (time) found.push(time)
        if (period && time?.type !== 'DURATION') anchor = period
      }
      at = read.to - 1
    }
  }
  return found
}

type ReadAt = { readonly to: number } & ({ readonly parsed: Parsed } | { readonly range: ParsedRange })

function readAt(look: Look, at: number): ReadAt | undefined {
  const parsed = readTime(look, at)
  const range = readRange(look, at, parsed, readTime)
  if (range) return { range, to: range.second.to }
  return parsed && { parsed, to: parsed.to }
}

function readTime(look: Look, at: number): Parsed | undefined {
  return longest(look, at, [readSpan, readPlain, readClocked, readLength])
}

const readPlain = (look: Look, at: number): Parsed | undefined =>
  readEdge(look, at, readStretch) ?? readStretch(look, at)

const readClocked = (look: Look, at: number): Parsed | undefined =>
  readEdge(look, at, readTimeOfDay) ?? readTimeOfDay(look, at)

const readTimeOfDay = (look: Look, at: number): Parsed | undefined => readClock(look, at, readAnyDay)

const readLength = (look: Look, at: number): Parsed | undefined =>
  longest(look, at, [readSet, readDuration, readReference])

const readAnyDay = (look: Look, at: number): Parsed | undefined =>
  longest(look, at, [readWhichDay, readMonthDay, readNumericDay, readWeekday, readRelative])

const readStretch = (look: Look, at: number): Parsed | undefined =>
  longest(look, at, [readAnyDay, readHoliday, readDayOfMonth, readPeriod])

/** "this 5/12", "next March 4": of this year, of the next. */
function readWhichDay(look: Look, at: number): Parsed | undefined {
  const by = SIDES.get(look.words[at]?.text ?? '')
  if (by === undefined) return undefined
  const found = readMonthDay(look, at + 1) ?? readNumericDay(look, at + 1)
  if (!found?.near || look.today === undefined) return found
  const { near, ...rest } = found
  const period = near(Number(readDay(`${writeDay(look.today).slice(0, 4)}-07-01`)) + by * 365, undefined)
  const own =
    by === 0 ? sameYear(near, look.today) : by > 0 ? near(look.today + 1, 'future') : near(look.today - 1, 'past')
  return { ...rest, ...((own ?? period) && { period: own ?? (period as Period) }) }
}

const SIDES: ReadonlyMap<string, number> = new Map(Object.entries({ this: 0, next: 1, last: -1 }))

function sameYear(near: NonNullable<Parsed['near']>, today: number): Period | undefined {
  const year = writeDay(today).slice(0, 4)
  return near(Number(readDay(`${year}-01-01`)), 'future')
}

function longest(look: Look, at: number, reads: readonly ((look: Look, at: number) => Parsed | undefined)[]) {
  let best: Parsed | undefined
  for (const read of reads) {
    const found = read(look, at)
    if (found && found.to > (best?.to ?? 0)) best = found
  }
  return best
}

interface Made {
  readonly time: FoundTime | undefined
  readonly period: Period | undefined
}

function makeOne(look: Look, at: number, parsed: Parsed, tense: Tense | undefined): Made[] {
  const period = parsed.period ?? (look.today === undefined ? undefined : parsed.near?.(look.today, tense))
  return [{ time: makeTime(look.words, at, parsed, period, tense), period }]
}

function makeRange(look: Look, at: number, range: ParsedRange, tense: Tense | undefined): Made[] {
  const { first, second, secondFrom } = range
  const [begin, end] = look.today === undefined ? [first.period, second.period] : resolveRange(range, look.today, tense)
  const later = makeTime(look.words, secondFrom, second, end, tense)
  const earlier = makeTime(look.words, at, first, begin, tense)
  return [
    { time: earlier && later ? { ...earlier, goesTo: later } : earlier, period: begin },
    { time: later, period: end },
  ]
}

/** Undefined where neither the words nor the day of publication give it a value. */
function makeTime(
  words: readonly DateWord[],
  from: number,
  parsed: Parsed,
  period: Period | undefined,
  tense: Tense | undefined,
): FoundTime | undefined {
  const { to, type, suffix = '', mod } = parsed
  const whole = period && timexOf(period)
  const value = parsed.value ?? (whole === undefined ? undefined : `${whole}${suffix}`)
  const open = parsed.open === undefined ? value : `${parsed.open}${suffix}`
  const [first, last] = [words[from], words[to - 1]]
  if (open === undefined || !first || !last) return undefined
  const days =
    parsed.days ?? (period && parsed.value === undefined ? ([period.start, endOf(period)] as const) : undefined)
  const isKept = days !== undefined && isWritable(days[0]) && isWritable(days[1])
  return {
    start: first.start,
    end: last.end,
    type,
    value: value ?? open,
    open,
    ...(isKept && { days: { from: writeDay(days[0]), until: writeDay(days[1]) } }),
    ...(mod && { mod }),
    ...(tense && { tense }),
  }
}
