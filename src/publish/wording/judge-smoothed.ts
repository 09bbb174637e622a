// What a model made of a line, taken or left. Only a sentence that passes every check and uses no words of its own takes
// the ruled one's place; whatever else came back is a reason.
import type { Line } from '../../model/edition.ts'
import { checkEdition } from '../check-edition.ts'
import { splitCitation } from './ask-smoother.ts'
import { checkWording } from './check-wording.ts'
import { findOwnWords } from './find-own-words.ts'
import { groundsOf, type WordingContext } from './grounds.ts'

export type Smoothed = { readonly line: Line } | { readonly why: string }

/** The line with the model's sentence, `by` naming the model, or why the ruled sentence stands. */
export function judgeSmoothed(said: string, line: Line, by: string, context: WordingContext): Smoothed {
  const { body, citation } = splitCitation(line.text)
  const sentence = sentenceIn(said)
  if (sentence === undefined) return { why: 'the answer is not the JSON that was asked for' }
  const shape = whyNotShape(sentence, body)
  if (shape) return { why: shape }
  const text = citation === '' ? sentence : `${sentence.replace(/(?<![.…])\.$/, '')}${citation}`
  if (text === line.text) return { why: 'unchanged' }
  const misses = checkWording(text, line, context)
  if (misses.length > 0) {
    const [{ kind, words, span } = { kind: 'quoted', words: '', span: undefined }] = misses
    return { why: `${span ? '' : 'lacks '}${kind}: ${words}` }
  }
  const [own] = findOwnWords(text, groundsOf(text, line, context))
  if (own !== undefined) return { why: `words of its own: ${own.text}` }
  const { refs: _, reworded: before, ...kept } = line
  const reworded: Line = { ...kept, text, reworded: { by, ruled: before?.ruled ?? line.text, misses: [] } }
  const [breach] = checkEdition(editionOf(reworded), context.findDoc)
  return breach ? { why: breach.reason } : { line: reworded }
}

// Some give the JSON, some the sentence alone; nothing else is looked for in what they say.
function sentenceIn(said: string): string | undefined {
  const text = said.trim()
  if (!/^[{[]/.test(text)) return text
  try {
    const value: unknown = JSON.parse(text)
    const sentence = typeof value === 'object' && value !== null && 'sentence' in value ? value.sentence : undefined
    return typeof sentence === 'string' ? sentence.trim() : undefined
  } catch {
    return undefined
  }
}

function whyNotShape(sentence: string, body: string): string | undefined {
  if (sentence === '') return 'empty'
  if (sentence.length > body.length * 1.5 + 40) return 'too long'
  if (sentence.length < body.length * 0.4) return 'too short'
  if (!sentence.isWellFormed() || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(sentence)) return 'control characters'
  if (/[<>`*_[\]{}\\|#~^=]|&#?\w+;/.test(sentence)) return 'markup'
  if (/:\/\/|\bwww\.|@|\.(?:com|org|net|example)\b/i.test(sentence)) return 'a link'
  if (/[()]/.test(sentence)) return 'brackets of its own'
  if (countSentences(sentence) > countSentences(body)) return 'more sentences than there were'
  return undefined
}

function countSentences(text: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text)].length
}

function editionOf(line: Line): Parameters<typeof checkEdition>[0] {
  const sections = [{ kind: 'lead', items: [{ lines: [line] }] }] as const
  return { id: line.id as never, week: '', asOf: { number: 0, before: '' as never }, sections }
}
