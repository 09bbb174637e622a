// The claim that an answer is about where its own report does not tell: a denial often arrives before the story, or in a
// report that tells of the claim in nobody's words.
import type { ClaimIndex } from './claim-index.ts'
import { deniesNot, findNearest, nearestOf } from './find-nearest.ts'
import { stateSentence } from './find-own-voice.ts'
import { type Content, isBody } from './make-contents.ts'
import type { Statement } from './make-statement.ts'
import type { Found } from './match-doc.ts'
import type { Who } from './match-entities.ts'
import { listMentions } from './name-mentions.ts'

export const EASE_OF_SENTENCE = 0.1

/**
 * A denial in a report that puts nothing forward itself: of a claim that came later, or of the one that a sentence around
 * it tells of ("Karsk denied on Friday that …" under a headline that names the offer).
 */
export function matchLate(content: Content, isAlone: boolean, index: ClaimIndex, who: Who): Found | undefined {
  const own = content.isPointer ? undefined : findNearest(content, index)
  if (own) return { ...own, content, isOuter: false }
  if (!isAlone || deniesNot(content)) return undefined
  const { read } = content
  const start = content.attribution.content[0].start
  const near = [...read.reading.sentences].sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
  const mentions = listMentions(read)
  for (const sentence of near) {
    const match = nearestOf(stateSentence(read, sentence, mentions, who), index, { ease: EASE_OF_SENTENCE })
    if (match) {
      const where = isBody(read, sentence.start) ? 'a sentence beside it' : 'the headline above it'
      return { draft: match.draft, content, isContrary: false, isOuter: false, because: `${where} tells of the claim` }
    }
  }
  return undefined
}

/** What a late match goes by: the answer's own words, and in a report that puts nothing forward each of its sentences. */
export function statesLate(content: Content, isAlone: boolean, who: Who): Statement[] {
  const own = content.isPointer ? [] : [content.statement]
  if (!isAlone) return own
  const { read } = content
  const mentions = listMentions(read)
  return [...own, ...read.reading.sentences.map((sentence) => stateSentence(read, sentence, mentions, who))]
}
