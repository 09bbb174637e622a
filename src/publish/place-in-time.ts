// Time words that only a reader of the report's own day understands. "Yesterday", "next week" and "last month" give way
// to the day, the week or the month that they meant; a weekday of another week than the report's gets its date. Words
// between quotation marks stay. A line whose time cannot be told is not printed.
import type { Attribution } from '../model/attribution.ts'
import { dayAt } from '../model/day-at.ts'
import type { Doc } from '../model/doc.ts'
import type { Day } from '../model/id.ts'
import { daysOfWeek, dayWords, weekOf } from './iso-week.ts'
import type { Fragment } from './make-line.ts'
import { addDays } from './period.ts'

/** The days of a week as English has them, from Sunday on, as `getUTCDay` counts. */
export const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const WEEKDAY = DAY_NAMES.join('|')
const RELATIVE = new RegExp(
  [
    `(?:on )?\\b(?:last|next|this|this past|this coming) (?:${WEEKDAY})\\b`,
    `\\b(?:${WEEKDAY})\\b(?! \\d| (?:January|February|March|April|May|June|July|August|September|October|November|December))`,
    '\\b(?:yesterday|today|tomorrow|tonight)\\b',
    '\\bthis (?:morning|afternoon|evening)\\b',
    '\\blast night\\b',
    '(?<!\\b(?:the|in the|over the|of the) )\\b(?:last|this|next) (?:week|month|year)\\b',
    '\\b(?:an?|\\d+|\\p{L}+) (?:minutes?|hours?|days?|weeks?) ago\\b',
    '\\ba (?:day|week|month) (?:later|earlier)\\b',
  ].join('|'),
  'giu',
)

/** Words of a report, with the days that they name. */
export interface Timed {
  readonly doc: Doc
  readonly attribution: Pick<Attribution, 'cue' | 'said' | 'event'>
}

/**
 * The fragments with such words told anew, which are then no longer copied; undefined where that cannot be done.
 * `The assembly will vote next week` in a report of 7 March 2031 -> The assembly will vote in the week of 10 March
 */
export function placeInTime(fragments: readonly Fragment[], saying: Timed): Fragment[] | undefined {
  const placed: Fragment[] = []
  let depth = 0 // of quotation marks; their two kinds open and close alike
  for (const fragment of fragments) {
    let at = 0
    for (const found of fragment.text.matchAll(RELATIVE)) {
      const before = fragment.text.slice(0, found.index)
      if (isQuoted(before, depth)) continue
      const words = tellTime(found[0], saying, fragment.text.slice(found.index + found[0].length), before)
      if (words === undefined) return undefined
      if (words === found[0]) continue
      placed.push({ ...fragment, text: fragment.text.slice(at, found.index) }, { text: words })
      at = found.index + found[0].length
    }
    placed.push({ ...fragment, text: fragment.text.slice(at) })
    if (isQuoted(fragment.text, depth)) depth = 1
    else depth = 0
  }
  return placed.filter(({ text }) => text !== '')
}

function isQuoted(before: string, depth: number): boolean {
  const last = Math.max(before.lastIndexOf('“'), before.lastIndexOf('”'))
  if (last !== -1) return before[last] === '“'
  return ((before.match(/"/g)?.length ?? 0) + depth) % 2 === 1
}

function tellTime(words: string, saying: Timed, after: string, before: string): string | undefined {
  const { doc, attribution } = saying
  const day = dayAt(doc, attribution.cue[0].start) // by the report's own calendar
  const folded = words.toLowerCase()
  const weekday = DAY_NAMES.find((day) => folded.endsWith(day.toLowerCase()))
  const isOwned = /^['’]s?\b/.test(after) // "last week’s vote": no date fits before a noun
  if (weekday) return tellWeekday(words, weekday, saying, after)
  if (folded === 'this week') return words // the edition's own
  if (day === undefined || isOwned || / (?:ago|later|earlier)$/.test(folded)) return undefined
  const on = /\b(?:on|since|until|by|from|before|after|of)\s$/i.test(before) ? '' : 'on '
  if (folded === 'today') return `${on}${shortDay(day)}`
  if (folded === 'yesterday') return `${on}${shortDay(addDays(day, -1))}`
  if (folded === 'tomorrow') return `${on}${shortDay(addDays(day, 1))}`
  if (folded === 'tonight') return `on the night of ${shortDay(day)}`
  if (folded === 'last night') return `on the night of ${shortDay(addDays(day, -1))}`
  const part = /^this (morning|afternoon|evening)$/.exec(folded)?.[1]
  if (part) return `on the ${part} of ${shortDay(day)}`
  const [which, unit] = folded.split(' ')
  const steps = which === 'last' ? -1 : which === 'next' ? 1 : 0
  if (unit === 'week') return steps === 0 ? words : `in the week of ${shortDay(mondayOf(addDays(day, 7 * steps)))}`
  const [year = 0, month = 1] = day.split('-').map(Number)
  if (unit === 'year') return `${/\bin\s$/i.test(before) ? '' : 'in '}${year + steps}`
  const name = dayWords(new Date(Date.UTC(year, month - 1 + steps, 1)).toISOString()).split(' ')[1] ?? ''
  return `in ${name}`
}

// "on Friday" of the report's own week stays; of another week it becomes "on Friday 14 March".
function tellWeekday(words: string, weekday: string, saying: Timed, after: string): string | undefined {
  const { doc, attribution } = saying
  const isPlain = words.toLowerCase() === weekday.toLowerCase()
  const days = [attribution.said, attribution.event].flatMap((when) =>
    when && doc.text.slice(when.words.start, when.words.end).toLowerCase().includes(weekday.toLowerCase())
      ? [when.from]
      : [],
  )
  const [day] = days.filter((each) => DAY_NAMES[new Date(`${each}T00:00:00Z`).getUTCDay()] === weekday)
  if (new Set(days).size > 1 || !day || !doc.published) return isPlain ? words : undefined
  const isPart = /^(?:['’]s?\b| (?:morning|afternoon|evening|night)\b)/.test(after) // "Tuesday’s vote": no room for a date
  if (isPart && (!isPlain || weekOf(day) !== weekOf(doc.published))) return undefined
  if (isPlain) return weekOf(day) === weekOf(doc.published) ? words : `${words} ${shortDay(day)}`
  return `on ${weekday} ${shortDay(day)}`
}

/** 2031-03-04 -> "4 March". */
export function shortDay(day: Day): string {
  return dayWords(day).replace(/ \d+$/, '')
}

/** The day of a report as a line gives it: the week and its year stand above. */
export function dayOfReport({ published }: Pick<Doc, 'published'>): string {
  return published ? shortDay(published.slice(0, 10)) : 'undated'
}

function mondayOf(day: Day): Day {
  return daysOfWeek(weekOf(day))?.from ?? day
}
