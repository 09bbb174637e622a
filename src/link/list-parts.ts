// The parts of a text that are judged for themselves: its sentences, each with the verdict that the next one gives on it.
import type { Attribution } from '../model/attribution.ts'
import { type Span, wordsOf } from '../model/span.ts'
import { findMarks } from './find-marks.ts'
import { foldPhrases } from './fold-phrases.ts'

/** A text with what is said in it and by whom; no attributions where no reader has been at it. */
export interface ReadText {
  readonly text: string
  readonly sentences: readonly Span[]
  readonly attributions: readonly Attribution[]
}

/** One part, with phrases folded, and the voices in it. */
export interface TextPart {
  readonly text: string
  readonly voices: readonly Voice[]
}

/** An attribution by its words. */
export interface Voice {
  readonly act: Attribution['act']
  readonly source: string
  readonly cue: string
  readonly content: string
  readonly isQuoted: boolean
}

const LONGEST = 2000 // UTF-16 units; the longest sentence has a quarter of them, and the patterns look at all of a part

/** The parts of the text, in order, each cut where it is too long for a sentence. */
export function listParts({ text, sentences, attributions }: ReadText): TextPart[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of sentences) {
    const last = spans.at(-1)
    if (last && isVerdictOnLast(text.slice(start, end))) last.end = end
    else spans.push({ start, end })
  }
  return spans.map(({ start, end }) => ({
    text: foldPhrases(text.slice(start, Math.min(end, start + LONGEST))),
    voices: attributions
      .filter(({ cue }) => start <= cue[0].start && cue[0].start < end)
      .map(({ act, source, cue, content, form }) => ({
        act,
        source: source.kind === 'unstated' ? '' : wordsOf(text, source.words),
        cue: wordsOf(text, cue),
        content: foldPhrases(wordsOf(text, content)),
        isQuoted: form === 'direct',
      })),
  }))
}

// Did Karsk sell the bridge? No. Posts say that Hale was arrested. They are false. But: It did not say why.
function isVerdictOnLast(sentence: string): boolean {
  if (/^["“]?(?:no|yes|not so)\b/iu.test(sentence)) return true
  const isOnIt = /^["“]?(?:it|that|this|they|these|the (?:reports?|claims?|rumou?rs?|stor(?:y|ies)))\b/iu.test(sentence)
  return isOnIt && findMarks(sentence.slice(0, LONGEST)).verdict !== undefined
}
