// Which words of a sentence stand under a "not". Scope by clause: from the negator to the next boundary, at most a few
// words on, as in NegEx (Chapman and others, 2001), so that two nots in two clauses do not cancel each other.
import { isGrammar } from './common-words.ts'
import type { Word } from './split-words.ts'
import { stemWord } from './stem-word.ts'

const NEGATORS: ReadonlySet<string> = new Set(
  `not no never none nothing neither nor cannot hardly deny refuse unwilling reluctant fail refus`.split(' '),
)
// "would not speak about a truce without Karsk": the not ends before "without", which says on what terms.
const BOUNDARIES: ReadonlySet<string> = new Set(
  'but that which who if unless because since although though while without until when where and'.split(' '),
)
const REACH = 5 // content words under one negator: "never made any kind of binding proposal"

/** For each word, true where it stands under a negator. The negator itself does not. */
export function findNegations(text: string, words: readonly Word[]): boolean[] {
  const isNegated = words.map(() => false)
  words.forEach((word, at) => {
    if (!isNegator(word)) return
    let left = REACH
    for (let next = at + 1; next < words.length && left > 0; next++) {
      const here = words[next]
      const before = words[next - 1]
      if (!here || !before || BOUNDARIES.has(here.folded)) break
      if (/[,;:.!?"“”—–]/.test(text.slice(before.end, here.start))) break
      isNegated[next] = true
      if (!isGrammar(here.folded)) left--
    }
  })
  return isNegated
}

/** True for the words that turn a clause round. */
export function isNegator({ folded, stem }: Word): boolean {
  return NEGATORS.has(folded) || NEGATORS.has(stem) || folded.endsWith("n't")
}

// Other words for no: "declined to name him" is "would not name him", "without naming him" is "and did not name him".
const OTHER_NOES: ReadonlySet<string> = new Set(
  `without unless except nobody nowhere failure refusal denial decline reject rejection unable lack dont doesnt didnt
  wont cant isnt arent wasnt werent hasnt havent hadnt couldnt wouldnt shouldnt`
    .split(/\s+/)
    .map(stemWord),
)

/** True where some word says no, in whatever way. */
export function saysNo(words: readonly Word[]): boolean {
  return words.some((word) => isNegator(word) || OTHER_NOES.has(word.stem))
}
