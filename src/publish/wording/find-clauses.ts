// Which words of a sentence belong together: cut at marks and at the words that open another clause.
import { isPlain } from './plain-words.ts'
import type { Word } from './split-words.ts'

const OPENS =
  /^(?:and|but|or|while|although|though|because|which|who|whose|that|when|where|after|before|since|unless|until|if|as)$/

/** The number of the clause that each word stands in. */
export function findClauses(words: readonly Word[]): number[] {
  let clause = 0
  return words.map(({ isMark, lower, text }) => {
    if ((isMark && !/^['’-]$/.test(text)) || OPENS.test(lower)) clause++
    return clause
  })
}

/** True where nothing of a clause's own matter is left in another sentence: it was left out as a whole. */
export function isLeftOut(words: readonly Word[], at: number, left: ReadonlySet<string>): boolean {
  const clauses = findClauses(words)
  const matter = words.filter(
    ({ isMark, lower, text }, i) => clauses[i] === clauses[at] && !isMark && !isPlain(lower) && !/^\p{Lu}/u.test(text),
  )
  return matter.length > 1 && matter.every(({ stem }) => !left.has(stem))
}
