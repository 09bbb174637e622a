// Two who change places: Belvar shelled Zemlin villages / Zemlin shelled Belvar villages. Each accuses the other, and neither says what the
// other says, however many words they share.
import { hasSameRoot } from './align-statements.ts'
import { isGrammar } from './common-words.ts'
import type { Statement } from './make-statement.ts'
import type { Word } from './split-words.ts'

// They met, they signed it with each other: whoever is named first, it is one thing
const MUTUAL =
  /^(?:meets?|met|meeting|talks?|talked|negotiat(?:e|es|ed)|agree[ds]?|sign(?:s|ed)?|trad(?:e|es|ed)|exchang(?:e|es|ed)|swap(?:s|ped)?|shar(?:e|es|ed)|join(?:s|ed)?|disput(?:e|es|ed)|clash(?:es|ed)?|fought|fights?|resum(?:e|es|ed)|discuss(?:es|ed)?|cooperat(?:e|es|ed))$/
const LED = 3 // words back: by the president of Zemlin
const NEAR = 6 // words from the beginning, among which the verb is
// shelled by Zemlin, talks with Zemlin, an offer from Zemlin: what the name hangs on tells who acts
const TELLS_WHO = /^(?:by|with|from|and|between|or|nor)$/

/** In one the first acts on the other, and in the other it is the other way round, in a sentence. */
export function findTurned(a: Statement, b: Statement): string | undefined {
  const [x, y] = [subjectOf(a), subjectOf(b)]
  if (!x || !y || isSame(x, y)) return undefined
  if ([a, b].some(({ words }) => words.slice(1, NEAR).some(({ folded }) => MUTUAL.test(folded)))) return undefined
  if (!isActedOn(a, x, y) || !isActedOn(b, y, x)) return undefined
  return `in one it is "${x.folded}" who acts on the other, and in the other "${y.folded}"`
}

// A name that begins the statement. The first word has its capital in any case: that it is a name shows in the other. Of "it" that stands
// for a government, the land.
function subjectOf({ text, words }: Statement): Word | undefined {
  const first: (Word & { readonly of?: string }) | undefined = words[0]?.folded === 'that' ? words[1] : words[0]
  if (first?.of !== undefined && isGrammar(first.folded)) return { ...first, folded: first.of, stem: first.of }
  const isCapital = first !== undefined && /^\p{Lu}/u.test(text.slice(first.start))
  return isCapital && !isGrammar(first.folded) ? first : undefined
}

// The other stands further on, as a name that no "by" or "with" leads to.
function isActedOn({ words }: Statement, subject: Word, other: Word): boolean {
  const at = words.findIndex((word, place) => place > 1 && isSame(word, other) && !isSame(word, subject))
  return (
    at >= 0 &&
    words[at]?.isName === true &&
    !words.slice(Math.max(0, at - LED), at).some(({ folded }) => TELLS_WHO.test(folded))
  )
}

function isSame(a: Word, b: Word): boolean {
  const [one, two] = [bareOf(a), bareOf(b)]
  return a.stem === b.stem || one === two || hasSameRoot(one, two)
}

function bareOf({ folded }: Word): string {
  return folded.replace(/'s$|'$/, '')
}
