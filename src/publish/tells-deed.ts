// Whether a sentence tells in the reporter's own voice what was done. What is to come, might be, did not happen, was long ago or leans on a
// text before it is left out, and so is whatever may be opinion, a review or a note of the desk: such a line has nobody to answer for it.
import { isClearWording } from './is-clear.ts'
import { isBalanced } from './make-line.ts'

const LONGEST = 330 // as of other lines
const LEAST_PROSE = 28 // characters: a byline is shorter, or has no stop

/** True for a paragraph of sentences: no byline, no note in brackets ("(Corrects the size of the loan)"). */
export function isProse(text: string): boolean {
  return text.length >= LEAST_PROSE && /[.!?]["”’')]*\s*$/.test(text) && !/^[\s([]*[([]/.test(text)
}

/** True for a headline over news: no question, no opinion, review, round-up, live coverage or correction. */
export function isOfNews(headline: string): boolean {
  return !/\?|\b(?:opinion|analysis|comment|commentary|editorial|review|column|essay|explainer|explained|profile|obituary|corrections?|corrected|live|round-?up|digest|week in|in brief|briefing|q&a|interview|diary|novel|film|book|why|how|what)\b/i.test(
    headline,
  )
}

// met, fell, struck: verbs whose past has no -ed
const IRREGULAR =
  'met|held|began|fell|took|gave|sent|shot|won|lost|struck|hit|left|came|went|broke|brought|cut|put|set|sank|flew|rose|drew|drove|found|fought|froze|led|made|paid|quit|ran|shut|sold|stood|tore|withdrew|wrote|backed|chose|bore|bought|caught|kept|saw|swore|threw'
const DONE =
  '(?:[\\p{Ll}]{2,}ed|met|held|begun|fallen|taken|given|sent|shot|won|lost|struck|hit|left|broken|brought|cut|put|set|sunk|drawn|driven|found|frozen|led|made|paid|shut|sold|torn|withdrawn|chosen|bought|caught|kept|seen|sworn|thrown)'
const PAST = new RegExp(
  `\\b(?:(?:was|were|has|have|has been|have been) (?:\\p{L}+ly )?${DONE}|${IRREGULAR}|[\\p{Ll}]{2,}ed)\\b`,
  'u',
)
const PRESENT =
  /\b(?:is|are|am|be|do|does|had|wants?|seeks?|plans?|hopes?|faces?|needs?|remains?|goes|go|says?|looks?|seems?)\b/
const OPEN =
  /\b(?:will|would|may|might|could|should|must|shall|can|cannot|if|whether|expected|likely|reportedly|apparently|allegedly|perhaps|supposedly)\b/i
// was due to leave, had planned talks, was thought to have shelled; almost signed, never signed; or so it seemed
const UNDONE =
  /\b(?:due|scheduled|planned|thought|believed|feared|supposed|said|reported|rumou?red|rumou?rs?|unconfirmed|seemed|appeared|seems|appears|almost|nearly|not|never|nobody|none|cannot)\b|n['’]t\b/i
// if the army was right, or so it seemed: in a clause behind
const HEDGED = /, (?:if|or so|it (?:seemed|appeared))\b|\b(?:rumou?rs?|unconfirmed)\b|\bmay be\b/i
// ago, two days earlier: nobody can place it; he, she: whoever stands before; a year: history
const LEANING =
  /\b(?:ago|earlier|later|overnight|the day before|the former|the latter|another|he|she|him|her|his|(?:1[89]|2[01])\d\d|last (?:year|month)|correspondent|contributed|pictured|photo(?:graph)?|article|novel|film|in partnership)\b/i
// betrayed the people: a judgement
const JUDGED = /\b(?:fail(?:s|ed)|betray(?:s|ed)|deserved?|disgraced?|shame[ds]?|accomplice)\b/i
const OPENS =
  /^(?:There|Here|One|Some|We|I|You|For|When|As|Had|Suppose|At (?!least)|On \d|Its|Their|No|Meanwhile|Welcome|This|These|What|Who|An earlier|Hours|Days|Weeks|Months|Years)\b|^The (?:\p{Ll}+ )?(?:minister|president|premier|chancellor|governor|mayor|envoy|ambassador|general|spokes\p{L}+|former|latter)\b(?! \p{Lu})/u
const NAMED = /[\p{L}\p{N},’'] \p{Lu}\p{Ll}/u
// ORLENNE, Sept 3 -- / Orlenne (dpa) / BREAKING: a dateline or a label that nobody took off
const LABELLED = /^.{0,60}?(?: [–—|/-]{1,2} |[(|/])|\p{Lu}{6,}/u

/**
 * Where the verb of the deed ends in the sentence, in UTF-16 units; undefined where it tells none.
 * `The Assembly passed the aid bill by 88 votes to 61.` -> 19
 * `Karsk will vote on the bill next week.`, `The bill “is dead”, and nobody mourned.` -> undefined
 */
export function findDeed(words: string): number | undefined {
  const [own = ''] = words.split(/["“”]/) // what is quoted behind the deed is told by it
  if (words.length > LONGEST || /[\n?!…:()]/.test(words) || !isBalanced(words) || !/\.["”]?\s*$/.test(words))
    return undefined
  const past = PAST.exec(own)
  const present = PRESENT.exec(own)
  if (!past || !NAMED.test(own) || OPEN.test(aroundVerb(own, past)) || (present && present.index < past.index))
    return undefined
  const comma = own.indexOf(',', past.index)
  if (UNDONE.test(comma < 0 ? own : own.slice(0, comma))) return undefined
  if ([HEDGED, LEANING, JUDGED, OPENS, LABELLED].some((pattern) => pattern.test(own))) return undefined
  return isClearWording(words) ? past.index + past[0].length : undefined
}

const BEHIND = 3 // words: was widely expected

function aroundVerb(words: string, { 0: verb, index }: RegExpExecArray): string {
  const behind = words.slice(index + verb.length).split(/(?<=\s)/)
  return words.slice(0, index + verb.length) + behind.slice(0, BEHIND + 1).join('')
}
