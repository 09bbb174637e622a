// Days that a sentence names are those of its evidence, or follow from the day on which the report was printed; what
// bounds a day ("before", "until", "by") stays what it was.
import type { Miss } from '../../model/edition.ts'
import type { Day } from '../../model/id.ts'
import type { LineGrounds } from './grounds.ts'
import { type DateWords, daysOf, readDates, weekdayName } from './read-dates.ts'
import { splitWords, type Word } from './split-words.ts'

interface Known {
  readonly keys: ReadonlySet<string> // as they stand
  readonly days: ReadonlySet<Day>
  readonly limits: ReadonlyMap<string, ReadonlySet<string>>
}

/** `on Wednesday` of a report of 13 March 2031 bears out "on 12 March" and "Wednesday", not "on Thursday". */
export function checkDates(text: string, grounds: LineGrounds): Miss[] {
  const words = splitWords(text)
  const known = knownDates(grounds)
  const dates = readDates(words)
  const misses = dates.flatMap((date): Miss[] => {
    const span = { start: words[date.first]?.start ?? 0, end: words[date.last]?.end ?? text.length }
    const said = text.slice(span.start, span.end)
    if ((!isKnown(date, known) || isTwice(date, dates, known)) && !isOfPrinting(date, words, grounds))
      return [{ kind: 'date', words: said, span }]
    const limits = known.limits.get(keyOf(date))
    const isBound = limits !== undefined && date.kind !== 'relative' && !limits.has(date.limit ?? '')
    return isBound ? [{ kind: 'date', words: `${words[date.first - 1]?.text ?? ''} ${said}`.trim(), span }] : []
  })
  return [...misses, ...missingLimits(dates, grounds)]
}

function keyOf({ kind, key }: DateWords): string {
  return `${kind} ${key}`
}

function isKnown(date: DateWords, { keys, days }: Known): boolean {
  const isStated = keys.has(keyOf(date)) && (date.year === undefined || keys.has(`year ${date.year}`))
  if (isStated) return true
  if (date.kind === 'weekday') return [...days].some((day) => weekdayName(day) === date.key)
  if (date.kind === 'day')
    return [...days].some((day) => day.slice(5) === date.key && (date.year ?? day.slice(0, 4)) === day.slice(0, 4))
  return false
}

// "said on Friday that talks resume on November 28", of "said on Thursday …": the Friday is that of the talks.
function isTwice(date: DateWords, dates: readonly DateWords[], { keys, days }: Known): boolean {
  if (date.kind !== 'weekday' || keys.has(keyOf(date))) return false
  const meant = [...days].filter((day) => weekdayName(day) === date.key)
  const isSaid = (day: Day): boolean =>
    dates.some((other) => other.kind === 'day' && other.key === day.slice(5) && Math.abs(other.first - date.last) > 2)
  return meant.every(isSaid)
}

function knownDates({ pieces, ruled, ruledWords, isRuled }: LineGrounds): Known {
  const keys = new Set<string>()
  const days = new Set<Day>()
  const limits = new Map<string, Set<string>>()
  const enter = (words: readonly Word[], published: Day | undefined): void => {
    const isToCome = words.some(({ lower }) => TO_COME.test(lower))
    for (const date of readDates(words)) {
      keys.add(keyOf(date))
      if (date.kind === 'day') keys.add(`month ${MONTHS[Number(date.key.slice(0, 2)) - 1] ?? ''}`)
      if (date.year) keys.add(`year ${date.year}`)
      for (const day of daysOf(date, published, isToCome)) days.add(day)
      if (published) for (const key of toldAnew(date, published)) keys.add(key)
      const at = limits.get(keyOf(date)) ?? new Set<string>()
      limits.set(keyOf(date), at.add(date.limit ?? ''))
    }
  }
  for (const { words, doc } of pieces) {
    const published = doc?.published?.slice(0, 10)
    enter(words, published)
    if (published) keys.add(`year ${published.slice(0, 4)}`)
  }
  // in brackets stands the day of printing, which is not that of saying
  if (!isRuled) enter(splitWords(ruled.replace(/\([^()]*\)/g, '')), undefined)
  // "Contested until last week": what the rules compare with is the edition before
  else for (const { key } of readDates(ruledWords)) if (/^(?:last|this) week$/.test(key)) keys.add(`relative ${key}`)
  return { keys, days, limits }
}

