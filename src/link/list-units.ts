// The parts of a text that are judged for themselves: its sentences, each with the verdict that the next one gives on it.
import type { Attribution } from '../model/attribution.ts'
import type { Pieces, Span } from '../model/span.ts'
import { foldPhrases } from './stance-events.ts'

/** A text with what is said in it and by whom; no attributions where no reader has been at it. */
export interface ReadText {
  readonly text: string
  readonly sentences: readonly Span[]
  readonly attributions: readonly Attribution[]
}

/** One part, with phrases folded, and the voices in it. */
export interface Unit {
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

/** The parts of the text, in order. */
export function listUnits({ text, sentences, attributions }: ReadText): Unit[] {
  const spans: { start: number; end: number }[] = []
  for (const { start, end } of sentences) {
    const last = spans.at(-1)
    if (last && isVerdictOnLast(text.slice(start, end))) last.end = end
    else spans.push({ start, end })
  }
  return spans.map(({ start, end }) => ({
    text: foldPhrases(text.slice(start, end)),
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

// Did Karsk sell the bridge? No. Posts say that Hale was arrested. They are false.
function isVerdictOnLast(sentence: string): boolean {
  return /^["“]?(?:no|yes|not so|it|that|this|they|these|he|she|the (?:reports?|claims?|rumou?rs?|stor(?:y|ies)))\b/iu.test(
    sentence,
  )
}

function wordsOf(text: string, pieces: Pieces): string {
  return pieces.map(({ start, end }) => text.slice(start, end)).join(' ')
}
