// Two printed forms of one quotation: what the later printing did to the earlier. Word by word (Myers' difference,
// from the package diff), since house styles change case, dashes and marks and readers are told nothing by that.
// 'translated' is never given: it needs the language of each form, and a reader for more than English.
import { diffArrays } from 'diff'
import type { Change, Verdict } from '../model/quote-match.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { isNegator } from './find-negations.ts'
import { splitWords, type Word } from './split-words.ts'

export interface QuoteComparison {
  readonly verdict: Verdict
  readonly changes: readonly Change[] // spans are UTF-16 units into each form as given
}

const FARTHEST = 2000 // words cut or added; two forms farther apart than that are not one remark

/** The difference word by word; beyond FARTHEST the whole is one replacement, since finding more would take minutes. */
function differenceOf(earlier: string[], later: string[]): { value: string[]; added: boolean; removed: boolean }[] {
  const whole = [
    { value: earlier, added: false, removed: true },
    { value: later, added: true, removed: false },
  ].filter(({ value }) => value.length > 0)
  return diffArrays(earlier, later, { maxEditLength: FARTHEST }) ?? whole
}

/** A change with the words on each side, and where it stands. */
interface Edit {
  readonly earlier: readonly Word[]
  readonly later: readonly Word[]
  readonly gap: string // the later form between the words before and after the change
  readonly gapEarlier: string
  readonly isEdge: boolean
}

const PARAPHRASE_BELOW = 0.5 // share of the shorter form's words that the other has in the same order

/** Compares two printed forms. Never throws; two forms without words are verbatim if both are, else a paraphrase. */
export function compareQuotes(first: string, second: string): QuoteComparison {
  const [earlier, later] = [first.toWellFormed(), second.toWellFormed()] // of equal length, so offsets stay
  const wordsA = splitWords(earlier)
  const wordsB = splitWords(later)
  const { edits, kept } = findEdits(earlier, later, wordsA, wordsB)
  const changes = edits.map((edit) => makeChange(earlier, later, edit))
  if (edits.length === 0) return { verdict: 'verbatim', changes }
  const shorter = Math.min(wordsA.length, wordsB.length)
  if (shorter === 0 || kept / shorter < PARAPHRASE_BELOW) return { verdict: 'paraphrase', changes }
  const silent = edits.filter((edit) => !isDeclared(edit))
  if (silent.length === 0) return { verdict: 'verbatim', changes }
  return { verdict: silent.every(isTrim) ? 'trimmed' : 'altered inside marks', changes }
}

function findEdits(
  textA: string,
  textB: string,
  wordsA: readonly Word[],
  wordsB: readonly Word[],
): { edits: Edit[]; kept: number } {
  const edits: Edit[] = []
  let [a, b, kept] = [0, 0, 0]
  let pending: { fromA: number; fromB: number } | undefined
  const flush = (): void => {
    if (!pending) return
    const { fromA, fromB } = pending
    pending = undefined
    const [earlier, later] = [wordsA.slice(fromA, a), wordsB.slice(fromB, b)]
    if (joined(earlier) === joined(later)) {
      kept += Math.min(earlier.length, later.length) // "cease-fire" is "ceasefire"
      return
    }
    const isEdge = (fromA === 0 && fromB === 0) || (a === wordsA.length && b === wordsB.length)
    const gap = textB.slice(wordsB[fromB - 1]?.end ?? 0, wordsB[b]?.start ?? textB.length)
    const gapEarlier = textA.slice(wordsA[fromA - 1]?.end ?? 0, wordsA[a]?.start ?? textA.length)
    edits.push({ earlier, later, gap, gapEarlier, isEdge })
  }
  for (const part of differenceOf(wordsA.map(keyOf), wordsB.map(keyOf))) {
    const count = part.value.length
    if (part.added || part.removed) {
      pending ??= { fromA: a, fromB: b }
      if (part.added) b += count
      else a += count
    } else {
      flush()
      a += count
      b += count
      kept += count
    }
  }
  flush()
  return { edits, kept }
}

// "two" is "2", "U.S." is "US"; every other word must be the same word.
function keyOf({ isNumber, stem, folded }: Word): string {
  return isNumber ? stem : folded
}

function joined(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join('')
}

// "[Karsk] will not … sign": brackets and an ellipsis tell the reader, unless the words cut turn the sense round.
function isDeclared(edit: Edit): boolean {
  if (isBracketed(edit.later, edit.gap) || isBracketed(edit.earlier, edit.gapEarlier)) return true
  const hasEllipsis = /\.\.\.|…|\. \. \./.test(edit.later.length === 0 ? edit.gap : edit.gapEarlier)
  const isCutOnly = edit.later.length === 0 || edit.earlier.length === 0
  return isCutOnly && hasEllipsis && !turnsSense(edit)
}

function isBracketed(words: readonly Word[], gap: string): boolean {
  return words.length > 0 && /^[^\p{L}\p{N}]*\[[^\]]*\][^\p{L}\p{N}]*$/u.test(gap)
}

function isTrim(edit: Edit): boolean {
  const isCutOnly = edit.later.length === 0 || edit.earlier.length === 0
  return isCutOnly && edit.isEdge && !turnsSense(edit)
}

// "not true" printed as "true" is no trimming. A whole sentence that holds a "not" of its own may go.
function turnsSense({ earlier, later, isEdge, gap, gapEarlier }: Edit): boolean {
  const words = earlier.length > 0 ? earlier : later
  if (isEdge && /[.!?;]/.test(earlier.length > 0 ? gapEarlier : gap)) return false
  return words.some(isNegator)
}

function makeChange(earlier: string, later: string, edit: Edit): Change {
  const before = spanOf(earlier, edit.earlier)
  const after = spanOf(later, edit.later)
  const kind = before && after ? 'replaced' : before ? 'cut' : 'added'
  return { kind, ...(before && { earlier: before }), ...(after && { later: after }) }
}

function spanOf(text: string, words: readonly Word[]): Span | undefined {
  const [first, last] = [words[0], words.at(-1)]
  return first && last ? makeSpan(text, first.start, last.end) : undefined
}
