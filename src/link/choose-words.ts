// Which words of an attribution stand for its claim: with the one who offers, without "that", without marks.
import { isSilent } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { makeSpan, type Span } from '../model/span.ts'
import { splitWords } from './split-words.ts'

/**
 * The content with the one who acts in it. Veldania has offered to leave the dam: "to leave the dam" is no claim without
 * who offered it; nor is "sign a pact" of "Karsk will reportedly sign a pact".
 */
export function withSubject({ doc: { text }, reading }: ReadDoc, attribution: Attribution): Attribution['content'] {
  const { act, source, cue, content } = attribution
  const [first] = content
  if (isSilent(act) || content.length > 1) return content
  if (source.kind === 'unstated') return [withClause(text, reading.sentences, attribution)]
  if (!/^to\s/i.test(text.slice(first.start, first.end))) return content
  const subject = source.words[0]
  const isInOrder = subject.end <= cue[0].start && (cue.at(-1) ?? cue[0]).end <= first.start
  const isOneSentence = !/[.!?]["”’]?\s/.test(text.slice(subject.end, first.start))
  return isInOrder && isOneSentence ? [makeSpan(text, subject.start, first.end)] : content
}

const CLAUSE_LONGEST = 80 // characters before "reportedly"

// In Askevar, the ministry has reportedly sold a ferry -> the ministry has reportedly sold a ferry.
function withClause(text: string, sentences: readonly Span[], { cue, content: [first] }: Attribution): Span {
  const isBare =
    /^\s*$/.test(text.slice(cue[0].end, first.start)) && /^\p{Ll}/u.test(text.slice(first.start, first.end))
  const from = sentences.findLast(({ start }) => start <= cue[0].start)?.start
  if (!isBare || from === undefined || cue[0].end > first.start) return first
  const lead = text.slice(from, cue[0].start)
  const clause = /[^,;:.!?"“”—–\n]*$/.exec(lead)?.[0].trimStart() ?? ''
  const isSubject = clause.length <= CLAUSE_LONGEST && /^[\p{L}\p{N}].*\p{L}/u.test(clause)
  return isSubject ? makeSpan(text, cue[0].start - clause.length, first.end) : first
}

/**
 * One span for evidence: the whole content if it is one piece, else its longest piece of four words or more, else all
 * from the first piece to the last, with the words between.
 */
export function chooseSpan(text: string, pieces: Attribution['content']): Span {
  const longest = longestOf(pieces)
  const isEnough = pieces.length === 1 || isLong(text, longest)
  const last = pieces.at(-1) ?? pieces[0]
  return isEnough ? trimSpan(text, longest) : makeSpan(text, pieces[0].start, last.end)
}

/**
 * The words that stand for a claim, in the pieces that they are quoted from. "You cannot lend a river," she said, "and
 * you cannot post it back" is one remark, with an ellipsis where she is named; of two sentences the longer stands alone.
 */
export function chooseWording(text: string, pieces: Attribution['content']): { wording: string; spans: Span[] } {
  const longest = trimSpan(text, longestOf(pieces))
  const bare = pieces.map((piece) => withoutMarks(text, piece)).flatMap((span) => (span ? [wordsAt(text, span)] : []))
  const isGoingOn = bare.slice(1).some((words) => /^\p{Ll}/u.test(words))
  if (bare.length < 2 || !(isGoingOn || !isLong(text, longest)))
    return { wording: wordsAt(text, longest), spans: [longest] }
  const [opening] = /^["“]/.exec(wordsAt(text, pieces[0])) ?? ['']
  const [closing] = /["”]$/.exec(wordsAt(text, pieces.at(-1) ?? pieces[0])) ?? ['']
  return { wording: `${opening}${bare.join(' … ')}${closing}`, spans: pieces.map((piece) => trimSpan(text, piece)) }
}

function longestOf(pieces: Attribution['content']): Span {
  return [...pieces].sort((a, b) => b.end - b.start - (a.end - a.start))[0] ?? pieces[0]
}

function isLong(text: string, span: Span): boolean {
  return splitWords(wordsAt(text, span)).length >= 4
}

function wordsAt(text: string, { start, end }: Span): string {
  return text.slice(start, end)
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
