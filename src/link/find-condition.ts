// On what terms something is done or refused: without whom, unless or if what. "Would only sign if" is "would not sign unless".
import { isNegator } from './find-negations.ts'
import { frameOf } from './frame-words.ts'
import type { Word } from './split-words.ts'

/** The words of a clause that say on what terms. */
export interface ConditionSpan {
  readonly kind: 'except' | 'if'
  readonly from: number // places of words
  readonly to: number
}

const EXCLUDING = /^(?:exclud(?:e|es|ed|ing)|bypass(?:es|ed|ing)?|sidestep(?:s|ped|ping)?|omit(?:s|ted|ting)?)$/

// would not speak about a truce [without Karsk]; no talks [that exclude Ostmere]; not willing to talk [if Ostmere was not there];
// no talks [behind Ostmere's back]
/** The terms that a clause names, if it does. */
export function findCondition(words: readonly Word[]): ConditionSpan | undefined {
  const isRefused = words.some(isNegative)
  for (const [from, { folded, stem }] of words.entries()) {
    if (folded === 'without' || folded === 'unless' || folded === 'until') {
      if (folded === 'until' && !isRefused) continue
      return { kind: 'except', from, to: endOf(words, from) }
    }
    if (folded === 'if' && from > 0) {
      const to = endOf(words, from)
      const isNot = words.slice(from, to).some((word) => isNegator(word) || /^(?:absent|excluded)$/.test(word.folded))
      const isOnly = words.slice(0, from).some((word) => word.folded === 'only')
      return { kind: isNot || isOnly ? 'except' : 'if', from, to }
    }
    if (isRefused && (EXCLUDING.test(folded) || stem === 'exclud'))
      return { kind: 'except', from, to: endOf(words, from) }
    if (isRefused && folded === 'behind' && words.slice(from, from + 4).some((word) => word.folded === 'back'))
      return { kind: 'except', from, to: from + 4 }
  }
  return undefined
}

const LONGEST_CONDITION = 12

function endOf(words: readonly Word[], from: number): number {
  return Math.min(words.length, from + LONGEST_CONDITION)
}

function isNegative(word: Word): boolean {
  return (
    isNegator(word) || frameOf(word.folded, undefined) === 'refuse' || word.stem === 'reject' || word.folded === 'only'
  )
}
