// Which claims the attributions of one report bear on, held against what was printed before. What puts a claim forward
// joins the nearest older claim or opens one; denials, rejections, doubts and confirmations attach to what they are about,
// whichever way they put it; "the report" and silences go to what their own report has put forward.
import { isSilent, putsForward } from '../model/act.ts'
import { asId, type Id } from '../model/id.ts'
import { lastingId } from '../model/lasting-id.ts'
import type { ClaimIndex, Draft } from './claim-index.ts'
import { findAntecedent, isBare, type Put } from './find-antecedent.ts'
import { findDeniedAgain } from './find-denied-again.ts'
import { tellsOf } from './find-nearby.ts'
import { deniesNot, findNearest, findQuoted } from './find-nearest.ts'
import { isNegator } from './find-negations.ts'
import { mattersOf, pointersOf } from './find-pointers.ts'
import { isAttitude, isFragment } from './is-attitude.ts'
import type { Content } from './make-contents.ts'
import type { Statement } from './make-statement.ts'
import { pointsAtReport } from './pointing-words.ts'

/** A content held to bear on a claim. */
export interface Found {
  readonly draft: Draft
  readonly content: Content
  readonly isContrary: boolean
  readonly isOuter: boolean // it only passes on an inner attribution that bears on the claim
  readonly isOpener?: boolean // the first to put the claim
  readonly because: string
}

/** What was made of one report. */
export interface MatchedDoc {
  readonly found: readonly Found[] // in order of the text
  readonly left: readonly Content[] // that may yet turn out to be about a claim printed later
  readonly isAlone: boolean // it puts nothing forward itself
  readonly stated: readonly Statement[] // ways of putting a claim that were not known before
}

/** Matches the contents of one report, and takes what they put forward into the index. */
export function matchDoc(contents: readonly Content[], index: ClaimIndex): MatchedDoc {
  const stated: Statement[] = []
  const settled = new Map<string, Found[]>()
  const pending: Content[] = []
  const settle = (content: Content): void => {
    if (settled.has(content.attribution.id)) return
    settled.set(content.attribution.id, [])
    if (content.isUnderDenial) return
    const inner = contents.filter(({ attribution }) => attribution.within === content.attribution.id)
    inner.forEach(settle)
    const passedOn = inner.flatMap(({ attribution }) => settled.get(attribution.id) ?? []).filter(isPutForward)
    const own =
      passedOn.length > 0 && putsForward(content.attribution.act)
        ? passOn(content, passedOn)
        : matchOne(content, index, stated)
    settled.set(content.attribution.id, own)
    if (own.length === 0) pending.push(content)
  }
  contents.forEach(settle)
  const putForward = [...settled.values()].flat().filter(isPutForward)
  putForward.sort((a, b) => startOf(a.content) - startOf(b.content))
  const left = pending.filter((content) => {
    const pointed = matchPointer(content, asNow(putForward, index), contents)
    if (pointed.length === 0) pointed.push(...matchDeniedAgain(content, asNow([...settled.values()].flat(), index)))
    if (pointed.length > 0) settled.set(content.attribution.id, pointed)
    else if (opens(content)) settled.set(content.attribution.id, [open(content, index, stated)])
    else return true
    return false
  })
  const found = [...settled.values()].flat().sort((a, b) => startOf(a.content) - startOf(b.content))
  return { found, left: left.filter(mayWait), isAlone: putForward.length === 0, stated }
}

function isPutForward({ content, isContrary }: Found): boolean {
  return putsForward(content.attribution.act) && !isContrary
}

// Claims with all that this report has added to them.
function asNow(puts: readonly Found[], index: ClaimIndex): Found[] {
  return puts.map((put) => ({ ...put, draft: index.find(put.draft.number) }))
}

function passOn(content: Content, inner: readonly Found[]): Found[] {
  const drafts = new Map(inner.map(({ draft }) => [draft.number, draft]))
  const because = 'it passes on words that bear on the claim'
  return [...drafts.values()].map((draft) => ({ draft, content, isContrary: false, isOuter: true, because }))
}

function matchOne(content: Content, index: ClaimIndex, stated: Statement[]): Found[] {
  const { act } = content.attribution
  const best = findQuoted(content, index) ?? (content.isPointer ? undefined : findNearest(content, index))
  if (best && !(best.isContrary && putsForward(act) && isOwn(content, best.draft))) {
    if (putsForward(act) && !best.isContrary) keep(best.draft, content, index, stated)
    return [{ content, isOuter: false, ...best }]
  }
  return putsForward(act) && !content.isPointer && tellsEnough(content) && !isAttitude(content) && !isFragment(content)
    ? [open(content, index, stated)]
    : []
}

// "The truce is holding", and nine days later "the truce is not holding", by one spokesman: he tells of another day, and denies nothing.
// On one day, as in a later version of a page, the two stand against each other.
function isOwn({ speakers, statement }: Content, { by, statements }: Draft): boolean {
  const day = statement.printed?.slice(0, 10)
  const isAnotherDay = day !== undefined && statements.every(({ printed }) => printed?.slice(0, 10) !== day)
  return isAnotherDay && speakers.length > 0 && by.length > 0 && by.every((one) => speakers.includes(one))
}

