// Whom the words of a text name, so that "the envoy", "Ilse Marrow" and "she" are one word to the linker.
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Mention } from '../model/reading.ts'
import { contains, type Span } from '../model/span.ts'
import type { Naming } from './make-statement.ts'

export interface Placed {
  readonly chain: Chain
  readonly mention: Mention
}

/** Mentions of people and bodies: what they name is one, whatever it is called. Countries are one by their words. */
export function listMentions({ reading }: ReadDoc): Placed[] {
  return reading.chains
    .filter(({ kind }) => kind === 'person' || kind === 'organisation')
    .flatMap((chain) => chain.mentions.map((mention) => ({ chain, mention })))
}

/** Mentions inside pieces as namings of the pieces' words joined by blanks; the innermost of two that overlap. */
export function nameWithin(
  pieces: readonly Span[],
  mentions: readonly Placed[],
  keyOf: (chain: Chain) => string | undefined,
): Naming[] {
  const namings: Naming[] = []
  let offset = 0
  for (const piece of pieces) {
    for (const { chain, mention } of mentions) {
      const key = contains(piece, mention.span) ? keyOf(chain) : undefined
      if (key === undefined) continue
      namings.push({
        start: mention.span.start - piece.start + offset,
        end: mention.span.end - piece.start + offset,
        key,
      })
    }
    offset += piece.end - piece.start + 1
  }
  return namings.sort((a, b) => a.end - a.start - (b.end - b.start))
}

/** "We will sign," the envoy said -> we: the envoy. */
export function nameSpeaker(words: string, key: string | undefined): Naming[] {
  if (key === undefined) return []
  const found = words.matchAll(/(?<![\p{L}'’])(?:I|[Ww]e|[Uu]s|[Oo]urs?|[Mm]y|me)(?![\p{L}'’.])/gu)
  return [...found].map((match) => ({ start: match.index, end: match.index + match[0].length, key }))
}
