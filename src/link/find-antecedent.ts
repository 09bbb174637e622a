// Which claims "the report", "such an offer", "it" or a silence is about: among those that its own report puts forward.
import { isSilent as isSilence } from '../model/act.ts'
import { blockAt } from '../model/doc.ts'
import type { Draft } from './claim-index.ts'
import { isGrammar } from './common-words.ts'
import { findMainClaim } from './find-main-claim.ts'
import { findNearby, hasSentenceBefore, tellsOf } from './find-nearby.ts'
import { isOfWrongdoing, mattersOf, pointersOf } from './find-pointers.ts'
import { foldPerson } from './fold-name.ts'
import type { Content } from './make-contents.ts'
import { listGists } from './make-gist.ts'
import type { Statement } from './make-statement.ts'
import { CALL, CHARGES, DEMAND, OFFER, PRINTED, pointsAtReport, REQUEST, WHOLE_REPORT } from './pointing-words.ts'
import type { Word } from './split-words.ts'
import { headStem } from './synonyms.ts'

/** A claim that a doc put forward, and the words with which it did. */
export interface Put {
  readonly draft: Draft
  readonly content: Content
}

export interface Antecedent {
  readonly draft: Draft
  readonly because: string
}

const ASKED_LEAST = 5 // letters; "had seen", "had met" stand in too many claims

/**
 * The claim that a content without a matter of its own is about. None where nothing was put forward, or where the
 * words point at something that is no claim. `said`: all contents of the doc, `puts`: those that put a claim forward.
 */
export function findAntecedent(
  content: Content,
  puts: readonly Put[],
  said: readonly Content[],
): Antecedent | undefined {
  const isSilent = isSilence(content.attribution.act)
  // nobody denies, or is silent on, what they put forward; but an outlet retracts its own report
  const isTakenBack = /^(?:retracts|corrects)$/.test(content.attribution.act)
  const others = isTakenBack ? puts : puts.filter((put) => !isOwn(content, put, puts))
  const before = others.filter((put) => startOf(put.content) < startOf(content))
  const pointers = pointersOf(content.statement)
  if (isSilent) {
    const spoken = findSpoken(content, before)
    if (spoken) return antecedent(spoken, 'it is about what the same report has that source say')
  }
  // "had done nothing wrong": of what is told of whoever says so
  if (isOfWrongdoing(content.statement)) {
    const told = before.findLast((put) => tellsOfSpeaker(put, content))
    return antecedent(told?.draft, 'it says so of what the same report tells of the speaker')
  }
  if (isBare(content)) return content.asked.terms.length > 0 ? undefined : findJustBefore(content, others, said)
  const charge = pointers.some((stem) => CHARGES.has(stem)) ? findCharge(before) : undefined
  if (charge) return antecedent(charge.draft, 'it answers the charge that the same report tells of just before')
  const isToldLater = before.length === 0 && pointers.length > 0 && pointers.every((stem) => CHARGES.has(stem))
  if (isToldLater && mattersOf(content.statement).length > 0) return undefined // rejected accusations that nobody has told yet
  const matters = mattersOf(content.statement).filter((stem) => !REQUEST.has(stem))
  const asked = isSilent ? mattersOf(content.asked).filter(({ length }) => length >= ASKED_LEAST) : []
  const main = findMainClaim(others)
  if (isSilent && matters.length + asked.length > 0) {
    // "did not reply to questions about the pact": the main claim if it is of the pact, else the nearest that is
    const sought = matters.length > 0 ? matters : asked
    const fitting = main && tellsOf(main, sought) ? main : before.findLast(({ draft }) => tellsOf(draft, sought))?.draft
    if (fitting) return antecedent(fitting, `it speaks of the "${sought[0]}" that the same report tells of`)
  }
  const reported = !isSilent && pointers.some((stem) => PRINTED.has(stem)) ? findReported(before) : undefined
  if (reported) return antecedent(reported.draft, 'it speaks of what the same report says an outlet reported')
  if (isSilent && asksOnly(content)) return findUnanswered(content, others, said, main)
  if (pointers.some(pointsAtReport)) {
    return antecedent(main, 'it speaks of what the report as a whole puts forward')
  }
  const heads = new Set(pointers.map(headStem))
  const named = new Set(content.statement.terms.map(({ stem }) => headStem(stem)))
  const nearest =
    before.findLast(({ content: { statement } }) => affirms(statement, heads)) ??
    before.findLast((put) => isOfKind(put, named)) ??
    (heads.has(OFFER) ? before.findLast(({ content: { statement } }) => isOffer(statement)) : undefined)
  if (nearest) return antecedent(nearest.draft, `it points back at the "${pointers[0]}" that the same report tells of`)
  if (heads.size > 0 && before.some(({ draft }) => draft.statements.some(({ terms }) => hasHead(terms, heads))))
    return undefined // "no offer had been made" agrees with "there was no offer"
  return isSilent
    ? undefined
    : antecedent(findNearby(content, before, matters, heads), 'it points back at what the report says just before')
}

// "The minister was said to have doubts. His office declined to comment." -> what its own paragraph tells just before; else what the
// report is about.
function findUnanswered(
  content: Content,
  puts: readonly Put[],
  said: readonly Content[],
  main: Draft | undefined,
): Antecedent | undefined {
  const just = findJustBefore(content, puts, said)
  return just ?? antecedent(main, 'it speaks of what the report as a whole puts forward')
}

function antecedent(draft: Draft | undefined, because: string): Antecedent | undefined {
  return draft && { draft, because }
}

