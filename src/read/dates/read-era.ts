// Decades and centuries: "the 1990s", "the '90s", "the nineties", "the 20th century".
import { dayAt, periodOf } from './calendar.ts'
import { type Look, type Parsed, wordAt } from './look.ts'
import { readOrdinal, readYear } from './read-number.ts'

/** "the 1990s", "the nineties", "the 20th century". */
export function readEra(look: Look, at: number): Parsed | undefined {
  const from = wordAt(look, at).text === 'the' ? at + 1 : at
  const year = readYear(look, from)
  const plural = wordAt(look, from + 1)
  const quoted = /^['’]$/.test(plural.text) && plural.isGlued ? wordAt(look, from + 2) : plural
  if (year && year.n % 10 === 0 && quoted.text === 's' && quoted.isGlued) {
    const unit = year.n % 100 === 0 && year.n < 2000 ? 'century' : 'decade'
    return { to: quoted === plural ? from + 2 : from + 3, type: 'DATE', period: periodOf(unit, dayAt(year.n, 1, 1)) }
  }
  const isTheCut = from > at && /^['’‘]$/.test(wordAt(look, from).text)
  const spoken = from > at ? DECADES.get(wordAt(look, from).text) : undefined
  if (spoken !== undefined)
    return { to: from + 1, type: 'DATE', period: periodOf('decade', dayAt(1900 + spoken, 1, 1)) }
  const cut = isTheCut ? from + 1 : from
  const short = wordAt(look, cut)
  if (from > at && short.number !== undefined && short.end - short.start === 2 && short.number % 10 === 0) {
    const s = wordAt(look, cut + 1)
    const start = short.number < 30 ? 2000 + short.number : 1900 + short.number
    if (s.text === 's' && s.isGlued)
      return { to: cut + 2, type: 'DATE', period: periodOf('decade', dayAt(start, 1, 1)) }
  }
  const nth = readOrdinal(look, from)
  if (!nth || nth.n < 10 || nth.n > 22) return undefined
  const to = /^[-–]$/.test(wordAt(look, nth.to).text) ? nth.to + 1 : nth.to
  if (wordAt(look, to).text !== 'century') return undefined
  return { to: to + 1, type: 'DATE', period: { unit: 'century', start: dayAt((nth.n - 1) * 100, 1, 1) } }
}

const DECADES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    twenties: 20,
    thirties: 30,
    forties: 40,
    fifties: 50,
    sixties: 60,
    seventies: 70,
    eighties: 80,
    nineties: 90,
  }),
)
