// Whom the words of a text name, so that "the envoy", "Ilse Marrow" and "she" are one word to the linker.
import type { Entity } from '../model/claim.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Chain, Mention } from '../model/reading.ts'
import { contains, type Span } from '../model/span.ts'
import { findState } from './find-state.ts'
import type { Naming } from './make-statement.ts'
import { splitWords } from './split-words.ts'

export interface PlacedMention {
  readonly chain: Chain
  readonly mention: Mention
}

type Named = Pick<Entity, 'id' | 'kind' | 'offices'>

/** Mentions of people and bodies: what they name is one, whatever it is called. Countries are one by their words. */
export function listMentions({ reading }: ReadDoc): PlacedMention[] {
  return reading.chains
    .filter(({ kind }) => kind === 'person' || kind === 'organisation')
    .flatMap((chain) => chain.mentions.map((mention) => ({ chain, mention })))
}

/** Mentions inside pieces as namings of the pieces' words joined by blanks; the innermost of two that overlap. */
export function nameWithin(
  pieces: readonly Span[],
  mentions: readonly PlacedMention[],
  entityOf: (chain: Chain) => Named | undefined,
): Naming[] {
  const namings: Naming[] = []
  let offset = 0
  for (const piece of pieces) {
    for (const { chain, mention } of mentions) {
      const entity = contains(piece, mention.span) ? entityOf(chain) : undefined
      if (!entity) continue
      const state = findState(entity)
      namings.push({
        start: mention.span.start - piece.start + offset,
        end: mention.span.end - piece.start + offset,
        key: entity.id,
        ...(state && { of: state }),
      })
    }
    offset += piece.end - piece.start + 1
  }
  return namings.sort((a, b) => a.end - a.start - (b.end - b.start))
}

/** "We will sign," the envoy said -> we: the envoy. */
export function nameSpeaker(words: string, speaker: Named | undefined): Naming[] {
  if (!speaker) return []
  const state = findState(speaker)
  const found = words.matchAll(/(?<![\p{L}'’])(?:I|[Ww]e|[Uu]s|[Oo]urs?|[Mm]y|me)(?![\p{L}'’.])/gu)
  return [...found].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    key: speaker.id,
    ...(state && { of: state }),
  }))
}

/** "They would not discuss it," the Karskans had told Halvia -> they: Karsk, of whose words it is the subject. */
export function nameSubject(words: string, speaker: (Named & Pick<Entity, 'name'>) | undefined): Naming[] {
  if (speaker?.kind === 'person') return nameSelf(words, speaker)
  if (speaker?.kind !== 'government' && speaker?.kind !== 'organisation') return []
  const [lead, before = ''] =
    /^(\W*(?:that\s+)?)(?:they|it)(?= (?:will|would|shall|could|can|may|might|had|have|has|were|was|are|is|did|do|does|never)\b)/iu.exec(
      words,
    ) ?? []
  const [name] = splitWords(speaker.name, true).filter(({ isName }) => isName)
  if (lead === undefined || !name) return []
  return [{ start: before.length, end: lead.length, key: speaker.id, of: name.stem }]
}

// He opposed the dam, Hale said: what somebody thinks and feels is their own, and another's is another claim
function nameSelf(words: string, { id }: Named): Naming[] {
  const [whole, before = ''] = SELF.exec(words) ?? []
  return whole === undefined ? [] : [{ start: before.length, end: whole.length, key: id }]
}

const SELF =
  /^((?:that\s+)?)(?:he|she)(?= (?:(?:\p{L}+ly|also|still|always|never|had|has) )?(?:oppos|support|believ|th(?:ink|ought)|fe(?:el|lt)|regret|hop(?:e|ed)|want|doubt|welcom|agree|disagree|(?:is|was) (?:\p{L}+ly )?(?:confident|sure|certain|happy|sorry|disappointed|worried|shocked|proud|concerned|optimistic|grateful))\p{L}*\b)/iu
