// Numbers of a sentence stand in its evidence, with the same unit, for the same thing and no less vague; a count of
// reports and origins is the one that the rules had made.
import type { Miss } from '../../model/edition.ts'
import type { LineGrounds } from './grounds.ts'
import { limitOf, readDates } from './read-dates.ts'
import { type NumberWords, readNumbers } from './read-numbers.ts'
import { splitWords, type Word } from './split-words.ts'

// What the rules themselves count.
const COUNTED = /^(?:report|origin|outlet|other|version|reprint|statement|deny|refusal|request|answer|confirm|correct)$/

/** `at least 140 prisoners` does not bear out "140 prisoners", "at least 14 prisoners" nor "at least 140 guards". */
export function checkNumbers(text: string, grounds: LineGrounds): Miss[] {
  const words = splitWords(text)
  const own = numbersOf(words)
  const evidence = grounds.pieces.map((piece) => numbersOf(piece.words))
  const ruled = numbersOf(grounds.ruledWords)
  const known = [...evidence.flat(), ...(grounds.isRuled ? ruled.filter(isCount) : ruled)]
  const years = [grounds.ruledWords, ...grounds.pieces.map((piece) => piece.words)].flatMap((each) =>
    readDates(each).map(({ kind, key, year }) => (kind === 'year' ? key : year)),
  )
  const misses = own.flatMap((number): Miss[] => {
    if (years.includes(number.value)) return [] // "the 2029 photograph"
    const isBound = !isBoundElse(number, known)
    if (isBound && known.some((other) => isSame(number, other))) return []
    const isOthers = known.some(({ value, isOrdinal }) => value === number.value && !isOrdinal === !number.isOrdinal)
    if (isBound && isOthers && !isSwapped(number, known) && isVagueAlike(number, known)) return []
    const span = { start: words[number.first]?.start ?? 0, end: words[number.last]?.end ?? text.length }
    return [{ kind: 'number', words: text.slice(span.start, span.end), span }]
  })
  return [...misses, ...checkScores(words, text, grounds)]
}

type Bounded = NumberWords & ReturnType<typeof limitOf>

function numbersOf(words: readonly Word[]): Bounded[] {
  const dated = readDates(words)
  return readNumbers(words)
    .filter(({ first, last }) => !dated.some((date) => date.first <= last && first <= date.last))
    .map((number) => ({ ...number, ...limitOf(words, number.first) }))
}

// "after ten days" of "within ten days"
function isBoundElse(number: Bounded, known: readonly Bounded[]): boolean {
  const { value, limit } = number
  const bounds = known.flatMap((other) => (other.value === value && other.limit !== undefined ? [other.limit] : []))
  return limit !== undefined && TIMES.test(number.unit ?? '') && bounds.length > 0 && !bounds.includes(limit)
}

const TIMES = /^(?:second|minute|hour|day|night|week|month|year|decade)$/

function isCount({ noun }: NumberWords): boolean {
  return noun !== undefined && COUNTED.test(noun)
}

function isSame(a: NumberWords, b: NumberWords): boolean {
  return (
    a.value === b.value && a.unit === b.unit && a.about === b.about && a.noun === b.noun && a.isOrdinal === b.isOrdinal
  )
}

// The thing counted may be worded otherwise, but not as what another number of the evidence counts.
function isSwapped(number: NumberWords, known: readonly NumberWords[]): boolean {
  const same = known.filter(({ value }) => value === number.value)
  if (isCount(number)) return !same.some(({ noun }) => noun === number.noun)
  if (number.unit !== undefined || same.every(({ unit }) => unit !== undefined))
    return !same.some(({ unit }) => unit === number.unit)
  const isElse = known.some(({ value, noun }) => value !== number.value && noun !== undefined && noun === number.noun)
  return isElse && !same.some(({ noun }) => noun === number.noun)
}

function isVagueAlike({ value, about }: NumberWords, known: readonly NumberWords[]): boolean {
  return known.some((other) => other.value === value && other.about === about)
}

// "58 to 39", "17-16": a score keeps its order.
function checkScores(words: readonly Word[], text: string, { pieces, ruledWords }: LineGrounds): Miss[] {
  const known = [...pieces.flatMap((piece) => scoresOf(piece.words)), ...scoresOf(ruledWords)].map(({ key }) => key)
  return scoresOf(words).flatMap(({ key, first, last }): Miss[] => {
    const [a, b] = key.split(':')
    if (known.includes(key) || !known.includes(`${b}:${a}`)) return []
    const span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? text.length }
    return [{ kind: 'number', words: text.slice(span.start, span.end), span }]
  })
}

function scoresOf(words: readonly Word[]): { key: string; first: number; last: number }[] {
  const numbers = readNumbers(words)
  return numbers.flatMap((number, i) => {
    const next = numbers[i + 1]
    const between =
      next &&
      words
        .slice(number.last + 1, next.first)
        .map(({ lower }) => lower)
        .join(' ')
    const isScore = between !== undefined && /^(?:to|-|–|votes to|against|in favour and|for and)$/.test(between)
    return next && isScore ? [{ key: `${number.value}:${next.value}`, first: number.first, last: next.last }] : []
  })
}
