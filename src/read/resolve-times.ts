// When it was said: the days that "on Tuesday", "yesterday", "earlier this week" come to, counted from the day of
// publication. A day of the week is the latest such day not after publication, as news style has it (the Associated
// Press Stylebook, "days of the week"); coarse words stay coarse.
import type { Days } from '../model/attribution.ts'

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const MS_A_DAY = 86_400_000

export interface FoundTime extends Days {
  readonly at: number // offset of the words in the text looked at
  readonly words: string
  readonly value: string // as in TIMEX3
}

/** The first time in the text that can be resolved against the publication day; half-open days. */
export function resolveTime(text: string, published: string | undefined): FoundTime | undefined {
  if (!published) return undefined
  const today = Date.parse(published.slice(0, 10))
  if (Number.isNaN(today)) return undefined
  for (const [pattern, resolve] of RULES) {
    const match = pattern.exec(text)
    const days = match && resolve(match, today)
    if (match && days)
      return { from: dayOf(days[0]), until: dayOf(days[1]), at: match.index, words: match[0], value: dayOf(days[0]) }
  }
  return undefined
}

type Resolve = (match: RegExpExecArray, today: number) => readonly [number, number] | undefined

const month = MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)}|\\.)?`).join('|')

const RULES: readonly (readonly [RegExp, Resolve])[] = [
  // on 4 March 2031, on March 4, 2031, on March 4
  [
    new RegExp(`\\b(\\d{1,2}) (${month})(?:,? (\\d{4}))?\\b`, 'i'),
    ([, day, name, year], today) => dated(Number(day), name, year, today),
  ],
  [
    new RegExp(`\\b(${month}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?\\b(?! \\d)`, 'i'),
    ([, name, day, year], today) => dated(Number(day), name, year, today),
  ],
  // last Tuesday, on Tuesday
  [
    new RegExp(`\\b(last )?(${DAYS.join('|')})\\b`, 'i'),
    ([, last, name], today) => {
      const back = (new Date(today).getUTCDay() - DAYS.indexOf(name?.toLowerCase() ?? '') + 7) % 7
      const day = today - (back === 0 && last ? 7 : back) * MS_A_DAY
      return [day, day + MS_A_DAY]
    },
  ],
  [/\byesterday\b/i, (_, today) => [today - MS_A_DAY, today]],
  [/\b(?:today|tonight|this morning|this afternoon|this evening)\b/i, (_, today) => [today, today + MS_A_DAY]],
  [/\b(?:earlier )?this week\b/i, (_, today) => [monday(today), today + MS_A_DAY]],
  [/\blast week\b/i, (_, today) => [monday(today) - 7 * MS_A_DAY, monday(today)]],
  [/\b(?:earlier )?this month\b/i, (_, today) => [Date.parse(`${dayOf(today).slice(0, 7)}-01`), today + MS_A_DAY]],
  [
    /\b(?:late|early|earlier)? ?in ((?:19|20)\d\d)\b/i,
    ([, year]) => [Date.parse(`${year}-01-01`), Date.parse(`${Number(year) + 1}-01-01`)],
  ],
  [/\blast year\b/i, (_, today) => yearOf(Number(dayOf(today).slice(0, 4)) - 1)],
  [/\bearlier this year\b/i, (_, today) => [Date.parse(`${dayOf(today).slice(0, 4)}-01-01`), today + MS_A_DAY]],
]

function dated(
  day: number,
  name: string | undefined,
  year: string | undefined,
  today: number,
): readonly [number, number] | undefined {
  const index = MONTHS.findIndex((full) => full.startsWith(name?.toLowerCase().slice(0, 3) ?? '?'))
  if (index < 0 || day < 1 || day > 31) return undefined
  const thisYear = Number(dayOf(today).slice(0, 4))
  const at = Date.UTC(year ? Number(year) : thisYear, index, day)
  // March 4 in a report of February is last year's
  const start = !year && at > today + 7 * MS_A_DAY ? Date.UTC(thisYear - 1, index, day) : at
  return [start, start + MS_A_DAY]
}

function yearOf(year: number): readonly [number, number] {
  return [Date.parse(`${year}-01-01`), Date.parse(`${year + 1}-01-01`)]
}

function monday(today: number): number {
  return today - ((new Date(today).getUTCDay() + 6) % 7) * MS_A_DAY
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
