// The words of an attribution as a person puts them right: each found in the report where it is nearest to what was read.
import type { CorrectedWords, LookedAt, Target } from '../model/decision.ts'
import { ReadoutError } from '../model/errors.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { findWords } from '../model/reanchor.ts'
import { makeSpan, type NonEmpty, type Span } from '../model/span.ts'
import type { Targets } from './make-target.ts'

/** Words of a report, or where they stand in its text. */
export type Words = string | Span

/** The pieces as they should be, in the order of the text; what is left out stays as it was read. */
export interface Correction {
  readonly source?: readonly Words[]
  readonly cue?: readonly Words[]
  readonly content?: readonly Words[]
}

interface About {
  readonly read: ReadDoc
  readonly what: Target
  readonly targets: Targets
}

/** The words looked at. Throws USAGE where none are given, DECISION_REFUSED where the report does not have them. */
export function makeCorrection({ source, cue, content }: Correction, about: About): CorrectedWords {
  const made = {
    ...(source?.length && { source: look(source, about) }),
    ...(cue?.length && { cue: look(cue, about) }),
    ...(content?.length && { content: look(content, about) }),
  }
  if (Object.keys(made).length > 0) return made
  const cure = 'give the words as they should be with --source, --cue or --content'
  throw new ReadoutError('USAGE', `correct puts other words in the place of those read; ${cure}`)
}

function look(words: readonly Words[], { read, what, targets }: About): NonEmpty<LookedAt> {
  const spans = words.map((piece) => (typeof piece === 'string' ? findNear(piece, read, what) : spanAt(piece, read)))
  const [first, ...others] = spans.map((span) => targets.lookIn(read, span))
  if (!first) throw new Error('words were given, and none looked at')
  return [first, ...others]
}

function spanAt({ start, end }: Span, { doc }: ReadDoc): Span {
  try {
    return makeSpan(doc.text, start, end)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ReadoutError('DECISION_REFUSED', `${doc.name}: ${error.message}; mark whole characters of the report`)
  }
}

function findNear(words: string, { doc }: ReadDoc, { words: [cue] }: Target): Span {
  const away = ({ start }: Span): number => Math.abs(start - cue.span.start)
  const [nearest] = findWords(words, doc.text).toSorted((a, b) => away(a) - away(b))
  if (nearest) return nearest
  throw new ReadoutError('DECISION_REFUSED', `"${words}" does not stand in ${doc.name}; copy the words from the report`)
}
