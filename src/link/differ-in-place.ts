// Whether two statements name another place after the same small word: will meet in Brenn / will meet in Halm.
import { hasSameRoot } from './align-statements.ts'
import type { Statement } from './make-statement.ts'

const LEADING = /^(?:in|at|near|off|outside)$/
const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** The small word, and the place that each names after it, where these are two. */
export function findOtherPlace(a: Statement, b: Statement): string | undefined {
  const [placesA, placesB] = [placesOf(a), placesOf(b)]
  const [lead] = [...placesA.keys()].filter((word) => placesB.has(word))
  if (lead === undefined) return undefined
  const [inA, inB] = [placesA.get(lead) ?? [], placesB.get(lead) ?? []]
  if (inA.some((x) => [...placesB.values()].flat().some((y) => x === y || hasSameRoot(x, y)))) return undefined
  if (inB.some((y) => [...placesA.values()].flat().some((x) => x === y || hasSameRoot(x, y)))) return undefined
  return `one is ${lead} "${inA[0]}", the other ${lead} "${inB[0]}"`
}

function placesOf({ words, text }: Statement): Map<string, string[]> {
  const places = new Map<string, string[]>()
  words.forEach((word, at) => {
    const lead = words[at - 1]?.folded ?? ''
    const isPlace = LEADING.test(lead) && word.isName && !word.isNumber && /^\p{Lu}/u.test(text.slice(word.start))
    if (!isPlace || CALENDAR.test(word.folded) || /'s$/.test(word.folded)) return
    places.set(lead, [...(places.get(lead) ?? []), word.folded])
  })
  return places
}
