// Which words of a sentence stand under a "not". Scope by clause: from the negator to the next boundary, at most a few
// words on, as in NegEx (Chapman and others, 2001), so that two nots in two clauses do not cancel each other.
import { isGrammar } from './common-words.ts'
import type { Word } from './split-words.ts'
import { stemWord } from './stem-word.ts'

const NEGATORS: ReadonlySet<string> = new Set(
  `not no never none nothing neither nor cannot hardly deny refuse unwilling reluctant fail refus`.split(' '),
)
// "would not speak about a truce without Karsk": the not ends before "without", which says on what terms; "did not know
// whether the dam was sold": what is not known may be so.
const BOUNDARIES: ReadonlySet<string> = new Set(
  'but that which who if unless because since although though while without until when where and whether how why what'.split(
    ' ',
  ),
)
// "did not dispute the dam had been sold", "nobody doubts it": so it was, whatever stands after
const UNDISPUTED = /^(?:disput|doubt|den(?:y|i)|contest)/
// "no secret the dam was sold", "no question Karsk bought it"; but no secret talks, no question about the dam
const NO_SECRET = /^(?:secret|question)$/
const UNDISPUTED_FAR = 2 // words: "did not seriously dispute"
const REACH = 5 // content words under one negator: "never made any kind of binding proposal"

/** For each word, true where it stands under a negator. The negator itself does not. */
export function findNegations(text: string, words: readonly Word[]): boolean[] {
  const isNegated = words.map(() => false)
  let undisputed = -1
  words.forEach((word, at) => {
    if (!isNegator(word) || at === undisputed || isMerely(words, at)) return
    undisputed = findUndisputed(words, at)
    if (undisputed > at) return
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

// nothing less than its future is at stake; nothing matters more than peace: so it is, all the more
function isMerely(words: readonly Word[], at: number): boolean {
  const [next, second, third] = [1, 2, 3].map((step) => words[at + step]?.folded ?? '')
  if (words[at]?.folded !== 'nothing') return false
  return (
    /^(?:less|short|but)$/.test(next ?? '') || (/^(?:more|less|better|worse)$/.test(second ?? '') && third === 'than')
  )
}

// The place of the "dispute" that a negator before it turns round; -1 where there is none.
function findUndisputed(words: readonly Word[], at: number): number {
  const near = words.slice(at + 1, at + 1 + UNDISPUTED_FAR).findIndex(({ folded }, place) => {
    const next = words[at + 2 + place]
    const isClause =
      next === undefined || next.isName || /^(?:that|the|an?|his|her|its|their|he|she|it|they)$/.test(next.folded)
    return UNDISPUTED.test(folded) || (NO_SECRET.test(folded) && isClause)
  })
  return near < 0 ? -1 : at + 1 + near
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
