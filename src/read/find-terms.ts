// The terms on which somebody unnamed spoke: "on condition of anonymity because the talks are secret".
import { makeSpan, type Span } from '../model/span.ts'

const TERMS =
  /\bon (?:the )?condition (?:of anonymity|that (?:he|she|they) not be (?:named|identified))[^.,;”"]*|\bspeaking anonymously[^.,;”"]*|\b(?:asked|asking|requested|requesting) (?:not to be (?:named|identified|quoted)|anonymity)[^.,;”"]*|\bnot authori[sz]ed to (?:speak|discuss|comment|talk)[^.,;”"]*|\bwho declined to be (?:named|identified)[^.,;”"]*/i

/** The first such words in the stretch of text, to the next comma or stop. */
export function findTerms(text: string, within: Span): Span | undefined {
  const found = TERMS.exec(text.slice(within.start, within.end))
  const words = found?.[0].trimEnd()
  return found && words
    ? makeSpan(text, within.start + found.index, within.start + found.index + words.length)
    : undefined
}
