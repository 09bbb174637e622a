// Which attributions bear on one claim. One greedy pass in log order: what puts a claim forward joins the nearest older
// claim or opens one; denials, rejections, doubts and confirmations attach to what they are about, whichever way they
// put it; "the report" and silences go to what their own report has put forward. What found nothing is tried again once
// all docs are in, since a denial often arrives before the story: that adds bearings, never ids.
import type { Act } from '../model/act.ts'
import { digestOfParts } from '../model/digest.ts'
import { cite } from '../model/evidence.ts'
import { asId } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { overlaps, type Span } from '../model/span.ts'
import { ClaimIndex, type Draft } from './claim-index.ts'
import { compareQuotes } from './compare-quotes.ts'
import { findAntecedent, type Put, pointsAtReport, tellsOf } from './find-antecedent.ts'
import { isNegator } from './find-negations.ts'
import { boundShare, judgeOneClaim } from './judge-one-claim.ts'
import { type Content, isBody, listMentions, makeContents, mattersOf, nameWithin, pointersOf } from './make-contents.ts'
import { makeStatement, type Statement } from './make-statement.ts'
import type { Entities } from './match-entities.ts'

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

/** A sentence in which an outlet puts a claim forward in its own voice. */
export interface Voiced {
  readonly draft: Draft
  readonly at: number
  readonly sentence: Span
}

const QUOTE_WORDS = 4 // a shorter quotation is shared by chance
const EASE = 0.12 // a denial is about something, so it may say less of it than who joins
const SHARE_LEAST = 0.52 // below it no pair is one claim, whatever roots and small words they share
const EASE_OF_SENTENCE = 0.1

/** True for acts that put a claim forward. */
export function puts(act: Act): boolean {
  return act === 'asserts' || act === 'announces' || act === 'confirms'
}

/** Matches the contents of docs, in log order, to claims. */
export function matchClaims(reads: readonly ReadDoc[], entities: Entities): ClaimMatches {
  const index = new ClaimIndex()
  const found: Found[] = []
  const left: { content: Content; isAlone: boolean }[] = []
  const contents: Content[] = []
  for (const [at, read] of reads.entries()) {
    const made = makeContents(at, read, entities)
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

// "Karsk has offered a truce." with no source in the sentence, in a report that gives nobody's word for it elsewhere.
function findOwnVoice(
  read: ReadDoc,
  at: number,
  found: readonly Found[],
  index: ClaimIndex,
  entities: Entities,
): Voiced[] {
  const attributed = new Set(found.map(({ draft }) => draft))
  const { attributions, quotations, sentences } = read.reading
  const taken = [...attributions.flatMap(({ cue, content }) => [...cue, ...content]), ...quotations]
  const mentions = listMentions(read)
  return sentences.flatMap((sentence): Voiced[] => {
    if (!isBody(read, sentence.start) || taken.some((span) => overlaps(span, sentence))) return []
    const match = nearestOf(stateSentence(read, sentence, mentions, entities), index, 0)
    if (!match || match.isContrary || attributed.has(match.draft)) return []
    attributed.add(match.draft)
    return [{ draft: match.draft, at, sentence }]
  })
}

function stateSentence(
  read: ReadDoc,
  sentence: Span,
  mentions: ReturnType<typeof listMentions>,
  { entityOf }: Entities,
): Statement {
  const namings = nameWithin([sentence], mentions, (chain) => entityOf(read.doc.id, chain.id)?.id)
  return makeStatement(cite(read.doc, sentence).quote, namings)
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
      passedOn.length > 0 && puts(content.attribution.act) ? passOn(content, passedOn) : matchOne(content, index)
    settled.set(content.attribution.id, own)
    if (own.length === 0) pending.push(content)
  }
  contents.forEach(settle)
  const putForward = [...settled.values()].flat().filter(isPutForward)
  putForward.sort((a, b) => startOf(a.content) - startOf(b.content))
  const left = pending.filter((content) => {
    const pointed = matchPointer(content, putForward)
    if (pointed.length > 0) settled.set(content.attribution.id, pointed)
    else if (opens(content)) settled.set(content.attribution.id, [open(content, index)])
    else return true
    return false
  })
  return { found: [...settled.values()].flat(), left, isAlone: putForward.length === 0 }
}

function isPutForward({ content, isContrary }: Found): boolean {
  return puts(content.attribution.act) && !isContrary
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
    if (puts(act) && !best.isContrary) keep(best.draft, content, index)
    return [{ content, isOuter: false, ...best }]
  }
  return puts(act) && !content.isPointer ? [open(content, index)] : []
}

type Match = Pick<Found, 'draft' | 'isContrary' | 'because'>

