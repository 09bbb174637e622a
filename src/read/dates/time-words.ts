// English words for months, days, units and numbers, as they stand in lower case.
import type { Unit } from './calendar.ts'

const MONTH_NAMES = 'january february march april may june july august september october november december'.split(' ')
const DAY_NAMES = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

/** The months by their names, 1 to 12. */
export const MONTHS: ReadonlyMap<string, number> = new Map([
  ...MONTH_NAMES.map((name, i) => [name, i + 1] as const),
  ...MONTH_NAMES.map((name, i) => [name.slice(0, 3), i + 1] as const),
  ['sept', 9],
])

/** The days of the week, 1 for Monday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(DAY_NAMES.map((name, i) => [name, i + 1]))

/** Their short forms, which are words of their own as well: "sat", "sun", "wed". */
export const SHORT_WEEKDAYS: ReadonlyMap<string, number> = new Map([
  ...DAY_NAMES.map((name, i) => [name.slice(0, 3), i + 1] as const),
  ['tues', 2],
  ['weds', 3],
  ['thur', 4],
  ['thurs', 4],
])

/** The month that a season begins in. */
export const SEASONS: ReadonlyMap<string, number> = new Map([
  ['spring', 3],
  ['summer', 6],
  ['fall', 9],
  ['autumn', 9],
  ['winter', 12],
])

/** Units of the calendar, in the singular. */
export const UNITS: ReadonlyMap<string, Unit> = new Map(
  (['day', 'week', 'weekend', 'month', 'quarter', 'year', 'decade', 'century'] as const).map((unit) => [unit, unit]),
)

/** Units of length, in both numbers, with what TIMEX3 writes before and after the number. */
export const LENGTHS: ReadonlyMap<string, readonly [before: string, after: string, unit?: Unit]> = new Map([
  ...both('second', 'PT', 'S'),
  ...both('minute', 'PT', 'M'),
  ...both('hour', 'PT', 'H'),
  ...both('day', 'P', 'D', 'day'),
  ...both('night', 'PT', 'NI'),
  ...both('weekend', 'P', 'WE', 'weekend'),
  ...both('week', 'P', 'W', 'week'),
  ...both('fortnight', 'P', 'FN'),
  ...both('month', 'P', 'M', 'month'),
  ...both('quarter', 'P', 'Q', 'quarter'),
  ...both('year', 'P', 'Y', 'year'),
  ...both('decade', 'P', 'DE', 'decade'),
  ['century', ['P', 'CE', 'century']],
  ['centuries', ['P', 'CE', 'century']],
])

function both(
  name: string,
  before: string,
  after: string,
  unit?: Unit,
): (readonly [string, [string, string, Unit?]])[] {
  const written: [string, string, Unit?] = unit ? [before, after, unit] : [before, after]
  return [
    [name, written],
    [`${name}s`, written],
  ]
}

/** The part of the day, as TIMEX3 writes it after the day. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'TMO'],
  ['afternoon', 'TAF'],
  ['evening', 'TEV'],
  ['night', 'TNI'],
])

const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENTHS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const FIRSTS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'

export const UNDER_TWENTY: ReadonlyMap<string, number> = new Map(ONES.split(' ').map((name, i) => [name, i + 1]))
export const TENS: ReadonlyMap<string, number> = new Map(TENTHS.split(' ').map((name, i) => [name, 10 * (i + 2)]))
export const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...FIRSTS.split(' ').map((name, i) => [name, i + 1] as const),
  ['twentieth', 20],
  ['thirtieth', 30],
])
