// Which attributions bear on one claim. One greedy pass in log order: what puts a claim forward joins the nearest older
// claim or opens one; denials, rejections, doubts and confirmations attach to what they are about, whichever way they
// put it; "the report" and silences go to what their own report has put forward. What found nothing is tried again once
// all docs are in, since a denial often arrives before the story: that adds bearings, never ids.
import { isSilent, putsForward } from '../model/act.ts'
import { digestOfParts } from '../model/digest.ts'
import { asId } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { contains } from '../model/span.ts'
import type { VectorOf } from '../model/vector.ts'
import { ClaimIndex, type Draft } from './claim-index.ts'
import { findAntecedent, isBare, type Put, pointsAtReport, tellsOf } from './find-antecedent.ts'
import { findDeniedAgain } from './find-denied-again.ts'
import { findNearest, findQuoted, nearestOf } from './find-nearest.ts'
import { isNegator } from './find-negations.ts'
import { findOwnVoice, stateSentence, type Voiced } from './find-own-voice.ts'
import { mattersOf, pointersOf } from './find-pointers.ts'
import { type Content, isBody, makeContents } from './make-contents.ts'
import type { Entities } from './match-entities.ts'
import { listMentions } from './name-mentions.ts'

/** A content held to bear on a claim. */
export interface Found {
  readonly draft: Draft
  readonly content: Content
  readonly isContrary: boolean
  readonly isOuter: boolean // it only passes on an inner attribution that bears on the claim
  readonly because: string
}

export interface ClaimMatches {
  readonly drafts: readonly Draft[]
  readonly found: readonly Found[] // in log order, within a doc in order of the text
  readonly contents: readonly Content[] // of all attributions, matched or not
  readonly voiced: readonly Voiced[]
}

const EASE_OF_SENTENCE = 0.1

/** Matches the contents of docs, in log order, to claims. */
export function matchClaims(reads: readonly ReadDoc[], entities: Entities, vectorOf?: VectorOf): ClaimMatches {
  const index = new ClaimIndex()
  const found: Found[] = []
  const left: { content: Content; isAlone: boolean }[] = []
  const contents: Content[] = []
  for (const [at, read] of reads.entries()) {
    const made = makeContents(at, read, entities, vectorOf)
    const doc = matchDoc(made, index)
    contents.push(...made)
    found.push(...doc.found)
    left.push(...doc.left.map((content) => ({ content, isAlone: doc.isAlone })))
  }
  for (const { content, isAlone } of left) {
    const late = matchLate(content, isAlone, index, entities)
    if (late) found.push(late)
  }
  found.sort((a, b) => a.content.at - b.content.at || startOf(a.content) - startOf(b.content))
  const foundIn = Map.groupBy(found, ({ content }) => content.at)
  const voiced = reads.flatMap((read, at) => findOwnVoice(read, at, foundIn.get(at) ?? [], index, entities))
  return { drafts: index.drafts, found, contents, voiced }
}

interface MatchedDoc {
  readonly found: readonly Found[]
  readonly left: readonly Content[]
  readonly isAlone: boolean // the doc puts nothing forward itself
}

function matchDoc(contents: readonly Content[], index: ClaimIndex): MatchedDoc {
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
      passedOn.length > 0 && putsForward(content.attribution.act) ? passOn(content, passedOn) : matchOne(content, index)
    settled.set(content.attribution.id, own)
    if (own.length === 0) pending.push(content)
  }
  contents.forEach(settle)
  const putForward = [...settled.values()].flat().filter(isPutForward)
  putForward.sort((a, b) => startOf(a.content) - startOf(b.content))
  const left = pending.filter((content) => {
    const pointed = matchPointer(content, putForward, contents)
    if (pointed.length === 0) pointed.push(...matchDeniedAgain(content, [...settled.values()].flat()))
    if (pointed.length > 0) settled.set(content.attribution.id, pointed)
    else if (opens(content)) settled.set(content.attribution.id, [open(content, index)])
    else return true
    return false
  })
  return { found: [...settled.values()].flat(), left, isAlone: putForward.length === 0 }
}

function isPutForward({ content, isContrary }: Found): boolean {
  return putsForward(content.attribution.act) && !isContrary
}

