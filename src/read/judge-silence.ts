// Whether nothing was said to the matter, and how that came about: refused, no answer, not reached, left open.
import type { Act } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'
import { SPEAKING } from './english/act-words.ts'

export interface Silence {
  readonly act: Act
  readonly silence: NonNullable<Attribution['silence']>
}

const REFUSED = (silence: Silence['silence'] = 'refused'): Silence => ({ act: 'declines to comment', silence })
const UNANSWERED = (silence: Silence['silence'] = 'no answer'): Silence => ({ act: 'did not respond', silence })

// failed to deny it, stopped short of denying it: not denied
const NOT = /\b(?:not(?! only)|never|neither|nor|cannot|fail(?:s|ed|ing)? to|stop(?:s|ped|ping)? short of)\b|n['’]t\b/
const BARE =
  /\b(?:do|does|did|has|have|had|could|can|would|will|be)(?: (?:not|never)|n['’]t)?(?: immediately| yet| be)?$/
const NOBODY = /^(?:neither|none|nobody|no(?!\.? ?\d))\b/ // No official has confirmed; but No. 9 Quay Street has

/** Verbs that, negated, leave a claim open: Karsk has not denied the visit. */
const LEAVES_OPEN = /\b(?:confirm|den(?:y|ied)|disput|acknowledg|admit)/
const REQUESTS =
  /\b(?:requests?|questions?|calls?|messages?|e-?mails?|letters?|inquir(?:y|ies)|enquir(?:y|ies)|interviews?|for comment)\b/
const CONDITION = /\b(?:without|unless|until|before|if)\b/
const REFUSES =
  /(?:\b(?:would|will|could|prefer(?:s|red)?|chose|want(?:s|ed)?) not|\b(?:wo|would|could|ca)n['’]t|\bcannot) (?:to )?(?:\p{L}+ly )?(?:discuss|say|answer|talk about|name|identify|disclose|reveal|share|go into|specify|explain|detail)\b/u
// “I’m not going to go into that,” she said. / said he would not say whether it was so
const WILL_NOT_SAY =
  /^\W*(?:that )?(?:\S+ ){0,3}?\S*(?:won['’]t|will not|wouldn['’]t|would not|can['’]t|cannot|could not|couldn['’]t|not going to|not gonna|not here to|rather not|prefer not to)\s+(?:\p{L}+ly )?(?:comment|speculate|go into|get into|elaborate|answer (?:that|the|any|your|questions)|confirm or deny|say (?:whether|if|how|who|what|when|where|why))\b/u
// “I would refer you to the Ministry of Defence,” she said.
const REFERS =
  /^\W*(?:i|we)(?:['’]d|['’]ll| would| will| can only| must)? (?:just )?(?:have to )?refer you (?:back )?to\b/

/** The silence, all words in small letters; none where something was said. `isCue`: the cue itself is one of silence. */
export function judgeSilence(words: string, content: string, source: string, isCue: boolean): Silence | undefined {
  const all = `${words} ${content}`
  // The envoy did not | respond. Hale could not be | reached.: the verb may stand where else the matter does
  const cue = isCue && BARE.test(words) ? `${words} ${/^\p{L}+/u.exec(content)?.[0] ?? ''}` : words
  const isNot = NOT.test(cue) || NOBODY.test(source)
  // could not be reached for comment
  if (/\breach(?:ed|able)\b/.test(cue) && (isNot || /\bunreach/.test(cue))) return UNANSWERED('not reached')
  // would neither confirm nor deny; has not denied; no official has confirmed
  if (isNot && LEAVES_OPEN.test(cue) && !/\b(?:declin|refus)/.test(cue)) {
    return /\b(?:would|will|wo|could|can|cannot)\b/.test(cue) ? REFUSED() : REFUSED('left open')
  }
  const refusal = /\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing|al)|unwilling|reluctant)\b(.*)$/.exec(all)
  if (refusal && /\b(?:declin|refus|unwilling|reluctant)/.test(cue)) {
    const what = (refusal[1] ?? '').replace(/^,[^,]{0,80},/, '').trim() // declined, through a spokesman, to comment
    const isTalk = /^to (?:\p{L}+ly )?(?:talk|discuss|speak)\b/u.test(what)
    if (SPEAKING.test(what.replace(/^to /, '')) && !(isTalk && CONDITION.test(what))) return REFUSED()
    if (/^(?:\p{L}+ ){0,4}?(?:interviews?|comment)\b/u.test(what) && !/^to\b/.test(what)) return REFUSED() // declined an interview request
    return undefined
  }
  if (isNot && /\b(?:respond|repl(?:y|ied)|return|answer)/.test(cue)) {
    return /\b(?:return)/.test(cue) && !REQUESTS.test(content) && !isCue ? undefined : UNANSWERED()
  }
  if (isNot && /\b(?:comment|elaborat)/.test(cue)) return REFUSED()
  // would not discuss the levy; preferred not to answer
  // but would not discuss a truce without Karsk: that is a condition, and news
  if (REFUSES.test(cue) && !CONDITION.test(content)) return REFUSED()
  // ignored three requests for comment
  if (/\bignor(?:e|es|ed|ing)\b/.test(cue) && REQUESTS.test(content)) return UNANSWERED()
  if (
    /\bno (?:\p{L}+ )?comment\b/u.test(cue) ||
    /^\W*(?:(?:i|we) (?:have|had) )?no (?:further )?comment\b/.test(content)
  )
    return REFUSED()
  if (WILL_NOT_SAY.test(content) || REFERS.test(content)) return REFUSED()
  return isCue ? REFUSED() : undefined
}
