// The clauses of a statement, so that what one says of its matter is not laid to another's.
import type { Statement } from './make-statement.ts'
import type { Word } from './split-words.ts'

const AUXILIARY =
  /^(?:is|are|was|were|has|have|had|will|would|shall|can|could|did|does|do|may|might|must|never|wo|would)(?:n't)?$/
const TELLING =
  /^(?:told|informed|assured|said|signal(?:ed|led)?|signals|announced|warned|stressed|insisted|added|noted)$/
const LEAD_LONGEST = 30 // words before "that"

export interface Clause {
  readonly words: readonly Word[]
  readonly lead: readonly Word[] // who told it to whom: it says nothing of the matter
}

/** The clauses, in order. */
export function splitClauses({ text, words }: Statement): Clause[] {
  const clauses: { words: Word[]; lead: Word[] }[] = []
  let clause: (typeof clauses)[number] | undefined
  for (const [at, word] of words.entries()) {
    const before = words[at - 1]
    const gap = before ? text.slice(before.end, word.start) : ''
    if (!clause || isBoundary(words, at, { gap, before: clause.words })) {
      clause = { words: [], lead: [] }
      clauses.push(clause)
    }
    // Marrow told the envoy that [Karsk would leave]
    if (word.folded === 'that' && isLead(clause.words)) clause.lead.push(...clause.words.splice(0))
    else clause.words.push(word)
  }
  return clauses.filter((one) => one.words.length > 0)
}

function isLead(words: readonly Word[]): boolean {
  return words.length <= LEAD_LONGEST && words.some(({ folded }) => TELLING.test(folded))
}

/** True for auxiliaries and for words that the stemmer took a past ending off. */
export function isVerb({ folded, stem, isNumber }: Word): boolean {
  return AUXILIARY.test(folded) || (stem !== folded && !isNumber && !/s$|s'$|ing$/.test(folded))
}

// Karsk would talk about grain [but would not …]; will leave [and has …]; …, [leading to the collapse of the talks]
function isBoundary(
  words: readonly Word[],
  at: number,
  { gap, before }: { gap: string; before: readonly Word[] },
): boolean {
  const word = words[at]
  if (!word) return false
  if (/[;:!?]|\.\s| [–—] /.test(gap)) return true
  if (/^(?:but|while|whereas|though|although|nor)$/.test(word.folded)) return true
  if (/,\s*$/.test(gap) && /^[a-z]+ing$/.test(word.folded) && word.folded !== 'including') return true
  if (word.folded !== 'and' || !before.some(isVerb)) return false // Karsk and Halvia will meet: one subject
  return words.slice(at + 1, at + 4).some(({ folded }) => AUXILIARY.test(folded))
}
