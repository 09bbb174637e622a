// Where an outlet puts a claim forward in its own voice, with no source in the sentence.
import { cite } from '../model/evidence.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { overlaps, type Span } from '../model/span.ts'
import type { ClaimIndex, Draft } from './claim-index.ts'
import { nearestOf } from './find-nearest.ts'
import { isBody } from './make-contents.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import type { Who } from './match-entities.ts'
import { listMentions, nameWithin, type PlacedMention } from './name-mentions.ts'

/** A sentence in which an outlet puts a claim forward in its own voice. */
export interface Voiced {
  readonly draft: Draft
  readonly sentence: Span
}

/** "Karsk has offered a truce.", in a report that gives nobody's word for that claim elsewhere. */
export function findOwnVoice(
  own: readonly OwnSentence[],
  found: readonly { readonly draft: Draft }[],
  index: ClaimIndex,
): Voiced[] {
  const attributed = new Set(found.map(({ draft }) => draft.number))
  return own.flatMap(({ sentence, statement }): Voiced[] => {
    const match = nearestOf(statement, index, { ease: 0 })
    if (!match || match.isContrary || attributed.has(match.draft.number)) return []
    attributed.add(match.draft.number)
    return [{ draft: match.draft, sentence }]
  })
}

/** A sentence in which nobody is quoted or said to have said anything, and what it says. */
export interface OwnSentence {
  readonly sentence: Span
  readonly statement: Statement
}

/** The sentences of the body in which nobody is quoted or said to have said anything, with what they say. */
export function listOwnSentences(read: ReadDoc, who: Who): OwnSentence[] {
  const { attributions, quotations, sentences } = read.reading
  const taken = [...attributions.flatMap(({ cue, content }) => [...cue, ...content]), ...quotations]
  const mentions = listMentions(read)
  return sentences
    .filter((sentence) => isBody(read, sentence.start) && !taken.some((span) => overlaps(span, sentence)))
    .map((sentence) => ({ sentence, statement: stateSentence(read, sentence, mentions, who) }))
}

/** What a sentence of a doc says, with whom it names. */
export function stateSentence(read: ReadDoc, sentence: Span, mentions: readonly PlacedMention[], who: Who): Statement {
  const namings = nameWithin([sentence], mentions, (chain) => who.get(chain.id))
  const { published } = read.doc
  return { ...makeStatement(cite(read.doc, sentence).quote, namings), ...(published && { printed: published }) }
}
