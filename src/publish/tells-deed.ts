// Whether a sentence tells in the reporter's own voice what was done. Of what is to come, might be or is asked nobody's word is told
// there, and nothing has happened; such a sentence is left to those who are quoted on it.
import { isClearWording } from './is-clear.ts'
import { isBalanced } from './make-line.ts'

const LONGEST = 330 // as of other lines
const LEAST_PROSE = 40 // characters: a byline is shorter, or has no stop

/** True for a paragraph of sentences: no byline, no note in brackets ("(Corrects the size of the loan)"). */
export function isProse(text: string): boolean {
  return text.length >= LEAST_PROSE && /[.!?]["”’')]*\s*$/.test(text) && !/^[\s([]*[([]/.test(text)
}

// met, fell, struck: verbs whose past has no -ed
const IRREGULAR =
  'met|held|began|fell|took|gave|sent|shot|won|lost|struck|hit|left|came|went|broke|brought|cut|put|set|sank|flew|rose|drew|drove|found|fought|froze|led|made|paid|quit|ran|shut|sold|stood|tore|withdrew|wrote|backed|chose|bore|bought|caught|kept|saw|swore|threw|was|were|had|has|have'
const PAST = new RegExp(`\\b(?:${IRREGULAR}|[\\p{Ll}]{2,}ed)\\b`, 'u')
const PRESENT =
  /\b(?:is|are|am|be|do|does|wants?|seeks?|plans?|hopes?|faces?|needs?|remains?|goes|go|says?|looks?|seems?)\b/
const OPEN =
  /\b(?:will|would|may|might|could|should|must|shall|can|cannot|if|whether|expected|likely|reportedly|apparently|allegedly|perhaps)\b/i
const NAMED = /[\p{L}\p{N},’'] \p{Lu}\p{Ll}/u

/**
 * Where the verb of the deed ends in the sentence, in UTF-16 units; undefined where it tells none.
 * `The Assembly passed the aid bill by 88 votes to 61.` -> 19
 * `Karsk will vote on the bill next week.`, `The bill “is dead”, and nobody mourned.` -> undefined
 */
export function findDeed(words: string): number | undefined {
  const [own = ''] = words.split(/["“”]/) // what is quoted behind the deed is told by it
  if (words.length > LONGEST || /[\n?!…:]/.test(words) || !isBalanced(words) || !/\.["”]?\s*$/.test(words))
    return undefined
  const past = PAST.exec(own)
  const present = PRESENT.exec(own)
  if (!past || !NAMED.test(own) || OPEN.test(aroundVerb(own, past)) || (present && present.index < past.index))
    return undefined
  const isClear = isClearWording(words) && !/^(?:There|Here|One|Some|We|I|You|A week|For|When|As|In the)\b/.test(words)
  return isClear ? past.index + past[0].length : undefined
}

const BEHIND = 3 // words: was widely expected

function aroundVerb(words: string, { 0: verb, index }: RegExpExecArray): string {
  const behind = words.slice(index + verb.length).split(/(?<=\s)/)
  return words.slice(0, index + verb.length) + behind.slice(0, BEHIND + 1).join('')
}
