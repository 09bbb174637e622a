// What a denial denies is its verb. "denied that it had sold the bridge" is not about the claim that the bridge was
// guarded, and "denied that it had mined the pass" is not about the claim that the pass is mined: the one denies a deed,
// the other tells of a state, whoever brought it about.
import type { Alignment } from './align-statements.ts'
import { isGrammar } from './common-words.ts'
import { isNegator } from './find-negations.ts'
import type { Statement, Term } from './make-statement.ts'
import type { Word } from './split-words.ts'
import { headStem } from './synonyms.ts'

const HAVE: ReadonlySet<string> = new Set('had has have did do does will would could can may might'.split(' '))
const BE: ReadonlySet<string> = new Set('is are was were be been being'.split(' '))
const TELLING = 0.55

/** True where the verb of the denied words has its counterpart in the claim, and both tell of a deed or of a state. */
export function deniesVerb(claim: Statement, denied: Statement, { pairs }: Alignment): boolean {
  const verb = findVerb(denied)
  const term = termOf(denied, verb)
  if (!verb || !term) return true
  const [counterpart] = pairs.find(([, other]) => other === term) ?? []
  if (!counterpart) return false
  const at = claim.words.findIndex(({ start }) => start === counterpart.start)
  return verb.isPassive || !isState(claim.words, at)
}

/** A verb by the first of its synonyms, and whether it tells of a deed: "offer" of "has offered to leave", no deed in "is ready". */
export interface PutVerb {
  readonly head: string
  readonly isDeed: boolean
}

/** The verb of what is put; undefined where it has none of weight. */
export function verbOf(statement: Statement): PutVerb | undefined {
  const verb = findVerb(statement)
  const term = termOf(statement, verb)
  return verb && term && { head: headStem(term.stem), isDeed: !verb.isPassive }
}

// The verb as a term of weight, if it is one.
function termOf({ terms, words }: Statement, verb: Verb | undefined): Term | undefined {
  const term = verb && terms.find(({ start }) => start === words[verb.at]?.start)
  return term && term.weight >= TELLING && !term.isName ? term : undefined
}

interface Verb {
  readonly at: number // of its word
  readonly isPassive: boolean
}

// The first word of meaning after the first auxiliary: "had [never] mined", "was [still] mined".
function findVerb({ words }: Statement): Verb | undefined {
  const from = words.findIndex(({ folded }) => HAVE.has(folded) || BE.has(folded))
  if (from < 0) return undefined
  const at = words.findIndex((word, place) => place > from && !isBetween(word))
  return at < 0 ? undefined : { at, isPassive: isState(words, at) || BE.has(words[from]?.folded ?? '') }
}

// "was still mined", but not "was mined by Veldania", which tells who did it, and not "was mining".
function isState(words: readonly Word[], at: number): boolean {
  if (words[at]?.folded.endsWith('ing') || words[at + 1]?.folded === 'by') return false
  const before = words.slice(0, Math.max(0, at)).findLast((word) => !isAdverb(word))
  return before !== undefined && BE.has(before.folded)
}

function isBetween(word: Word): boolean {
  return isGrammar(word.folded) || isAdverb(word)
}

function isAdverb(word: Word): boolean {
  return (
    isNegator(word) || word.folded.endsWith('ly') || /^(?:still|already|again|ever|also|now|once)$/.test(word.folded)
  )
}
