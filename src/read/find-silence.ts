// The words that say that somebody says nothing: "declined to comment", "did not respond", "could not be reached".
import type { Cue } from './find-cues.ts'
import type { Range, Scene } from './scene.ts'
import type { Token } from './tokenise.ts'
import { groupOf } from './verb-group.ts'

const DENIERS = /^(decline|refuse)[sd]?$|^declin(e|ing)$|^refusing$/
const SILENT = /^(comment|elaborate|discuss|respond|reply|say|confirm|answer|talk)$/

/** The cue of a silence whose first word this is. */
// The ministry declined to comment on the talks. / The embassy did not respond to a request. -> a silence
export function findSilence({ tokens }: Scene, at: number, sentence: Range): Cue | undefined {
  const word = (i: number): string => (i < sentence.to ? (tokens[i]?.lower ?? '') : '')
  // refused to confirm or deny the account; refused to be drawn on it
  if (DENIERS.test(word(at)) && word(at + 1) === 'to') {
    const isEither = word(at + 2) === 'confirm' && word(at + 3) === 'or' && word(at + 4) === 'deny'
    const to = isEither || isDrawn(word, at + 2) ? at + (isEither ? 5 : 4) : SILENT.test(word(at + 2)) ? at + 3 : at
    if (to > at)
      return { ...groupOf(tokens, at, sentence), head: at, to, kind: 'silence', past: word(at).endsWith('d') }
  }
  const until = (last: number): Cue => ({ from: at, to: last + 1, head: last, kind: 'silence', past: true })
  // Neither Hale nor Marrow responded to requests for comment.
  const isNobody = /^(?:neither|none)$/.test(tokens[sentence.from]?.lower ?? '')
  if (isNobody && /^(?:responded|replied|commented)$/.test(word(at)) && at - sentence.from < LONGEST_NEITHER)
    return until(at)
  // Calls to the embassy were not returned. / Requests to the ministry went unanswered.
  const unanswered = UNANSWERED.exec([0, 1, 2, 3].map((i) => word(at + i)).join(' '))?.[0].split(' ').length ?? 0
  if (unanswered > 0 && asksSomebody(tokens, sentence.from, at)) return until(at + unanswered - 1)
  if (!/^(did|does|do|would|could|can|ca|will|wo|had|has|have)$/.test(word(at))) return undefined
  // would neither confirm nor deny the account / had no immediate comment
  if (word(at + 1) === 'neither' && word(at + 2) === 'confirm' && word(at + 4) === 'deny') return until(at + 4)
  if (/^(had|has|have)$/.test(word(at)) && word(at + 1) === 'no') {
    return word(at + 2) === 'comment' ? until(at + 2) : word(at + 3) === 'comment' ? until(at + 3) : undefined
  }
  if (!/^(not|n't|n’t)$/.test(word(at + 1))) return undefined
  const verb = /^(immediately|yet|directly|further|be|publicly)$/.test(word(at + 2)) ? at + 3 : at + 2
  // cannot confirm or deny the account; has not commented on it
  if (word(verb) === 'confirm' && word(verb + 1) === 'or' && word(verb + 2) === 'deny') return until(verb + 2)
  if (word(verb) === 'commented') return until(verb)
  if (isDrawn(word, at + 2)) return until(at + 3)
  // could not immediately be reached for comment; but: have not reached an agreement, and a deal could not be reached
  const reached = word(verb) === 'be' ? verb + 1 : verb
  if (word(reached) === 'reached') {
    return word(reached - 1) === 'be' && !REACHED_OTHERWISE.test(word(at - 1)) ? until(reached) : undefined
  }
  return isSilence(word(verb), [word(verb + 1), word(verb + 2), word(verb + 3)]) ? until(verb) : undefined
}

const UNANSWERED =
  /^(?:(?:went|go|were left|was left) unanswered|(?:was|were) (?:not|n['’]t) (?:immediately )?(?:returned|answered))(?= |$)/

// Calls to the embassy; but: calls for peace, and letters that were not returned
function asksSomebody(tokens: readonly Token[], from: number, to: number): boolean {
  const phrase = tokens.slice(Math.max(from, to - LONGEST_ASKED), to)
  return phrase.some(
    ({ lower, at }) => lower === 'to' && ASKED.test(tokens[at - 1]?.lower ?? '') && tokens[at + 1]?.pos !== 'VERB',
  )
}

const LONGEST_ASKED = 14 // words: requests to the office of the deputy minister for comment

/** What is put to whoever is asked, in small letters. */
export const ASKED =
  /^(?:questions?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|requests?|calls?|messages?|e-?mails?|comment|reporters|journalists)$/

// would not be drawn on the offer; but: refused to be drawn into the quarrel
function isDrawn(word: (i: number) => string, at: number): boolean {
  return word(at) === 'be' && word(at + 1) === 'drawn' && word(at + 2) !== 'into'
}

const LONGEST_NEITHER = 16 // words: two names with their offices

const REACHED_OTHERWISE =
  /^(?:agreement|deal|consensus|compromise|settlement|accord|pact|truce|ceasefire|verdict|decision|quorum|target|goal|understanding|solution|conclusion|town|village|area|site|camp)s?$/

// did not respond to the shelling: with arms
const ATTACK =
  /^(?:shelling|attacks?|fire|strikes?|raids?|provocations?|aggression|assaults?|bombardment|incursions?|militarily)$/

// The colonel did not say whether the bridge held.: asking is answered by silence, telling that it did not is not.
function isSilence(verb: string, next: readonly string[]): boolean {
  if (verb === 'respond' && next.some((word) => ATTACK.test(word))) return false
  if (/^(comment|respond|reply|elaborate)$/.test(verb)) return true
  if (verb === 'confirm') return true
  if (verb === 'say') return /^(whether|if|when|how|who|what|where|why)$/.test(next[0] ?? '')
  // did not answer questions, did not return several calls
  return (
    /^(answer|return)$/.test(verb) &&
    next.some((word) => /^(questions?|calls?|messages?|requests?|e-?mails?|letters?)$/.test(word))
  )
}
