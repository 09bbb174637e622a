// Which words of an attribution stand for its claim: with the one who offers, without "that", without marks.
import type { Attribution } from '../model/attribution.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { splitWords } from './split-words.ts'

/** Veldania has offered to leave the dam: "to leave the dam" is no claim without who offered it. */
export function withSubject(text: string, { act, source, cue, content }: Attribution): Attribution['content'] {
  const [first] = content
  if (act === 'declines to comment') return content
  if (source.kind === 'unstated' || content.length > 1 || !/^to\s/i.test(text.slice(first.start, first.end)))
    return content
  const subject = source.words[0]
  const isInOrder = subject.end <= cue[0].start && (cue.at(-1) ?? cue[0]).end <= first.start
  const isOneSentence = !/[.!?]["”’]?\s/.test(text.slice(subject.end, first.start))
  return isInOrder && isOneSentence ? [makeSpan(text, subject.start, first.end)] : content
}

/**
 * One span for evidence: the whole content if it is one piece, else its longest piece of four words or more, else all
 * from the first piece to the last, with the words between.
 */
export function chooseSpan(text: string, pieces: Attribution['content']): Span {
  const longest = [...pieces].sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? pieces[0]
  const isEnough = pieces.length === 1 || splitWords(text.slice(longest.start, longest.end)).length >= 4
  const last = pieces.at(-1) ?? pieces[0]
  return isEnough ? trimSpan(text, longest) : makeSpan(text, pieces[0].start, last.end)
}

// that the offer stands, -> the offer stands: the claim without the word that joins it to its cue.
function trimSpan(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end)
  const lead = /^(?:\s|[,:])*(?:that\s+)?/i.exec(words)?.[0].length ?? 0
  const tail = /[\s,;:]*$/.exec(words)?.[0].length ?? 0
  const isRest = lead + tail < words.length && words.slice(lead, words.length - tail).isWellFormed()
  return isRest ? makeSpan(text, span.start + lead, span.end - tail) : span
}

/** A quotation without its marks and the comma that its sentence needs; undefined where nothing is left. */
export function withoutMarks(text: string, { start, end }: Span): Span | undefined {
  const words = text.slice(start, end)
  const lead = /^["“”'‘’«»„\s]*/.exec(words)?.[0].length ?? 0
  const tail = /["“”'‘’«»„\s,]*$/.exec(words)?.[0].length ?? 0
  if (lead + tail >= words.length) return undefined
  return makeSpan(text, start + lead, end - tail)
}
