// Phrases with a common noun, such as "legal experts" or "the constitution", to which "they" or "it" may go back.
import { isHuman, UNNAMED } from './english/people.ts'
import { singular } from './name-unnamed.ts'
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokenise.ts'

/** The phrases around each noun of the range that the test accepts, in the order of the text; outside quotations. */
export function findNominals(scene: Scene, within: Range, accepts: (noun: Token) => boolean): Range[] {
  const { tokens, quotationOf } = scene
  const found: Range[] = []
  for (let at = within.from; at < within.to; at++) {
    const noun = tokens[at]
    if (!noun || !/^(NOUN|PROPN)$/.test(noun.pos) || (quotationOf[at] ?? -1) >= 0 || !accepts(noun)) continue
    if (/^(NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? '') || /^(’s|'s)$/.test(tokens[at + 1]?.text ?? '')) continue
    let from = at
    while (from > within.from && /^(ADJ|NUM|NOUN|PROPN)$/.test(tokens[from - 1]?.pos ?? '')) from -= 1
    if (from > within.from && /^(DET|PRON)$/.test(tokens[from - 1]?.pos ?? '')) from -= 1
    found.push({ from, to: at + 1 })
  }
  return found
}

/** True for the plural of a noun for people: "voters", "officials". */
export function isPeople({ lower }: Token): boolean {
  const one = singular(lower)
  return (one !== lower || /^(people|men|women|police)$/.test(lower)) && isHuman(one)
}

/** True for a noun, in the singular, that is no person: "constitution", "newspaper". */
export function isThing({ lower, text, pos }: Token): boolean {
  return pos === 'NOUN' && singular(lower) === lower && !isHuman(lower) && !UNNAMED.test(lower) && /^\p{Ll}/u.test(text)
}