// "dismissed the report", "said that no such offer had been made", "declined to comment". An assertion only points
// where it says that something named before is not so.
function matchPointer(content: Content, putForward: readonly Put[], said: readonly Content[]): Found[] {
  const { act } = content.attribution
  if (deniesNot(content)) return [] // dismissed reports that it had not been told
  const pointers = pointersOf(content.statement)
  const isPut = act !== 'confirms' && putsForward(act)
  const matters = mattersOf(content.statement)
  if (!isSilent(act) && !content.isPointer && pointers.length === 0) return []
  const isContrary = isPut && content.isPointer && content.statement.words.some(isNegator)
  const isAnswer = isBare(content) && content.statement.words.some(({ folded }) => folded !== 'no') // but: “No, no, no!” she screamed
  if (isPut && !(isContrary && (pointers.length > 0 || isAnswer))) return []
  // admitted that the ban will not work: no word on the claim before that is not so
  if (act === 'confirms' && !isBare(content) && content.statement.words.some(isNegator)) return []
  const found = findAntecedent(content, putForward, said)
  if (!found) return []
  // "refuted claims of any contact", "took back its story on Fenn Point" point at no claim that says nothing of contact or of Fenn Point
  const isOfReport = pointers.some(pointsAtReport)
  if (act === 'denies' && isOfReport && matters.length > 0 && !tellsOf(found.draft, matters)) return []
  const taken = act === 'retracts' || act === 'corrects' ? [...matters, ...namesAfterOn(content.statement)] : []
  if (taken.length > 0 && !tellsOf(found.draft, taken)) return []
  return [{ ...found, content, isContrary, isOuter: false }]
}

// its story on [Fenn Point]; but not: a story of the Tarn News Agency
function namesAfterOn({ text, words, terms }: Content['statement']): string[] {
  if (WHEN_OR_WHERE.test(text)) return []
  return terms.flatMap(({ isName, stem, start }) => {
    const before = words.filter((word) => word.start < start).findLast((word) => !word.isName && word.folded !== 'the')
    return isName && /^(?:on|about|concerning)$/.test(before?.folded ?? '') ? [stem] : []
  })
}

// retracted its story on Monday, on August 2, on Facebook, on Karsk Television
const WHEN_OR_WHERE =
  /\bon (?:\S+ ){0,2}?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:january|february|march|april|may|june|july|august|september|october|november|december)|christmas|easter|new year|x|twitter|facebook|instagram|telegram|youtube|television|tv|radio|air|its (?:web)?site)\b/i

// Denied in full what a denial before it had in short. Not what opens a claim of its own: "denied that an envoy had crossed".
function matchDeniedAgain(content: Content, found: readonly Found[]): Found[] {
  if (content.attribution.act !== 'denies' || opens(content)) return []
  const denied = found.filter((one) => one.content.attribution.act === 'denies')
  const again = findDeniedAgain(content, denied)
  return again ? [{ ...again, content, isContrary: false, isOuter: false }] : []
}

// "denied that any envoy had crossed the border" is a claim with a denial, even if nobody here has put it forward.
function opens(content: Content): boolean {
  const { attribution, statement, isPointer } = content
  const isSaid = !isPointer || mattersOf(statement).length > 0
  return (
    attribution.act === 'denies' &&
    isSaid &&
    tellsEnough(content) &&
    !isFragment(content) &&
    !statement.terms.some(({ isNegated }) => isNegated)
  )
}

const FIRST = 'these words are the first to put the claim'
const CONTENT_WORDS_FEWEST = 3

// "letters were passing" is no claim that anybody would look for; "Oskarde had resigned" names somebody and is one.
// A name alone, such as that of a paper which is cited, tells nothing.
function tellsEnough({ statement: { terms } }: Content): boolean {
  if (terms.every(({ isName }) => isName)) return false
  return terms.reduce((sum, { isName }) => sum + (isName ? 2 : 1), 0) >= CONTENT_WORDS_FEWEST
}

function open(content: Content, index: ClaimIndex, stated: Statement[]): Found {
  const { statement, wording } = content
  const id = idOfClaim(content)
  const about = [...new Set(statement.terms.flatMap(({ stem }) => (stem.startsWith('@') ? [stem.slice(1)] : [])))]
  const draft = index.open({ id, wording, about, by: content.speakers }, statement)
  stated.push(statement)
  for (const quote of content.quotes) index.keepQuote(draft, quote)
  return { draft, content, isContrary: false, isOuter: false, isOpener: true, because: FIRST }
}

/** The id of the claim that these words of a report are the first to put. */
export function idOfClaim({ read: { doc }, evidence }: Pick<Content, 'read' | 'evidence'>): Id<'claim'> {
  return asId<'claim'>(lastingId('claim', doc, evidence.span))
}

function keep(draft: Draft, content: Content, index: ClaimIndex, stated: Statement[]): void {
  if (index.widen(draft, content.isPointer ? undefined : content.statement, content.speakers))
    stated.push(content.statement)
  for (const quote of content.quotes) index.keepQuote(draft, quote)
}

// Only what answers a claim looks for one that is printed later; what puts one forward has opened its own, or says too little.
function mayWait({ attribution: { act } }: Content): boolean {
  return act === 'confirms' || !putsForward(act)
}

function startOf({ attribution }: Content): number {
  return attribution.content[0].start
}
