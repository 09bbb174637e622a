// Words by which an answer points at what it answers, as stems: at a whole report, at a charge, at an amount, at what somebody said.

import { stemWord } from './stem-word.ts'
import { headStem } from './synonyms.ts'

const stems = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(stemWord))

// These point at a whole report, not at the sentence before.
export const WHOLE_REPORT = stems(`report reporting claim allegation accusation account story article news rumour rumor
  speculation matter issue`)
export const PRINTED = stems('report reporting article story') // what somebody printed
export const CHARGES = stems('charge accusation criticism reproach complaint')
export const TRUTH =
  stems(`true untrue false accurate inaccurate incorrect wrong correct baseless groundless unfounded fake nonsense fabrication
  invention`)
export const AMOUNTS = stems('figure number toll count total')
// What somebody has said, by what saying it was: "rejected the ultimatum".
export const SPEECHES =
  stems(`plan demand ultimatum invitation idea call appeal threat warning promise pledge term condition remark statement word
  view notion assertion insinuation wrongdoing involvement role responsibility affair knowledge link tie connection misconduct guilt blame
  complicity comparison description characterisation characterization version interpretation rule`)
// A request for comment names no claim: "did not respond to three messages".
export const REQUEST =
  stems(`comment request question message letter email e-mail call inquiry enquiry query phone telephone
  respond reply answer seek`)

/** The stem that offers and proposals share. */
export const OFFER = headStem(stemWord('offer'))

/** Those of a call by telephone, and of a demand. */
export const CALL = headStem(stemWord('call'))
export const DEMAND = headStem(stemWord('demand'))

/** True for words that point at a whole report: "the claims", "the story". */
export function pointsAtReport(stem: string): boolean {
  return WHOLE_REPORT.has(stem)
}

/** True for words that only say whether something is so: "untrue", "a fabrication". */
export function isTruth(stem: string): boolean {
  return TRUTH.has(stem)
}
