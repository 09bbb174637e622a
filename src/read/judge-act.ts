// What saying it does to the claim: asserts, denies, confirms, would not say. The verb tells first, then the words.
import type { Act } from '../model/act.ts'
import type { Attribution } from '../model/attribution.ts'

const BY_VERB: Readonly<Record<string, Act>> = {
  deny: 'denies',
  refute: 'denies',
  rebut: 'denies',
  dispute: 'denies',
  disavow: 'denies',
  reject: 'rejects',
  dismiss: 'rejects',
  rebuff: 'rejects',
  'rule out': 'rejects',
  confirm: 'confirms',
  acknowledge: 'confirms',
  admit: 'confirms',
  concede: 'confirms',
  announce: 'announces',
  doubt: 'doubts',
  question: 'doubts',
  correct: 'corrects',
  retract: 'retracts',
  withdraw: 'retracts',
}

/** True for a verb that by itself tells what saying it does to a claim: denies, rejects, corrects. */
export function tellsAct(lemma: string | undefined): boolean {
  return lemma !== undefined && BY_VERB[lemma] !== undefined
}

// The report was "not true", she said. / called the account a fabrication / There was no such offer
const DENIAL =
  /\b(?:(?:is|are|was|were|be) (?:simply |entirely |completely |categorically )?[“"]?(?:not true|untrue|false|baseless|unfounded|fabricated|nonsense|a fabrication|an invention|a lie|fake)|not true|no truth (?:in|to)|nothing of the (?:sort|kind)|no such \w+|(?:pure )?(?:fabrication|invention)\b)/i

// The ministry had not made an offer; the envoy never met them: what is said not to have happened
const NOT_SO =
  /^(?:that )?(?:\S+ ){0,7}?[“"]?(?:(?<!will |would |can |could |must |should |to )never|had not|has not|have not|hadn['’]t|hasn['’]t|haven['’]t|did not|didn['’]t|was not|were not|wasn['’]t|weren['’]t) \w+/i
const STATES =
  /^(say|tell|state|insist|clarify|stress|assert|maintain|declare|add|affirm|reply|respond|write|reiterate|emphasi[sz]e|underline)$/
const WILLING =
  /^(?:had not|has not|have not|did not|was not|were not|never)\b.{0,4}\b(want|wish|see|know|willing|ready|able|sure|clear|expect|intend|believe|think|hear|heard|aware|told)\b/i

// Karsk has not denied the visit; Neither side has yet confirmed it: the claim is left open, neither denied nor confirmed
const LEAVES_OPEN = /^(?:confirm|deny|dispute|refute|acknowledge|admit)$/
const NOT = /\b(?:not(?! only)|never|neither|nor)\b|n['’]t\b/i
const NOBODY = /^(?:neither|none|nobody|no(?!\.? ?\d))\b/i // No official has confirmed; but No. 9 Quay Street has

// will be published on Friday / corrected an earlier version
export interface ActInput {
  readonly lemma: string
  readonly isSilence: boolean
  readonly cue: string // as printed
  readonly content: string // as printed
  readonly source?: string // as printed
}

/** The act, and for a silence how it came about. */
export function judgeAct({
  lemma,
  isSilence,
  cue,
  content,
  source = '',
}: ActInput): Pick<Attribution, 'act' | 'silence'> {
  if (isSilence) {
    const silence = silenceOf(cue)
    return { act: silence === 'refused' ? 'declines to comment' : 'did not respond', silence }
  }
  if (LEAVES_OPEN.test(lemma) && (NOT.test(cue) || NOBODY.test(source)))
    return { act: 'declines to comment', silence: /\b(?:would|will|could|can)/i.test(cue) ? 'refused' : 'left open' }
  // The army did not rule out a strike: it does not reject it
  if (lemma === 'rule out' && NOT.test(cue)) return { act: 'asserts' }
  const act = BY_VERB[lemma]
  if (act) return { act }
  if (/^(call|describe|brand|label|say|tell|write|insist|add|reply|respond)$/.test(lemma) && DENIAL.test(content))
    return { act: 'denies' }
  const negated = STATES.test(lemma) && NOT_SO.exec(content)
  if (negated && !WILLING.test(negated[0].replace(/^.*?((?:had|has|have|did|was|were) not|never)/i, '$1')))
    return { act: 'denies' }
  return { act: 'asserts' }
}

function silenceOf(cue: string): NonNullable<Attribution['silence']> {
  if (/reach/i.test(cue)) return 'not reached'
  return /respond|reply|return|answer/i.test(cue) && !/declin|refus/i.test(cue) ? 'no answer' : 'refused'
}