function passOn(content: Content, inner: readonly Found[]): Found[] {
  const drafts = [...new Set(inner.map(({ draft }) => draft))]
  const because = 'it passes on words that bear on the claim'
  return drafts.map((draft) => ({ draft, content, isContrary: false, isOuter: true, because }))
}

function matchOne(content: Content, index: ClaimIndex): Found[] {
  const { act } = content.attribution
  const best = findQuoted(content, index) ?? (content.isPointer ? undefined : findNearest(content, index))
  if (best) {
    if (putsForward(act) && !best.isContrary) keep(best.draft, content, index)
    return [{ content, isOuter: false, ...best }]
  }
  return putsForward(act) && !content.isPointer && tellsEnough(content) ? [open(content, index)] : []
}

// "dismissed the report", "said that no such offer had been made", "declined to comment". An assertion only points
// where it says that something named before is not so.
function matchPointer(content: Content, putForward: readonly Put[], said: readonly Content[]): Found[] {
  const { act } = content.attribution
  const pointers = pointersOf(content.statement)
  const isPut = act !== 'confirms' && putsForward(act)
  const matters = mattersOf(content.statement)
  if (!isSilent(act) && !content.isPointer && pointers.length === 0) return []
  const isContrary = isPut && content.isPointer && content.statement.words.some(isNegator)
  if (isPut && !(isContrary && (pointers.length > 0 || isBare(content)))) return []
  const found = findAntecedent(content, putForward, said)
  if (!found) return []
  // "refuted claims of any contact" points at no claim that says nothing of contact
  const isOfReport = pointers.some(pointsAtReport)
  if (act === 'denies' && isOfReport && matters.length > 0 && !tellsOf(found.draft, matters)) return []
  return [{ ...found, content, isContrary, isOuter: false }]
}

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
    !statement.terms.some(({ isNegated }) => isNegated)
  )
}

const CONTENT_WORDS_FEWEST = 3

// "letters were passing" is no claim that anybody would look for; "Oskarde had resigned" names somebody and is one.
function tellsEnough({ statement: { terms } }: Content): boolean {
  return terms.reduce((sum, { isName }) => sum + (isName ? 2 : 1), 0) >= CONTENT_WORDS_FEWEST
}

function open(content: Content, index: ClaimIndex): Found {
  const { evidence, pieces, statement, wording } = content
  const draft: Draft = {
    id: asId<'claim'>(digestOfParts('claim', evidence.doc, evidence.span.start, evidence.span.end)),
    wording,
    about: [...new Set(statement.terms.flatMap(({ stem }) => (stem.startsWith('@') ? [stem.slice(1)] : [])))],
    statements: [statement],
    evidence: [evidence, ...pieces.filter(({ span }) => !contains(evidence.span, span))],
  }
  index.open(draft)
  for (const quote of content.quotes) index.keepQuote(draft, quote)
  return { draft, content, isContrary: false, isOuter: false, because: 'these words are the first to put the claim' }
}

function keep(draft: Draft, content: Content, index: ClaimIndex): void {
  draft.evidence.push(content.evidence)
  if (!content.isPointer) index.widen(draft, content.statement)
  for (const quote of content.quotes) index.keepQuote(draft, quote)
}

// A denial in a report that puts nothing forward itself: of a claim that came later, or of the one that a sentence
// around it tells of ("Karsk denied on Friday that …" under a headline that names the offer).
function matchLate(content: Content, isAlone: boolean, index: ClaimIndex, entities: Entities): Found | undefined {
  const { act } = content.attribution
  if (act !== 'confirms' && putsForward(act)) return undefined
  const own = content.isPointer ? undefined : findNearest(content, index)
  if (own) return { ...own, content, isOuter: false }
  if (!isAlone) return undefined
  const { read } = content
  const mentions = listMentions(read)
  const near = [...read.reading.sentences].sort(
    (a, b) => Math.abs(a.start - startOf(content)) - Math.abs(b.start - startOf(content)),
  )
  for (const sentence of near) {
    const match = nearestOf(stateSentence(read, sentence, mentions, entities), index, { ease: EASE_OF_SENTENCE })
    if (match) {
      const where = isBody(read, sentence.start) ? 'a sentence beside it' : 'the headline above it'
      return { draft: match.draft, content, isContrary: false, isOuter: false, because: `${where} tells of the claim` }
    }
  }
  return undefined
}

function startOf({ attribution }: Content): number {
  return attribution.content[0].start
}
