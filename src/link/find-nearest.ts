// The older claim that words are: by a quotation that both carry, else by what they say.
import { isSilent, putsForward } from '../model/act.ts'
import { wordsOf } from '../model/span.ts'
import type { ClaimIndex, Draft } from './claim-index.ts'
import { compareQuotes } from './compare-quotes.ts'
import { boundShare, judgeOneClaim, type Leaning, shareOf } from './judge-one-claim.ts'
import { isNear } from './judge-sense.ts'
import type { Content } from './make-contents.ts'
import type { Statement } from './make-statement.ts'

const QUOTE_WORDS = 4 // a shorter quotation is shared by chance
const EASE = 0.12 // a denial is about something, so it may say less of it than who joins
const SHARE_LEAST = 0.52 // below it no pair is one claim, whatever roots and small words they share

/** The claim that words are held to be, and why. */
export interface Match {
  readonly draft: Draft
  readonly isContrary: boolean
  readonly because: string
}

/** The claim that carries the same quotation, whole or trimmed: of four words or more, whatever stands around it. */
export function findQuoted(content: Content, index: ClaimIndex): Match | undefined {
  for (const one of content.quotes) {
    const { quote } = one.evidence
    for (const candidate of index.listQuoted(one)) {
      const shorter = quote.length < candidate.quote.length ? quote : candidate.quote
      if (shorter.split(/\s+/).length < QUOTE_WORDS) continue
      const verdict = candidate.quote === quote ? 'verbatim' : compareQuotes(candidate.quote, quote).verdict
      if (verdict !== 'verbatim' && verdict !== 'trimmed') continue
      return {
        draft: candidate.draft,
        isContrary: false,
        because: `it carries the same quotation, ${verdict}: "${shorter}"`,
      }
    }
  }
  return undefined
}

/**
 * The claim nearest to a content. Only what puts a claim forward can be contrary to it: a denial is so by its verb, and who
 * denies that the council had not been told denies nothing of a claim that it had.
 */
export function findNearest(content: Content, index: ClaimIndex): Match | undefined {
  const best = nearestOf(content.statement, index, leaningOf(content))
  if (!best || putsForward(content.attribution.act)) return best
  return best.isContrary && isAgainst(content) ? undefined : { ...best, isContrary: false }
}

/** True where what is denied by the verb has a "not" itself: what tells of the same matter may as well be borne out by it. */
export function deniesNot(content: Content): boolean {
  return (
    isAgainst(content) && content.statement.terms.some(({ folded, isNegated }) => isNegated && !NOT_SO.test(folded))
  )
}

const NOT_SO = /^(?:true|so|case|correct|accurate|right)$/ // said it was not true that it had been told: one denial, not two
const AGAINST =
  /\b(?:den(?:y|ies|ied|ying|ials?)|disput|refut|rebut|debunk|reject|dismiss|disavow|contradict|doubt|question|s[ck]eptical|rul(?:e|es|ed|ing) out|call|describ|brand|label|dub|retract|withdr|walk|correct)/i
// “The claim that it had not been told is false”; it is not true that it had not been told
const OF_CLAIM =
  /^\W*(?:that )?(?:(?:the|this|any|that|such) (?:\p{L}+ )?(?:claim|report|allegation|suggestion|idea|notion|assertion|accusation|rumou?r|story)s? that|it (?:is|was) (?:not true|untrue|false|a lie|nonsense) (?:that|to say))\b/iu

// Denied, doubted or taken back by the verb; but "said that it had not been told" denies by the "not" that it says
function isAgainst({ read: { doc }, attribution: { act, cue, content } }: Content): boolean {
  if (putsForward(act) || isSilent(act)) return false
  return AGAINST.test(wordsOf(doc.text, cue)) || OF_CLAIM.test(wordsOf(doc.text, content))
}

/** What answers a claim may say less of it. */
export function leaningOf({ attribution: { act } }: Content): Leaning {
  return { ease: putsForward(act) ? 0 : EASE, isDenial: act === 'denies' }
}

/** The claim nearest to a statement, if any is near enough. */
export function nearestOf(statement: Statement, index: ClaimIndex, leaning: Leaning): Match | undefined {
  let best: (Match & { score: number }) | undefined
  const least = SHARE_LEAST - leaning.ease
  for (const { number, sharedMost, weight } of index.listNear(statement)) {
    const mayShare = sharedMost / Math.max(1, Math.min(weight, statement.tellingWeight)) >= least
    if (!mayShare && !statement.vector) continue
    const draft = index.find(number)
    for (const other of draft.statements) {
      const isShared =
        mayShare && shareOf(sharedMost, other, statement) >= least && boundShare(other, statement) >= least
      if (!isShared && !isNear(other, statement)) continue
      const judged = judgeOneClaim(other, statement, leaning)
      if (!judged.isOne || (best && judged.score <= best.score)) continue
      best = { draft, isContrary: judged.isContrary, because: judged.because, score: judged.score }
    }
  }
  return best && { draft: best.draft, isContrary: best.isContrary, because: best.because }
}
