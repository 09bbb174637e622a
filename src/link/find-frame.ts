// What a clause does about its matter: offers it, refuses it, asks for it … The first word that says so decides; a noun such as
// "the offer" only where no verb does.
import type { ConditionSpan } from './find-condition.ts'
import { isNegator } from './find-negations.ts'
import { type Frame, frameOf } from './frame-words.ts'
import type { Word } from './split-words.ts'

const MODAL = /^(?:will|would|shall|could|can|may|might|must|should)$/
// withdrew its offer; but withdrew its troops
const TAKEN_BACK =
  /^(?:recognition|offers?|proposals?|support|backing|consent|candidacy|requests?|complaints?|bids?|demands?|objections?|threats?|promises?)$/
// dismissed the offer; but dismissed the secretary
const SAID_NOUN = /^(?:offers?|proposals?|calls?|demands?|suggestions?|ideas?|plans?|requests?|appeals?|notions?)$/
const READY_TO = /^(?:open|ready|prepared|willing)$/
// "the offer", "his suggestions": a noun, so that the clause is about what becomes of it
const BEFORE_NOUN =
  /^(?:a|an|the|his|her|its|their|our|any|no|such|this|that|of|kind|formal|new|every|peace|truce|ceasefire)$|'s$|s'$/

// hackers may have shut it down; Belvar should send troops: neither did, or will
function frameOfModal(modal: string | undefined): Frame {
  return /^(?:may|might|could)$/.test(modal ?? '')
    ? 'possible'
    : /^(?:should|must)$/.test(modal ?? '')
      ? 'ought'
      : 'plan'
}

/** The frame of a clause and the place of the word that gives it; `words` has gaps where its terms stand. */
export function findFrame(
  words: readonly (Word | undefined)[],
  terms: ConditionSpan['kind'] | undefined,
): { frame: Frame; at: number } {
  let modal: number | undefined
  let noun: number | undefined
  for (const [at, word] of words.entries()) {
    if (!word) continue
    const { folded, stem } = word
    if (folded === 'only' && terms === 'except') return { frame: 'refuse', at } // would only sign if: would not sign unless
    const before = words.slice(Math.max(0, at - 3), at).flatMap((one) => one ?? [])
    if (MODAL.test(folded)) {
      modal ??= at
      // will not sign; no pact could be signed
      const isNot = [...words.slice(0, at), ...words.slice(at + 1, at + 3)].some((next) => next && isNegator(next))
      if (isNot) return { frame: 'refuse', at: at + 1 }
      continue
    }
    if (folded.endsWith("n't") && /^(?:wo|would|could|ca|shan)n't$/.test(folded)) return { frame: 'refuse', at }
    if (/^withdr[ae]w/.test(folded) && words.slice(at + 1, at + 4).some((next) => next && TAKEN_BACK.test(next.folded)))
      return { frame: 'undo', at }
    if (stem === 'dismiss' && words.slice(at + 1, at + 5).some((next) => next && SAID_NOUN.test(next.folded)))
      return { frame: 'refuse', at }
    if (stem === 'reject' || stem === 'refus') return { frame: 'refuse', at }
    const frame = stem === 'propos' ? 'offer' : frameOf(folded, words[at + 1]?.folded)
    if (!frame) continue
    const last = before.at(-1)
    if (frame === 'offer' && last && BEFORE_NOUN.test(last.folded)) {
      noun ??= at
      continue
    }
    if (frame === 'purpose' && !before.some(({ folded: one }) => /^(?:is|are|was|were|been|be)$/.test(one))) continue
    const isNegated = before.some(isNegator)
    if (isNegated && (frame === 'want' || READY_TO.test(folded))) return { frame: 'refuse', at }
    if (frame === 'plan' && words.slice(at + 1, at + 4).some((next) => next && isNegator(next)))
      return { frame: 'refuse', at: at + 1 }
    if (frame === 'plan') {
      modal ??= at
      continue
    }
    return { frame, at }
  }
  if (noun !== undefined) return { frame: 'offer', at: noun }
  if (modal !== undefined) return { frame: terms === 'if' ? 'offer' : frameOfModal(words[modal]?.folded), at: modal }
  return { frame: 'done', at: -1 }
}
