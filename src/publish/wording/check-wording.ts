// Whether a sentence says no more than the evidence of its line. Nothing is understood here: each check holds words
// against words, by rules that a person can read, and names those that are not borne out.
import type { Line, Miss } from '../../model/edition.ts'
import { checkAdditions } from './check-additions.ts'
import { checkAmounts } from './check-amounts.ts'
import { checkAttribution } from './check-attribution.ts'
import { checkDates } from './check-dates.ts'
import { checkLetters } from './check-letters.ts'
import { checkModality } from './check-modality.ts'
import { checkNames } from './check-names.ts'
import { checkNumbers } from './check-numbers.ts'
import { checkPolarity } from './check-polarity.ts'
import { checkQuoted } from './check-quoted.ts'
import { checkRoles } from './check-roles.ts'
import { checkSubjects } from './check-subjects.ts'
import { groundsOf, type WordingContext } from './grounds.ts'

/**
 * What in a sentence the evidence of its line does not bear out, in the order of the sentence, what is lacking last.
 * The line's own sentence is held against its evidence alone.
 */
export function checkWording(text: string, line: Line, context: WordingContext): Miss[] {
  const grounds = groundsOf(text, line, context)
  const all = CHECKS.flatMap((check) => check(text, grounds))
  const order = ({ span }: Miss): number => span?.start ?? Number.POSITIVE_INFINITY
  const inOrder = all.toSorted((a, b) => order(a) - order(b) || 0)
  const seen = new Set<string>()
  return inOrder.filter(({ kind, words, span }) => {
    const key = `${kind} ${words} ${span?.start ?? ''}`
    return !seen.has(key) && seen.add(key)
  })
}

const CHECKS = [
  checkQuoted,
  checkLetters,
  checkNames,
  checkRoles,
  checkSubjects,
  checkNumbers,
  checkAmounts,
  checkDates,
  checkPolarity,
  checkModality,
  checkAttribution,
  checkAdditions,
]
