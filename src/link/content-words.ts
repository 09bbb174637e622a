// What an attribution says, in the words that are compared: with who acts in it, without its cue and without asides. The
// same words are made a statement of and, where the doc is read, a vector.
import type { Attribution } from '../model/attribution.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { contains, type Span, wordsOf } from '../model/span.ts'
import { withSubject } from './choose-words.ts'

export interface ContentWords {
  readonly pieces: Attribution['content']
  readonly words: string // as long as the pieces are, so that places in one are places in the other
}

/** The words of an attribution's content. */
export function wordsOfContent(read: ReadDoc, attribution: Attribution): ContentWords {
  const pieces = withSubject(read, attribution)
  return { pieces, words: withoutAside(withoutCue(wordsOf(read.doc.text, pieces), pieces[0], attribution)) }
}

// Corvenia, which arms Karsk, had seen the paper -> Corvenia, … had seen the paper; all else stays in its place.
function withoutAside(words: string): string {
  return words.replace(/(?<=\p{L}), (?:which|who|whose)\s[^,;:.!?"“”]*,(?=\s\p{L})/gu, (aside) =>
    ' '.repeat(aside.length),
  )
}

// Karsk will reportedly sign -> Karsk will … sign: "reportedly" says on whose word, not what.
function withoutCue(words: string, piece: Span, { cue: [cue] }: Attribution): string {
  if (!contains(piece, cue)) return words
  const [start, end] = [cue.start - piece.start, cue.end - piece.start]
  return words.slice(0, start) + ' '.repeat(end - start) + words.slice(end)
}
