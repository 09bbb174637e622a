// Words that point at a claim instead of saying it: "dismissed the report", "called such an offer untrue".
import type { Statement, Term } from './make-statement.ts'
import { isVerb } from './split-clauses.ts'
import { stemWord } from './stem-word.ts'

const POINTING: ReadonlySet<string> = new Set(
  `report reporting claim allegation assertion accusation account story article news rumour rumor speculation offer
  proposal suggestion matter issue question comment request true untrue false accurate inaccurate incorrect wrong
  correct charge criticism reproach complaint fabrication invention nonsense fake baseless groundless unfounded development information`
    .split(/\s+/)
    .map(stemWord),
)
// "any kind of offer": these neither say nor point.
const FILLING: ReadonlySet<string> = new Set('kind sort thing such detail'.split(' ').map(stemWord))
const TELLING = 0.5 // weight from which a word says what a claim is about
const TELLING_FEWEST = 2

// whose stem is that of "find"
const FINDINGS = 'findings'
const REPORT = stemWord('report')

// But: nobody was charged
function isPointing({ stem, folded }: Term): boolean {
  return (POINTING.has(stem) && folded !== 'charged') || folded === FINDINGS
}

/** Words of a statement that point at a claim: "report", "offer". */
export function pointersOf({ terms }: Statement): string[] {
  return terms.filter(isPointing).map(({ stem, folded }) => (folded === FINDINGS ? REPORT : stem))
}

/** True for "had done nothing wrong", which is of a deed, and of nothing that was said. */
export function isOfWrongdoing({ text }: Statement): boolean {
  return /\b(?:(?:no|any)thing|(?:do|does|did|done|doing)) (?:\p{L}+ )?wrong\b/u.test(text)
}

/** Words of a statement that say something of their own: neither names nor words that point. */
export function mattersOf({ terms }: Statement): string[] {
  const isMatter = ({ weight, stem, folded, isName }: Term): boolean =>
    weight > TELLING && !isName && !POINTING.has(stem) && !FILLING.has(stem) && folded !== FINDINGS
  return terms.filter(isMatter).map(({ stem }) => stem)
}

/** True where a statement names no matter of its own: "a report by the Tarn News Agency" has none either. */
export function isPointer({ terms, words }: Statement): boolean {
  const telling = terms.filter(({ weight, stem }) => weight > TELLING && !POINTING.has(stem) && !FILLING.has(stem))
  if (telling.length < TELLING_FEWEST) return true
  if (words.some(isVerb)) return false // Karsk had made an offer to Zemlin
  return telling.every(({ isName, isNumber }) => isName && !isNumber) && terms.some(isPointing)
}