// "next week" of a report of 7 March is told as "in the week of 10 March", "last month" as "in February".
function toldAnew({ kind, key }: DateWords, published: Day): string[] {
  const [, which, unit] = (kind === 'relative' && /(this|last|past|next|coming) (week|month|year)$/.exec(key)) || []
  if (!which) return []
  const steps = which === 'this' ? 0 : which === 'next' || which === 'coming' ? 1 : -1
  const [year = 0, month = 1, day = 1] = published.split('-').map(Number)
  if (unit === 'year') return [`year ${year + steps}`]
  if (unit === 'month') return [`month ${MONTHS[(month - 1 + steps + 12) % 12] ?? ''}`]
  const monday = day - ((new Date(`${published}T00:00:00Z`).getUTCDay() + 6) % 7) + 7 * steps
  return [`day ${new Date(Date.UTC(year, month - 1, monday)).toISOString().slice(5, 10)}`]
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const TO_COME =
  /^(?:will|would|shall|'ll|next|to|due|plan|plans|planned|until|till|by|before|coming|expected|scheduled)$/

// "(Radio Askevar, 12 March 2031)", "Radio Askevar reported on 12 March": the day of printing, where printing is told.
function isOfPrinting(date: DateWords, words: readonly Word[], { docs }: LineGrounds): boolean {
  const before = words.slice(Math.max(0, date.first - 6), date.first)
  const open = before.findLastIndex(({ text }) => text === '(')
  const isCited = docs.some(({ outlet = 'outlet unknown' }) =>
    endsWith(before, [...splitWords(outlet), ...splitWords(',')]),
  )
  // "On 14 November 2030 Port Sabel Times carried"
  const after = words.slice(date.last + 1)
  const isCarried = docs.some(({ outlet }) => {
    const name = splitWords(outlet ?? '')
    const verb = after[name.length]?.lower ?? ''
    return (
      name.length > 0 &&
      endsWith(after.slice(0, name.length), name) &&
      /^(?:carried|printed|reported|published)$/.test(verb)
    )
  })
  const isTold =
    isCarried ||
    open !== -1 ||
    isCited ||
    before.slice(-3).some(({ lower }) => /^(?:reported|published|printed)$/.test(lower))
  return (
    isTold &&
    docs.some(({ published }) => {
      const day = published?.slice(0, 10)
      if (!day) return false
      if (date.kind === 'weekday') return weekdayName(day) === date.key
      return date.kind === 'day' && date.key === day.slice(5) && (date.year ?? day.slice(0, 4)) === day.slice(0, 4)
    })
  )
}

function endsWith(words: readonly Word[], end: readonly Word[]): boolean {
  const last = words.slice(-end.length)
  return last.length === end.length && last.every(({ lower }, i) => lower === end[i]?.lower)
}

// "would not vote before April 1" -> "would not vote": the bound is lacking.
function missingLimits(dates: readonly DateWords[], { isRuled, ruledWords, ruled }: LineGrounds): Miss[] {
  if (isRuled) return []
  const own = new Set(dates.map(keyOf))
  return readDates(ruledWords).flatMap((date): Miss[] => {
    if (!date.limit || own.has(keyOf(date)) || dates.some(({ limit }) => limit === date.limit)) return []
    const [from, to] = [ruledWords[date.first - 1], ruledWords[date.last]]
    return from && to ? [{ kind: 'date', words: ruled.slice(from.start, to.end) }] : []
  })
}
