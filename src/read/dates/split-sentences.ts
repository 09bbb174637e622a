// Where a sentence ends, near enough for dates: at a line's end, or at a stop before a capital that no short form ends with.
import type { DateWord } from './cut-words.ts'

/** The words of each sentence. A very long one is cut, so that no text costs more than its length. */
export function splitSentences(words: readonly DateWord[], text: string): DateWord[][] {
  const sentences: DateWord[][] = []
  let sentence: DateWord[] = []
  for (const word of words) {
    const last = sentence.at(-1)
    if (last && (endsLine(text, last, word) || endsSentence(sentence, word) || sentence.length >= LONGEST)) {
      sentences.push(sentence)
      sentence = []
    }
    sentence.push(word)
  }
  if (sentence.length > 0) sentences.push(sentence)
  return sentences
}

// A single line's end in the middle of a sentence is where a long line was folded.
function endsLine(text: string, last: DateWord, next: DateWord): boolean {
  if (next.start - last.end < 1) return false
  const between = text.slice(last.end, Math.min(next.start, last.end + 80))
  const lines = between.split('\n').length - 1
  if (lines !== 1) return lines > 1
  return (
    /^[.!?:;"”»)]$/.test(last.text) ||
    (next.isCapital && text.slice(Math.max(0, last.end - FOLD), last.end).includes('\n'))
  )
}

const FOLD = 55 // units; a line this long may have been folded
const LONGEST = 400 // words

function endsSentence(sentence: readonly DateWord[], next: DateWord): boolean {
  const last = sentence.at(-1)
  if (!last || next.isGlued || !(next.isCapital || /^["“‘']$/.test(next.text))) return false
  if (/^[!?]$/.test(last.text)) return true
  if (last.text !== '.') return false
  const before = sentence.at(-2)
  return before !== undefined && !(SHORT.test(before.text) || (before.text.length === 1 && before.number === undefined))
}

const SHORT =
  /^(?:mr|mrs|ms|dr|prof|gen|col|lt|sgt|capt|gov|sen|rep|rev|st|no|vs|jr|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)$/
