// The tense of the verb beside a time, which decides whether "on Tuesday" is the last one or the next.
// Marrow said on Tuesday that Karsk would sign on Friday. -> Tuesday: past; Friday: future
import type { DateWord } from './cut-words.ts'
import type { Tense } from './look.ts'

/** The nearest verb group of the clause: before the words if there is one, else after them, else in the sentence. */
export function judgeTense(words: readonly DateWord[], from: number, to: number): Tense | undefined {
  if (words[from - 1]?.text === 'since') return 'past'
  return (
    lookBack(words, from - 1, true) ??
    lookAhead(words, to, true) ??
    lookBack(words, from - 1, false) ??
    lookAhead(words, to, false)
  )
}

const FARTHEST = 40 // words; further off no verb governs a date

function lookBack(words: readonly DateWord[], from: number, isClause: boolean): Tense | undefined {
  for (let at = from; at >= 0 && at > from - FARTHEST; at--) {
    if (isClause && BORDERS.test(words[at]?.text ?? '')) return undefined
    const tense = tenseAt(words, at)
    if (tense) return tense
  }
  return undefined
}

function lookAhead(words: readonly DateWord[], from: number, isClause: boolean): Tense | undefined {
  for (let at = from; at < words.length && at < from + FARTHEST; at++) {
    // On Tuesday, Marrow said …: the comma after what comes first ends no clause
    if (isClause && BORDERS.test(words[at]?.text ?? '') && !(words[at]?.text === ',' && at === from)) return undefined
    const tense = tenseAt(words, at)
    if (tense) return tense
  }
  return undefined
}

const BORDERS = /^(?:[,;:()“”"—–]|that|which|who|whom|where|while|but|because|although|though|if|whether|when)$/

/** The tense that the word at the place tells, with its neighbours; undefined where it is no sign of any. */
function tenseAt(words: readonly DateWord[], at: number): Tense | undefined {
  const word = words[at]
  const text = word?.text ?? ''
  const before = words[at - 1]?.text ?? ''
  const after = words[at + 1]?.text ?? ''
  if (MODALS.test(text)) {
    if (word?.isCapital && at > 0) return undefined // Will, May
    return words.slice(at + 1, at + 4).some(({ text }) => text === 'have') ? 'past' : 'future'
  }
  if (text === 'll' || (text === 'won' && /^['’]$/.test(after))) return 'future'
  // the truce was extended until Saturday
  const isPutOff =
    PUT_OFF.test(text) && words.slice(at + 1, at + 4).some(({ text }) => /^(?:until|till|to)$/.test(text))
  if (isPutOff) return 'future'
  if (text === 'going' && after === 'to') return 'future'
  if (text === 'to' && after !== '' && isInfinitive(words[at + 1])) return DONE.test(before) ? 'past' : 'future'
  // the vote scheduled for Tuesday, set for Tuesday
  if (PLANNED.test(text)) return before === 'been' ? 'past' : 'future'
  if (text === 'set' && /^(?:for|to)$/.test(after)) return 'future'
  if (PAST.has(text) || (text.length > 4 && text.endsWith('ed') && !NOT_PAST.test(text))) {
    if (/^(?:is|are|be|being)$/.test(before)) return undefined // is called, are held: their helper tells
    return 'past'
  }
  // Karsk is leaving on Friday; the vote is on Friday
  if (/^(?:is|are|am)$/.test(text)) return PLANNED.test(after) ? undefined : 'present'
  const isTold = word && !word.isCapital && !MODALS.test(before) && before !== 'to' && before !== 'll'
  return isTold && SCHEDULED.has(text) ? 'present' : undefined
}

function isInfinitive(word: DateWord | undefined): boolean {
  return word !== undefined && !word.isCapital && /^\p{Ll}{2,}$/u.test(word.text) && !NOT_VERBS.test(word.text)
}

const PUT_OFF = /^(?:extended|postponed|delayed|adjourned|prolonged|deferred|rescheduled)$/
const MODALS = /^(?:will|shall|would|could|might|may|must|should|can)$/
const PLANNED = /^(?:scheduled|planned|expected|due|slated|upcoming|forthcoming|poised|likely|anticipated)$/
// failed to reach a deal on Friday: what was to be done is as past as the failing
const DONE =
  /^(?:failed|managed|refused|declined|forced|began|started|continued|tried|attempted|helped|used|seemed|appeared|able|unable|happened|rushed|voted|back|led|prompted|allowed|according|able|had|moved|went|came|returned|gathered|met)$/
const NOT_VERBS =
  /^(?:the|an|its|his|her|their|our|my|your|this|that|these|those|him|them|us|me|it|you|all|any|each|some|more|most|less|many|both|one|two|three|four|five|six|seven|eight|nine|ten|about|around|nearly|almost|what|how|reporters|journalists|lawmakers|people|date|which|whom|talks|power|office)$/
const NOT_PAST =
  /^(?:indeed|speed|breed|exceed|proceed|succeed|hundred|naked|united|sacred|unprecedented|so-called|aged|wednesday|limited)$/
const PAST = new Set(
  `was were had did said told went came met made took gave got left held began spoke wrote became found saw knew led sent brought
   lost won fell rose broke shot fought bought thought sought caught taught felt kept stood sat ran flew drove chose grew drew threw
   shook struck understood withdrew froze swore bore wore tore hid hung sold paid laid meant dealt built spent lent bent heard shut
   forbade forgave foresaw overcame undertook been done gone come given taken seen known written spoken broken chosen fallen grown
   drawn thrown shown driven risen stolen frozen sworn begun died been resigned vowed ago`.split(/\s+/),
)
const SCHEDULED = new Set(
  `begins begin starts start opens open meets meet votes ends expires resumes returns arrives leaves visits hosts travels takes
   closes faces plans wants hopes heads launches holds`.split(/\s+/),
)
