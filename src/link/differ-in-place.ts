// Whether two statements name another place after the same small word: will meet in Brenn / will meet in Halm.
import { type Alignment, hasSameRoot } from './align-statements.ts'
import { DAYS, MONTHS } from './differ-in-time.ts'
import type { Statement } from './make-statement.ts'

const LEADING = /^(?:in|at|near|off|outside)$/
const HOUSE = /^(?:parliament|congress|senate|council|court|assembly|cabinet|house)$/ // it stands in some place
const ALIKE = 0.75 // of their weight: of two that have less in common a place may be one within the other

/**
 * The small word, and the place that each names after it, where these are two. Of two sentences that are nearly the same the place is what
 * they differ in; of others only what is denied is taken by its place.
 */
export function findOtherPlace(
  a: Statement,
  b: Statement,
  { score }: Alignment,
  isDenial: boolean,
): string | undefined {
  if (score < ALIKE && !isDenial) return undefined
  const [placesA, placesB] = [placesOf(a), placesOf(b)]
  const [lead] = [...placesA.keys()].filter((word) => placesB.has(word))
  if (lead === undefined) return undefined
  const [inA, inB] = [[...placesA.values()].flat(), [...placesB.values()].flat()]
  const isShared = inA.some((x) => inB.some((y) => isSame(x, y)))
  return isShared
    ? undefined
    : `one is ${lead} "${placesA.get(lead)?.[0]}", the other ${lead} "${placesB.get(lead)?.[0]}"`
}

// Lebanon, South Lebanon; St Petersburg, Saint Petersburg
function isSame(x: string, y: string): boolean {
  const [one, other] = [x.split(' '), y.split(' ')]
  return one.some((a) => other.some((b) => a === b || hasSameRoot(a, b)))
}

function placesOf({ words, text }: Statement): Map<string, string[]> {
  const places = new Map<string, string[]>()
  words.forEach(({ folded: lead }, before) => {
    const at = before + 1
    if (!LEADING.test(lead)) return
    let end = at
    while (words[end]?.isName === true && !words[end]?.isNumber && /^\p{Lu}/u.test(text.slice(words[end]?.start)))
      end += 1
    const name = words.slice(at, end).map(({ folded }) => folded)
    if (
      name.length === 0 ||
      name.some((one) => DAYS.test(one) || MONTHS.test(one) || HOUSE.test(one)) ||
      /'s$/.test(name.at(-1) ?? '')
    )
      return
    places.set(lead, [...(places.get(lead) ?? []), name.join(' ')])
  })
  return places
}
