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

// failed to deny it, stopped short of denying it, has yet to deny it: not denied
const NOT =
  /\b(?:not(?! only)|never|no longer|neither|nor|cannot|fail(?:s|ed|ing)? to|stop(?:s|ped|ping)? short of|(?:has|have|had) yet to|unable to)\b|n['’]t\b/
const BARE =
  /\b(?:do|does|did|has|have|had|could|can|would|will|be)(?: (?:not|never)|n['’]t)?(?: immediately| yet| be)?$/
// No official has confirmed; but No. 9 Quay Street has, and so have no fewer than three officials and none other than Hale
const NOBODY = /^(?:neither|none(?! other)|nobody|no(?!\.? ?\d| (?:fewer|less)\b))\b/

/** Verbs that, negated, leave a claim open: Karsk has not denied the visit. */
const LEAVES_OPEN = /\b(?:confirm|verif|den(?:y|ies|ied)|disput|acknowledg|admit)/
// will not confirm; could neither confirm nor deny. But could not confirm: unable, not unwilling
const REFUSES_EITHER = /\b(?:would|will|wo|can|cannot)\b|\bcould\b.*\bden/
const REQUESTS =
  /\b(?:requests?|questions?|calls?|messages?|e-?mails?|letters?|inquir(?:y|ies)|enquir(?:y|ies)|interviews?|for comment)\b/
const HAS_NOT_TOLD =
  /\b(?:has|have|had)\b.*\b(?:said?|say|disclosed?|revealed?|specif(?:y|ied)|explain(?:ed)?|indicated?)$/
const QUESTION = /^(?:whether|if|how|who|what|when|where|why|which)\b/
const CONDITION = /\b(?:without|unless|until|before|if)\b/
const REFUSES =
  /(?:\b(?:would|will|could|prefer(?:s|red)?|chose|want(?:s|ed)?) not|\b(?:wo|would|could|ca)n['’]t|\bcannot) (?:to )?(?:\p{L}+ly )?(?:discuss|say|answer|talk about|name|identify|disclose|reveal|share|go into|specify|explain|detail)\b/u
// “I’m not going to go into that,” she said. / said he would not say whether it was so
const WILL_NOT_SAY =
  /^(?:that )?((?:\S+ ){0,3}?\S*?)\s?(?:(?:will|wo|would|ca|could)n['’]t|will not|would not|cannot|could not|not going to|not gonna|not here to|rather not|prefer not to|(?:do|does|did)(?: not|n['’]t)|never|unable to|not in a position to)\s+(?:\p{L}+ly )?(?:comment|speculate|go into|get into|elaborate|talk about|discuss(?! (?:a |the )?(?:truce|ceasefire|peace|talks|terms)\b)|confirm(?! that \p{L})|answer (?:that|the|any|your|questions)|confirm or deny|say (?:whether|if|how|who|what|when|where|why))\b/u
const LONGEST_SUBJECT = 80 // characters
// the one who will not: I, they, our office, the source by name. But: said the embassy would not comment, which is its silence
const HIMSELF =
  /(?:^|\s)(?:i|we|he|she|they|it|(?:my|our|this) \p{L}+|(?:his|her|its|their) (?:office|ministry|department|company|government|agency|team|side|campaign|party))(?:['’](?:m|re|d|ll|s))?$/u
const BETWEEN = /(?:\s(?:am|are|is|was|were|be|been|also|just|still|\p{L}+ly))+$/u

// “I have nothing to add to that,” / “I don’t have anything for you on that”
const NOTHING =
  /^\W*(?:i|we)(?: have|['’]ve(?: got)?| do(?: not|n['’]t) have) (?:nothing|anything|any (?:information|comment)|no (?:information|details?|update))(?: (?:more|further|new|else))? (?:to (?:add|say|share|announce|offer)|for you)\b|^(?:that )?(?:he|she|they|it) had nothing (?:more |further )?to (?:add|say)\b/u
// “I would refer you to the Ministry of Defence,” she said.
const REFERS =
  /^\W*(?:i|we)(?:['’]d|['’]ll| would| will| can only| must)? (?:just )?(?:have to )?refer you (?:back )?to\b/

// Calls to the embassy were not returned; requests to the ministry went unanswered
const UNANSWERING =
  /^(?:went |go |(?:was|were) left )?unanswered\b|^(?:was|were) (?:not|n['’]t) (?:immediately )?(?:returned|answered)\b/
// The minister referred questions to the chancellery. But: said Karsk would refer the question of the islands to a court
const PASSED_ON =
  /\b(?:(?:re)?direct(?:s|ed|ing)|forward(?:s|ed|ing)) (?:\S+ ){0,2}?(?:questions|inquiries|enquiries|queries|requests? for comment) (?:\S+ ){0,5}?to\b|\b(?:referr(?:ed|ing)|refers?) (?:\S+ ){0,2}?(?:questions|inquiries|enquiries|queries|requests? for comment|reporters|journalists|calls|comment) (?:\S+ ){0,5}?to\b/
const PASSES_ON = /\b(?:referr|refers?\b|direct|redirect|forward)/

// refused to talk to the rebels, to share power: not to speak to whoever reports it is another thing
const TO_OTHERS =
  /^to (?:\p{L}+ly )?(?:talk|speak) (?:to|with) (?!(?:the )?(?:press|media|reporters|journalists)\b)|^to share power\b/u

/** The silence, all words in small letters; none where something was said. `isCue`: the cue itself is one of silence. */
export function judgeSilence(words: string, content: string, source: string, isCue: boolean): Silence | undefined {
  const all = `${words} ${content}`
  // The envoy did not | respond. Hale could not be | reached.: the verb may stand where else the matter does
  const cue = isCue && BARE.test(words) ? `${words} ${/^\p{L}+/u.exec(content)?.[0] ?? ''}` : words
  const isNot = NOT.test(cue) || NOBODY.test(source)
  // could not be reached for comment; but: have not reached an agreement
  if (/\b(?:be|been|was|were|is|are) (?:\p{L}+ )?reached\b|\breachable\b/u.test(cue) && isNot)
    return UNANSWERED('not reached')
  if (/\bunreachable\b/.test(cue)) return UNANSWERED('not reached')
  if (isCue && UNANSWERING.test(all)) return UNANSWERED()
  if (PASSES_ON.test(cue) && PASSED_ON.test(all) && !isNot) return REFUSED()
  // would neither confirm nor deny; has not denied; no official has confirmed
  if (isNot && LEAVES_OPEN.test(cue) && !/\b(?:declin|refus)/.test(cue)) {
    return REFUSES_EITHER.test(cue) ? REFUSED() : REFUSED('left open')
  }
  // has not said whether it will appeal; has yet to say when
  if (isNot && HAS_NOT_TOLD.test(cue) && QUESTION.test(content)) return REFUSED('left open')
  const refusal = /\b(?:declin(?:e|es|ed|ing)|refus(?:e|es|ed|ing|al)|unwilling|reluctant)\b(.*)$/.exec(all)
  if (refusal && /\b(?:declin|refus|unwilling|reluctant)/.test(cue)) {
    const what = (refusal[1] ?? '').replace(/^,[^,]{0,80},/, '').trim() // declined, through a spokesman, to comment
    if (TO_OTHERS.test(what)) return undefined
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
    /^\W*(?:(?:i|we) (?:have|had) )?no (?:further )?comment\b(?! from\b)/.test(content)
  )
    return REFUSED()
  if (isSentence(content) && (willNotSay(content, source) || NOTHING.test(content))) return REFUSED()
  if (REFERS.test(content)) return REFUSED()
  return isCue ? REFUSED() : undefined
}

// A turn of an interview that begins so goes on to say something.
function isSentence(content: string): boolean {
  return !/[.!?][”"]?\s+\S/.test(content)
}

function willNotSay(content: string, source: string): boolean {
  if (/, but (?:that|said|added)\b/.test(content)) return false // would not comment on rumours, but that the dam was safe
  const found = WILL_NOT_SAY.exec(content.replace(/^[^\p{L}\p{N}]+/u, ''))
  if (!found) return false
  if ((found[1] ?? '').length > LONGEST_SUBJECT) return false
  const subject = (found[1] ?? '').replace(/[\s“"]+$/, '').replace(BETWEEN, '') // said that he’s “not going to comment”
  if (subject === '' || HIMSELF.test(subject))
    return !(/^(?:he|she)$/.test(subject) && /^(?:he|she)$/.test(source) && subject !== source)
  // Hale said that Hale, a spokesman for the ministry that the ministry would not comment
  const last = subject.split(' ').at(-1) ?? ''
  return source.split(/[^\p{L}\p{N}]+/u).includes(last.replace(/['’]s$/, ''))
}
