// A silence is printed as what it was: a refusal, no answer, and nobody reached are three events. The words follow the
// report's own.
import { wordsOf } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'

// The report's words -> the words that stand beside a claim; the first that fits.
const BESIDE: readonly (readonly [RegExp, string])[] = [
  [/\bneither confirm(?:ed)?\s+nor den/i, 'would neither confirm nor deny it'], // would neither confirm nor deny the account
  [/\bnot confirm or deny/i, 'would neither confirm nor deny it'],
  [/\b(?:not|refused to|declined to) confirm/i, 'would not confirm it'], // would not confirm it
  [/\b(?:not be|not|un)\s*reach(?:ed|able)/i, 'could not be reached'], // could not be reached for comment
  [/\b(?:not|never) (?:immediately )?respond/i, 'did not respond'], // did not respond to three messages
  [/\b(?:not|never) (?:immediately )?repl/i, 'did not reply'], // did not reply to a letter
  [/\b(?:not|never) (?:immediately )?answer/i, 'did not answer'], // did not answer questions about the exchange
  [/\bno (?:\p{L}+ )?comment/iu, 'had no comment'], // had no immediate comment
  [/\b(?:not|declined to|refused to|to) comment/i, 'declined to comment'],
]

/**
 * What stands behind the names of those who were silent: "declined to comment", "did not reply". Undefined where the
 * silence is about another matter: "would not say how he knew".
 */
export function silenceWords({ doc, attribution }: Saying): string | undefined {
  const cue = wordsOf(doc.text, attribution.cue)
  const content = wordsOf(doc.text, attribution.content)
  const said = `${cue} ${content}`
  const found = BESIDE.find(([pattern]) => pattern.test(said))?.[1]
  if (found) return found
  if (attribution.silence === 'not reached') return 'could not be reached'
  if (attribution.silence === 'no answer') return 'did not answer'
  // "would not say whether it was so" is about the claim; "would not say how he knew" is about something beside it
  if (/\bsay\b/i.test(cue)) return /^whether\b/i.test(content) ? 'would not say whether it was so' : undefined
  return 'declined to comment'
}
