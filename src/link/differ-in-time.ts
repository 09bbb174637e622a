// Whether two statements tell of different days: by their names, and by when each was printed, since "on Tuesday" and "overnight" are told
// from the day of the report.
import type { Statement } from './make-statement.ts'

/** The names of days, in small letters. */
export const DAYS = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/
/** The names of months, in small letters. */
export const MONTHS = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/
const DAY_MS = 86_400_000

// words told from the day of the report, and how many days apart two reports are that mean another day or week by them
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:yesterday|tonight|overnight|tomorrow)$/, 3],
  [DAYS, 7],
]
const WEEK = 8 // days, for "last week" and "next week"

/** Why they tell of different days, in a few words. */
export function differInTime(a: Statement, b: Statement): string | undefined {
  if (differInName(a, b)) return 'they name different days'
  if (differInHalf(a, b)) return 'they name different halves of the day'
  return isOfOtherWeek(a, b) ? 'they were printed too far apart to mean one day' : undefined
}

// will sign on Friday / will sign on Monday: two claims, or one that moved; joining them would hide that.
function differInName(a: Statement, b: Statement): boolean {
  return [DAYS, MONTHS].some((names) => {
    const [daysA, daysB] = [daysOf(a, names), daysOf(b, names)]
    return daysA.length > 0 && daysB.length > 0 && !daysA.some((day) => daysB.includes(day))
  })
}

// just after 9 a.m. / just after 9 p.m.
function differInHalf({ text: a }: Statement, { text: b }: Statement): boolean {
  const halves = [a, b].map((text) => /\b\d{1,2}(?::\d\d)? ?([ap])\.?m\b/i.exec(text)?.[1]?.toLowerCase())
  return halves[0] !== undefined && halves[1] !== undefined && halves[0] !== halves[1]
}

function daysOf({ words }: Statement, names: RegExp): string[] {
  return words.filter(({ folded, isName }) => isName && names.test(folded)).map(({ folded }) => folded)
}

// struck the bridge on Tuesday, on the 5th / struck the bridge on Tuesday, on the 12th; but: the bridge that was struck last Tuesday
function isOfOtherWeek(a: Statement, b: Statement): boolean {
  if (a.printed === undefined || b.printed === undefined) return false
  const dayOf = (printed: string): number => Date.parse(printed.slice(0, 10)) / DAY_MS
  const apart = Math.abs(dayOf(a.printed) - dayOf(b.printed))
  if (RELATIVE.some(([words, days]) => apart >= days && isToldBy(a, words) && isToldBy(b, words))) return true
  return apart >= WEEK && namesWeek(a) && namesWeek(b)
}

function isToldBy({ words }: Statement, which: RegExp): boolean {
  const at = words.findIndex(({ folded }) => which.test(folded))
  if (at < 0 || /^(?:last|good|bloody|black)$/.test(words[at - 1]?.folded ?? '')) return false // last Tuesday; the Good Friday Agreement
  return !words.slice(Math.max(0, at - 2), at + 4).some(({ folded, isNumber }) => isNumber || MONTHS.test(folded)) // Friday, June 11: by its date
}

function namesWeek({ words }: Statement): boolean {
  return words.some(
    ({ folded }, at) => /^(?:week|weekend)$/.test(folded) && /^(?:last|next|this)$/.test(words[at - 1]?.folded ?? ''),
  )
}