function startOf({ attribution }: Content): number {
  return attribution.content[0].start
}

function isOwn({ speakers }: Content, { draft }: Put, puts: readonly Put[]): boolean {
  const isTold = puts.filter((put) => put.draft === draft)
  return isTold.length > 0 && isTold.every(({ content }) => content.speakers.some((one) => speakers.includes(one)))
}

/** "would not confirm it", "said that it had not": grammar alone, so that only the words before tell the matter. */
export function isBare({ statement }: Content): boolean {
  return statement.words.length > 0 && statement.terms.length === 0 && statement.words.every(isGrammarWord)
}

const isGrammarWord = ({ folded }: Word): boolean => isGrammar(folded)

// Ostmere will reportedly sign a pact. The palace would not confirm it -> the statement just before, in the same
// paragraph; where that opened no claim, none.
function findJustBefore(content: Content, puts: readonly Put[], said: readonly Content[]): Antecedent | undefined {
  const block = blockAt(content.read.doc, startOf(content))
  const near = said.filter((one) => one !== content && startOf(one) < startOf(content) && hasClaim(one))
  const last = near.findLast((one) => block && startOf(one) >= block.span.start)
  if (!last && isAnswer(content)) return findAbove(content, puts, near)
  const put = puts.findLast((one) => one.content === last)
  return antecedent(put?.draft, 'it points back at the words just before, in the same paragraph')
}

function isAnswer({ attribution: { act } }: Content): boolean {
  return act === 'denies' || act === 'confirms' || act === 'rejects'
}

// Two diplomats said that Roke had never meant to come. ¶ His spokeswoman denies that. But: ¶ A drone fell on a barn. Karsk denied that it was
// its own: what nobody said stands between
function findAbove(content: Content, puts: readonly Put[], near: readonly Content[]): Antecedent | undefined {
  const { doc } = content.read
  const block = blockAt(doc, startOf(content))
  if (hasSentenceBefore(content)) return undefined
  const above = block && doc.blocks[doc.blocks.indexOf(block) - 1]
  const last = near.at(-1)
  const isAbove = last !== undefined && above?.kind === 'paragraph' && startOf(last) >= above.span.start
  const put = isAbove ? puts.findLast((one) => one.content === last) : undefined
  return antecedent(put?.draft, 'it points back at the words just before, in the paragraph above')
}

function hasClaim({ attribution }: Content): boolean {
  return !isSilence(attribution.act)
}

// Meridian reported that Karsk had offered a truce. … Karsk has denied the reporting -> what Meridian reported first.
function findReported(before: readonly Put[]): Put | undefined {
  return before.find(({ content: { attribution } }) => attribution.source.kind === 'outlet')
}

// Inge said that parliament should have seen the text. "A pact that cannot be read cannot be kept," he said. Aldene
// rejected the charge -> what the last speaker put forward first of those words.
function findCharge(before: readonly Put[]): Put | undefined {
  const last = before.at(-1)
  const from = before.findLastIndex(
    ({ content }) => !content.speakers.some((one) => last?.content.speakers.includes(one)),
  )
  return before[from + 1]
}

// The word stands there, and not under a "no".
function affirms({ terms, text }: Statement, heads: ReadonlySet<string>): boolean {
  return !/^[“"]?whether\b/i.test(text) && terms.some(({ stem, isNegated }) => heads.has(headStem(stem)) && !isNegated)
}

// "the call": Roke spoke by telephone with Marrow; "rejected the demand": what somebody demands
function isOfKind({ content: { statement, attribution } }: Put, heads: ReadonlySet<string>): boolean {
  if (heads.has(CALL))
    return /\b(?:by (?:tele)?phone|telephoned?|phoned|rang|on the (?:tele)?phone)\b/i.test(statement.text)
  return heads.has(DEMAND) && attribution.act === 'demands'
}

// Karsk would be ready to pull back its guns: an offer, whatever it is called
function isOffer(statement: Statement): boolean {
  return !/^[“"]?whether\b/i.test(statement.text) && listGists(statement).some(({ frame }) => frame === 'offer')
}

function hasHead(terms: Statement['terms'], heads: ReadonlySet<string>): boolean {
  return terms.some(({ stem }) => heads.has(headStem(stem)))
}

// declined to comment on Roke's remarks -> of what the report has Roke say, what the report is about, else the first.
function findSpoken({ statement }: Content, before: readonly Put[]): Draft | undefined {
  const named = new Set(statement.terms.flatMap(({ stem }) => (stem.startsWith('@') ? [stem.slice(1)] : [])))
  const printed = new Set(statement.words.flatMap(({ folded }) => foldPerson(folded.replace(/'s$/, ''))))
  const spoken = before.filter(
    ({ content }) =>
      content.speakers.some((speaker) => named.has(speaker)) ||
      content.surnames.some((surname) => printed.has(surname)),
  )
  return findMainClaim(spoken)
}

function tellsOfSpeaker({ content: { statement } }: Put, { speakers, surnames }: Content): boolean {
  return (
    statement.terms.some(({ stem }) => speakers.some((one) => stem === `@${one}`)) ||
    statement.words.some(({ folded }) => surnames.includes(folded.replace(/'s$/, '')))
  )
}

function asksOnly({ statement: { terms } }: Content): boolean {
  const isRequest = terms.some(({ stem }) => REQUEST.has(stem)) || terms.length === 0
  return isRequest && terms.every(({ stem, isNumber }) => isNumber || REQUEST.has(stem) || WHOLE_REPORT.has(stem))
}
