// Where an outlet puts a claim forward in its own voice, with no source in the sentence.
import { cite } from '../model/evidence.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { ClaimIndex, Draft } from './claim-index.ts'
import { nearestOf } from './find-nearest.ts'
import { isBody } from './make-contents.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import type { Entities } from './match-entities.ts'
import { listMentions, nameWithin, type Placed } from './name-mentions.ts'

/** A sentence in which an outlet puts a claim forward in its own voice. */
export interface Voiced {
  readonly draft: Draft
  readonly at: number
  readonly sentence: Span
}

/** "Karsk has offered a truce.", in a report that gives nobody's word for that claim elsewhere. */
export function findOwnVoice(
  read: ReadDoc,
  at: number,
  found: readonly { readonly draft: Draft }[],
  index: ClaimIndex,
  entities: Entities,
): Voiced[] {
  const attributed = new Set(found.map(({ draft }) => draft))
  const { attributions, quotations, sentences } = read.reading
  const taken = [...attributions.flatMap(({ cue, content }) => [...cue, ...content]), ...quotations]
  const mentions = listMentions(read)
  return sentences.flatMap((sentence): Voiced[] => {
    if (!isBody(read, sentence.start) || taken.some((span) => overlaps(span, sentence))) return []
    const match = nearestOf(stateSentence(read, sentence, mentions, entities), index, { ease: 0 })
    if (!match || match.isContrary || attributed.has(match.draft)) return []
    attributed.add(match.draft)
    return [{ draft: match.draft, at, sentence }]
  })
}

/** What a sentence of a doc says, with whom it names. */
export function stateSentence(
  read: ReadDoc,
  sentence: Span,
  mentions: readonly Placed[],
  { entityOf }: Entities,
): Statement {
  const namings = nameWithin([sentence], mentions, (chain) => entityOf(read.doc.id, chain.id))
  return makeStatement(cite(read.doc, sentence).quote, namings)
}
