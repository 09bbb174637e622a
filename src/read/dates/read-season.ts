// Seasons of the northern year: "the fall of 2030", "last summer"; not the fall of the regime, nor a spring meeting.
import { dayAt, type Period, SEASON_VALUES } from './calendar.ts'
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readYearWords } from './read-month-day.ts'
import { readYear } from './read-number.ts'
import { nearestYear } from './resolve-open.ts'
import { SEASONS } from './time-words.ts'
import { WHICH, whichYear } from './which-year.ts'

/** "the fall of 2030", "last summer", "winter 2030", "this spring". */
export function readSeason(look: Look, at: number): Parsed | undefined {
  const { text } = wordAt(look, at)
  const by = WHICH.get(text)
  const from = by !== undefined || text === 'the' ? at + 1 : at
  const month = SEASONS.get(wordAt(look, from).text)
  if (month === undefined || !standsFree(look, from, from + 1)) return undefined
  const make = (year: number): Period => ({ unit: 'season', start: dayAt(year, month, 1) })
  const to = from + 1
  const linked = /^(?:of|,)$/.test(wordAt(look, to).text) ? to + 1 : to
  const year = readYear(look, linked)
  const relative = readYearWords(look, to)
  if (year && by === undefined && standsFree(look, linked, year.to))
    return { to: year.to, type: 'DATE', period: make(year.n) }
  if (relative && by === undefined) return { to: relative.to, type: 'DATE', period: make(relative.n) }
  if (by !== undefined) return { to, type: 'DATE', ...whichYear(look, make, by) }
  const before = wordAt(look, at - 1).text
  const isCued = /^(?:in|during|since|by|until|of|through|early|late|mid|before|after|-)$/.test(before)
  const after = wordAt(look, to).text
  const isPlain = text === 'the' ? isCued && !/^(?:in|of|\p{L}+)$/u.test(after) : isCued && from === at
  const isAlone = before === '' && after === ',' && wordAt(look, from).text !== 'fall'
  if (!isPlain && !isAlone && !(isCued && /^(?:and|that|but|when|as|after|before|the)$/.test(after))) return undefined
  return { to, type: 'DATE', near: nearestYear(make), open: `XXXX-${SEASON_VALUES[(month / 3) % 4]}` }
}
