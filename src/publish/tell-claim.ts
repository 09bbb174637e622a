// A claim as a section prints it: the best of its sayings, how many reports and origins it has, and where else it was
// printed; as a heading, its own wording in marks.

import type { Appearance } from '../model/claim.ts'
import { isBefore } from '../model/edge.ts'
import type { Line } from '../model/edition.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { findOthers } from './find-others.ts'
import type { Saying } from './find-sayings.ts'
import { inOrderOfPrint } from './first-print.ts'
import { isClearWording } from './is-clear.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { type Known, PRONOUN } from './name-source.ts'
import { originWords } from './origin-words.ts'
import { claimsOn, sideOf } from './sides.ts'
import type { WeekView } from './week-view.ts'
import { writeLine } from './write-line.ts'

const LONGEST_CLAUSE = 180 // a heading of two lines

/** The line of a saying with the origins of its claim and the other reports of it. `known`: who was named before. */
export function tellSayingOf(saying: Saying, view: WeekView, known?: readonly Known[]): Line | undefined {
  if (sideOf(saying) !== 'for') return writeLine(saying, { known })
  const claim = mainClaim(saying, view)
  const row = claim && view.ledger.rowOf(claim)
  const words = row && claim && originWords(row, hadBefore(claim, view))
  if (!words) return writeLine(saying, { known })
  const claims = [claim, ...saying.claims.filter((other) => other !== claim)]
  return writeLine({ ...saying, claims }, { words, also: findOthers(claim, saying, view), known })
}

/** True where a report from before the period is among those that the claim has. */
export function hadBefore(claim: Id<'claim'>, view: WeekView): boolean {
  const [first] = inOrderOfPrint(claim, view)
  const printed = first && view.findDoc(first.doc)?.published
  return view.period !== undefined && printed !== undefined && isBefore(printed, view.period.from)
}

/** The claim's wording in marks, opening its evidence: a quotation, never our words. */
export function claimHeading(claim: Id<'claim'>, view: WeekView): Line | undefined {
  const wording = wordingOf(claim, view)
  return wording && makeLine(wording.fragments, [claim], { sure: wording.sure })
}

/** A claim's wording in marks, and how sure the statement is that it was cut from. */
export interface Wording {
  readonly fragments: readonly Fragment[]
  readonly sure: readonly number[]
}

/**
 * The wording in marks; undefined where no evidence holds it as it stands. "to leave the dam" alone tells nothing: it is
 * then printed with the words before it, "Veldania has offered to leave the dam". A wording that leans on its day or is
 * only "reportedly" so gives way to another.
 */
export function wordingOf(claim: Id<'claim'>, view: WeekView): Wording | undefined {
  const own = view.ledger.headOf(claim)?.wording.replace(MARKS, '')
  const all = view.appearancesByClaim.get(claim) ?? []
  const first = all.find(({ evidence: { quote } }) => own && quote.includes(own))
  let leaning: Wording | undefined
  for (const [i, appearance] of [...(first ? [first] : []), ...all].entries()) {
    const wording = i === 0 && first && own ? own : appearance.evidence.quote.replace(MARKS, '')
    const worded = wordAppearance(appearance, view, wording)
    if (worded && !isLeaning(worded)) return worded
    leaning ??= worded
  }
  return leaning
}

/** The wording of one appearance. */
export function wordAppearance(
  appearance: Appearance,
  view: WeekView,
  wording = appearance.evidence.quote.replace(MARKS, ''),
): Wording | undefined {
  const fragments = printWording(wording, appearance, view)
  const attribution = view.findReading(appearance.doc)?.attributions.find(({ id }) => id === appearance.attribution)
  return fragments && { fragments, sure: attribution ? [attribution.confidence] : [] }
}

/** True for a wording that only a reader of that day understands, or that leaves open whether it is so. */
export function isLeaning({ fragments }: Wording): boolean {
  return LEANS.test(fragments.map(({ text }) => text).join(''))
}

const LEANS =
  /\b(?:reportedly|allegedly|yesterday|today|tomorrow|tonight|(?:this|next|last) (?:week|month|year|morning|evening))\b/i

const MARKS = /^[\s"“]+|[\s"”,.;:]+$/g

function printWording(wording: string, appearance: Appearance, view: WeekView): Fragment[] | undefined {
  const whole = /^\p{Ll}/u.test(wording) && !HAS_SUBJECT.test(wording) ? clauseOf(appearance, view) : undefined
  const evidence = whole ?? appearance.evidence
  const words = whole?.quote ?? wording
  // "sign a pact this month", of "Ostmere will reportedly sign a pact this month", has lost who signs
  const isPart = whole === undefined && /^\p{Ll}/u.test(wording) && isUnstated(appearance, view)
  if (isPart || /["“”\n]/.test(words) || !isClearWording(words)) return undefined
  // the marks belong to the link, so that a footnote stands behind them
  const mark = (text: string): Fragment => ({ text, cited: evidence })
  return [mark('“'), { text: words, copied: evidence, cited: evidence }, mark('”')]
}

// "the House would not vote before April" of "the Speaker said that the House would …" is a whole sentence.
const HAS_SUBJECT =
  /^(?:the|an?|no|some|many|most|both|all)\s+(?:[\p{L}’'-]+\s+){1,4}?(?:is|was|are|were|will|would|had|has|have|did|does|do|can|could|may|might|must|should|shall)\b/u

function isUnstated({ doc, attribution: at }: Appearance, view: WeekView): boolean {
  const attribution = view.findReading(doc)?.attributions.find(({ id }) => id === at)
  return attribution?.source.kind === 'unstated'
}

function clauseOf({ doc: id, attribution: at, evidence }: Appearance, view: WeekView): Evidence | undefined {
  const doc = view.findDoc(id)
  const attribution = view.findReading(id)?.attributions.find((each) => each.id === at)
  if (!doc || !attribution || attribution.source.kind === 'unstated') return undefined
  const [first] = attribution.source.words
  const clause = doc.text.slice(first.start, evidence.span.end).replace(/[\s,.;:]+$/, '')
  const isPlain = first.start < evidence.span.start && clause.length <= LONGEST_CLAUSE && !/["“”\n]/.test(clause)
  return isPlain && !PRONOUN.test(clause)
    ? cite(doc, { start: first.start, end: first.start + clause.length })
    : undefined
}

/** Of the claims that a saying puts forward, the one that most reports carry. */
export function mainClaim(saying: Saying, view: WeekView): Id<'claim'> | undefined {
  const reports = (claim: Id<'claim'>) => view.ledger.headOf(claim)?.reports ?? 0
  return claimsOn(saying, 'for').toSorted((a, b) => reports(b) - reports(a))[0]
}