// A quotation of four words or more, the same or trimmed, is one remark whatever stands around it.
function findQuoted(content: Content, index: ClaimIndex): Match | undefined {
  for (const { quote } of content.quotes) {
    for (const candidate of index.listQuoted(quote)) {
      const shorter = quote.length < candidate.quote.length ? quote : candidate.quote
      if (shorter.split(/\s+/).length < QUOTE_WORDS) continue
      const { verdict } = compareQuotes(candidate.quote, quote)
      if (verdict !== 'verbatim' && verdict !== 'trimmed') continue
      return {
        draft: candidate.draft,
        isContrary: false,
        because: `it carries the same quotation, ${verdict}: "${shorter}"`,
      }
    }
  }
  return undefined
}

function findNearest({ statement, attribution }: Content, index: ClaimIndex, ease = 0): Match | undefined {
  const isPut = puts(attribution.act)
  const best = nearestOf(statement, index, ease + (isPut ? 0 : EASE))
  return best && { ...best, isContrary: isPut && best.isContrary }
}

function nearestOf(statement: Statement, index: ClaimIndex, ease: number): Match | undefined {
  let best: (Match & { score: number }) | undefined
  for (const draft of index.listNear(statement)) {
    for (const other of draft.statements) {
      if (boundShare(other, statement) < SHARE_LEAST - ease) continue
      const judged = judgeOneClaim(other, statement, ease)
      if (!judged.isOne || (best && judged.score <= best.score)) continue
      best = { draft, isContrary: judged.isContrary, because: judged.because, score: judged.score }
    }
  }
  return best && { draft: best.draft, isContrary: best.isContrary, because: best.because }
}

// "dismissed the report", "said that no such offer had been made", "declined to comment". An assertion only points
// where it says that something named before is not so.
function matchPointer(content: Content, putForward: readonly Put[]): Found[] {
  const { act } = content.attribution
  const pointers = pointersOf(content.statement)
  const isPut = act === 'asserts' || act === 'announces'
  const matters = mattersOf(content.statement)
  if (act !== 'declines to comment' && !content.isPointer && pointers.length === 0) return []
  if (isPut && !(content.isPointer && pointers.length > 0 && content.statement.words.some(isNegator))) return []
  const found = findAntecedent(content, putForward)
  // "refuted claims of any contact" points at no claim that says nothing of contact
  const isOfReport = pointers.some(pointsAtReport)
  if (act === 'denies' && isOfReport && matters.length > 0 && !found?.drafts.some((draft) => tellsOf(draft, matters)))
    return []
  return (found?.drafts ?? []).map((draft) => ({
    draft,
    content,
    isContrary: isPut,
    isOuter: false,
    because: found?.because ?? '',
  }))
}

// "denied that any envoy had crossed the border" is a claim with a denial, even if nobody here has put it forward.
function opens({ attribution, statement, isPointer }: Content): boolean {
  const isSaid = !isPointer || mattersOf(statement).length > 0
  return attribution.act === 'denies' && isSaid && !statement.terms.some(({ isNegated }) => isNegated)
}

function open(content: Content, index: ClaimIndex): Found {
  const { evidence, statement } = content
  const draft: Draft = {
    id: asId<'claim'>(digestOfParts('claim', evidence.doc, evidence.span.start, evidence.span.end)),
    wording: evidence.quote,
    about: [...new Set(statement.terms.flatMap(({ stem }) => (stem.startsWith('@') ? [stem.slice(1)] : [])))],
    statements: [statement],
    evidence: [evidence],
  }
  index.open(draft)
  for (const { quote } of content.quotes) index.keepQuote(draft, quote)
  return { draft, content, isContrary: false, isOuter: false, because: 'these words are the first to put the claim' }
}

function keep(draft: Draft, content: Content, index: ClaimIndex): void {
  draft.evidence.push(content.evidence)
  if (!content.isPointer) index.widen(draft, content.statement)
  for (const { quote } of content.quotes) index.keepQuote(draft, quote)
}

// A denial in a report that puts nothing forward itself: of a claim that came later, or of the one that a sentence
// around it tells of ("Karsk denied on Friday that …" under a headline that names the offer).
function matchLate(content: Content, isAlone: boolean, index: ClaimIndex, entities: Entities): Found | undefined {
  const { act } = content.attribution
  if (act === 'asserts' || act === 'announces') return undefined
  const own = content.isPointer ? undefined : findNearest(content, index)
  if (own) return { ...own, content, isOuter: false }
  if (!isAlone) return undefined
  const { read } = content
  const mentions = listMentions(read)
  const near = [...read.reading.sentences].sort(
    (a, b) => Math.abs(a.start - startOf(content)) - Math.abs(b.start - startOf(content)),
  )
  for (const sentence of near) {
    const match = nearestOf(stateSentence(read, sentence, mentions, entities), index, EASE_OF_SENTENCE)
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
