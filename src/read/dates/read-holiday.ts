// Days with a name of their own: "Christmas", "Black Friday 2030", "the eve of" is left to the days it stands before.
import { dateOf, dayAt, type Period, realDay, weekdayOf } from './calendar.ts'
import { type Look, type Parsed, wordAt } from './look.ts'
import { readYearWords } from './read-month-day.ts'
import { readYear } from './read-number.ts'
import { nearestYear } from './resolve-open.ts'

/** The holiday that begins at the word, with its year if that is told. */
export function readHoliday(look: Look, at: number): Parsed | undefined {
  const by = SIDES.get(wordAt(look, at).text)
  const found = readName(look, by === undefined ? at : at + 1)
  if (by === undefined || !found?.near) return found
  const { near, open, ...rest } = found
  if (look.today === undefined) return rest
  const { year } = dateOf(look.today)
  const period = by === 0 ? near(dayAt(year, 1, 1), 'future') : near(look.today + by, by < 0 ? 'past' : 'future')
  return { ...rest, ...(period && { period }) }
}

const SIDES: ReadonlyMap<string, number> = new Map(Object.entries({ last: -1, this: 0, next: 1 }))

function readName(look: Look, at: number): Parsed | undefined {
  for (const { words, make, open } of BY_FIRST.get(wordAt(look, at).text) ?? []) {
    const to = at + words.length
    if (!words.every((word, i) => wordAt(look, at + i).text === word)) continue
    const by = /^(?:of|in|,)$/.test(wordAt(look, to).text) ? to + 1 : to
    const year = readYear(look, by)
    const own = year ? { n: year.n, to: year.to } : readYearWords(look, by)
    const period = own && make(own.n)
    if (own && period) return { to: own.to, type: 'DATE', period }
    return { to, type: 'DATE', near: nearestYear(make), ...(open && { open }) }
  }
  return undefined
}

interface Holiday {
  readonly words: readonly string[]
  readonly open?: string
  readonly make: (year: number) => Period | undefined
}

function fixed(names: string, month: number, day: number): Holiday[] {
  const open = `XXXX-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return namesOf(names).map((words) => ({ words, open, make: (year) => realDay(year, month, day) }))
}

// the fourth Thursday of November, and the day after it
function floating(names: string, month: number, weekday: number, nth: number, plus = 0): Holiday[] {
  const make = (year: number): Period => {
    const first = dayAt(year, nth < 0 ? month + 1 : month, 1)
    const start = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth < 0 ? nth : nth - 1) + plus
    return { unit: 'day', start }
  }
  return namesOf(names).map((words) => ({ words, make }))
}

function fromEaster(names: string, plus: number): Holiday[] {
  return namesOf(names).map((words) => ({ words, make: (year) => ({ unit: 'day', start: easter(year) + plus }) }))
}

function namesOf(names: string): string[][] {
  return names.split('|').map((name) => name.match(/\p{L}+|[’']/gu) ?? [])
}

// Easter Sunday by the Gregorian computus, as Meeus, Jones and Butcher wrote it down
function easter(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return dayAt(year, Math.floor(sum / 31), (sum % 31) + 1)
}

const HOLIDAYS: readonly Holiday[] = [
  ...fixed("new year's day|new year’s day", 1, 1),
  ...fixed("new year's eve|new year’s eve", 12, 31),
  ...fixed("valentine's day|valentine’s day", 2, 14),
  ...fixed("st patrick's day|st. patrick’s day", 3, 17),
  ...fixed('may day', 5, 1),
  ...fixed('independence day|fourth of july', 7, 4),
  ...fixed('halloween', 10, 31),
  ...fixed('veterans day|armistice day', 11, 11),
  ...fixed('christmas eve', 12, 24),
  ...fixed('christmas day|christmas', 12, 25),
  ...fixed('boxing day', 12, 26),
  ...floating('martin luther king day', 1, 1, 3),
  ...floating("presidents day|presidents' day|presidents’ day", 2, 1, 3),
  ...floating("mother's day|mother’s day", 5, 7, 2),
  ...floating('memorial day', 5, 1, -1),
  ...floating("father's day|father’s day", 6, 7, 3),
  ...floating('labor day|labour day', 9, 1, 1),
  ...floating('columbus day', 10, 1, 2),
  ...floating('black friday', 11, 4, 4, 1),
  ...floating('cyber monday', 11, 4, 4, 4),
  ...floating('thanksgiving day|thanksgiving', 11, 4, 4),
  ...fromEaster('ash wednesday', -46),
  ...fromEaster('palm sunday', -7),
  ...fromEaster('good friday', -2),
  ...fromEaster('easter monday', 1),
  ...fromEaster('easter sunday|easter', 0),
]

const BY_FIRST = Map.groupBy(HOLIDAYS, ({ words }) => words[0] ?? '')
