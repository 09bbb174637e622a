// How much of it: "all", "only", "some", "most", "partly" say a number without a figure. What widens a statement does
// not come in, and what narrows it does not go.
import type { Miss } from '../../model/edition.ts'
import { isLeftOut } from './find-clauses.ts'
import { findQuoted } from './find-quoted.ts'
import type { LineGrounds } from './grounds.ts'
import { splitWords } from './split-words.ts'

const WIDE =
  /^(?:all|every|everyone|everything|entire|entirely|whole|wholly|fully|full|completely|complete|total|totally|always|ever|any|anyone|most|mostly|many|unanimously|unanimous|permanently|permanent|immediately|widely|repeatedly|majority|none|both|hundreds|dozens)$/
const NARROW =
  /^(?:only|some|part|partly|partially|partial|few|mainly|largely|temporarily|temporary|initially|sometimes|occasionally|limited|conditionally|half|briefly)$/

/** `All prisoners`, of "some prisoners", is a miss; so is "withdraw its troops" of "partly withdraw its troops". */
export function checkAmounts(text: string, grounds: LineGrounds): Miss[] {
  if (grounds.isRuled) return []
  const words = splitWords(text)
  const quoted = findQuoted(text)
  const known = new Set(
    [...grounds.ruledWords, ...grounds.pieces.flatMap((piece) => piece.words)].map(({ lower }) => lower),
  )
  if (grounds.ruledWords.some(({ lower }) => lower === 'two')) known.add('both')
  for (const [i, { lower }] of words.entries())
    if (lower === 'part' && /^(?:take|takes|took|taken|taking)$/.test(words[i - 1]?.lower ?? '')) known.add('part')
  const added = words.filter(
    ({ lower, start, end }) =>
      (WIDE.test(lower) || NARROW.test(lower)) &&
      !known.has(lower) &&
      !quoted.some(({ span }) => span.start <= start && end <= span.end),
  )
  const stems = new Set(words.map(({ stem }) => stem))
  const dropped = grounds.ruledWords.filter(
    ({ lower }, at) =>
      NARROW.test(lower) && !words.some((word) => NARROW.test(word.lower)) && !isLeftOut(grounds.ruledWords, at, stems),
  )
  return [
    ...added.map(({ text: said, start, end }): Miss => ({ kind: 'number', words: said, span: { start, end } })),
    ...dropped.map(({ text: said }): Miss => ({ kind: 'number', words: said })),
  ]
}
