// Months: "March 2031", "Dec-2031", "last March", "in March"; not the march, nor Ilse April.
import { dayAt, type Period, two } from './calendar.ts'
import { type Look, type Parsed, standsFree, wordAt } from './look.ts'
import { readMonthName, readYearWords } from './read-month-day.ts'
import { readYear } from './read-number.ts'
import { monthOf } from './read-year.ts'
import { nearestYear } from './resolve-open.ts'
import { WHICH, whichYear } from './which-year.ts'

/** "March 2031", "Dec-2031", "June of 1992", "last March", "in March". */
export function readMonth(look: Look, at: number): Parsed | undefined {
  const by = WHICH.get(wordAt(look, at).text)
  const from = by === undefined ? at : at + 1
  const name = readMonthName(look, from)
  if (!name || (!standsFree(look, from, name.to) && !/^[-/]$/.test(wordAt(look, name.to).text))) return undefined
  const year = readYear(look, /^(?:,|of|in|-|\/)$/.test(wordAt(look, name.to).text) ? name.to + 1 : name.to)
  if (year && by === undefined && !/^\p{L}/u.test(wordAt(look, year.to).isGlued ? wordAt(look, year.to).text : '')) {
    return monthOf(year.to, year.n, name.month)
  }
  const relative = readYearWords(look, name.to)
  if (relative && by === undefined) return monthOf(relative.to, relative.n, name.month)
  const make = (each: number): Period => ({ unit: 'month', start: dayAt(each, name.month, 1) })
  if (by !== undefined) return { to: name.to, type: 'DATE', ...whichYear(look, make, by) }
  if (!isMonth(look, from, name.to)) return undefined
  return { to: name.to, type: 'DATE', near: nearestYear(make), open: `XXXX-${two(name.month)}` }
}

/** "March on the capital", "May said", "April Marrow": month names that name something else. */
function isMonth(look: Look, from: number, to: number): boolean {
  const word = wordAt(look, from)
  const before = wordAt(look, from - 1).text
  const isShort = word.text.length <= 4 && !/^(?:may|june|july)$/.test(word.text)
  if (isShort) return word.isCapital && MONTH_CUES.test(before)
  if (!/^(?:may|march|april|june|august)$/.test(word.text)) return word.isCapital || MONTH_CUES.test(before)
  if (!word.isCapital && (word.text === 'may' || word.text === 'march' || word.text === 'august')) return false
  const after = wordAt(look, to)
  const isName = after.isCapital && !after.isGlued && after.number === undefined
  if (word.text === 'march' && after.text === 'on') return false
  if (isName) return false
  // the April survey, a June vote; not the March was long
  const isBesideNoun =
    /^(?:the|an?|its|his|her|their|this)$/.test(before) && /^\p{Ll}{3,}$/u.test(after.text) && !NO_NOUN.test(after.text)
  return MONTH_CUES.test(before) || isBesideNoun || (before === 'the' && !word.isCapital)
}

const NO_NOUN = /^(?:was|were|has|had|and|that|who|which|for|from|into|through|with|will|would)$/

const MONTH_CUES =
  /^(?:in|of|since|by|until|till|through|during|early|earlier|late|later|mid|between|from|every|each|-|–|before|after|and|to)$/
