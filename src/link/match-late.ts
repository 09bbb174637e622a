// The claim that an answer is about where its own report does not tell: a denial often arrives before the story, or in a
// report that tells of the claim in nobody's words.

import type { Span } from '../model/span.ts'
import type { ClaimIndex } from './claim-index.ts'
import { deniesNot, findNearest, nearestOf } from './find-nearest.ts'
import { stateSentence } from './find-own-voice.ts'
import { pointersOf } from './find-pointers.ts'
import { type Content, isBody } from './make-contents.ts'
import type { Statement } from './make-statement.ts'
import type { Found } from './match-doc.ts'
import type { Who } from './match-entities.ts'
import { listMentions } from './name-mentions.ts'
import { isTruth, pointsAtReport } from './pointing-words.ts'
import { headStem } from './synonyms.ts'

export const EASE_OF_SENTENCE = 0.1

/**
 * A denial in a report that puts nothing forward itself: of a claim that came later, or of the one that a sentence around
 * it tells of ("Karsk denied on Friday that …" under a headline that names the offer).
 */
export function matchLate(content: Content, isAlone: boolean, index: ClaimIndex, who: Who): Found | undefined {
  const own = content.isPointer ? undefined : findNearest(content, index)
  if (own) return { ...own, content, isOuter: false }
  if (deniesNot(content)) return undefined
  const { read } = content
  for (const { sentence, statement } of listAround(content, isAlone, who)) {
    const match = nearestOf(statement, index, { ease: EASE_OF_SENTENCE })
    if (match) {
      const where = isBody(read, sentence.start) ? 'a sentence beside it' : 'the headline above it'
      return { draft: match.draft, content, isContrary: false, isOuter: false, because: `${where} tells of the claim` }
    }
  }
  return undefined
}

// In a report that puts nothing forward each of its sentences, the nearest first. In another those just before that have the word by which
// the answer points: "Asked about an offer to withdraw, Hale said that she had misheard. He repeated that no such offer had been made."
function* listAround(
  content: Content,
  isAlone: boolean,
  who: Who,
): Generator<{ sentence: Sentence; statement: Statement }> {
  const heads = new Set(
    pointersOf(content.statement)
      .filter((stem) => !pointsAtReport(stem) && !isTruth(stem))
      .map(headStem),
  )
  if (!isAlone && heads.size === 0) return
  const { read } = content
  const start = content.attribution.content[0].start
  const mentions = listMentions(read)
  const own = read.reading.sentences.findIndex((one) => one.start <= start && start < one.end)
  const near = isAlone
    ? [...read.reading.sentences].sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start))
    : own < 0
      ? []
      : read.reading.sentences.slice(Math.max(0, own - SENTENCES_BEFORE), own).reverse()
  for (const sentence of near) {
    const statement = stateSentence(read, askedIn(read.doc.text, sentence), mentions, who)
    if (isAlone || statement.terms.some(({ stem }) => heads.has(headStem(stem)))) yield { sentence, statement }
  }
}

const SENTENCES_BEFORE = 2

// Asked about [an offer to withdraw], Hale said that she had misheard.
function askedIn(text: string, { start, end }: Sentence): Span {
  const [whole, lead = ''] = /^((?:when )?asked (?:about|whether|if) )[^,;.]+(?=,)/i.exec(text.slice(start, end)) ?? []
  return whole === undefined ? { start, end } : { start: start + lead.length, end: start + whole.length }
}

type Sentence = Content['read']['reading']['sentences'][number]

/** What a late match goes by: the answer's own words, and the sentences that may tell what it answers. */
export function statesLate(content: Content, isAlone: boolean, who: Who): Statement[] {
  const own = content.isPointer ? [] : [content.statement]
  return [...own, ...[...listAround(content, isAlone, who)].map(({ statement }) => statement)]
}
