// Which sayings a column would print first. Reach and clarity decide, never whether a thing is true; the numbers only
// order, and are in no way a score of anybody.
import { sourceKindOf } from '../model/attribution.ts'
import type { Saying } from './find-sayings.ts'
import { actOn, mainSideOf, sideOf } from './sides.ts'
import { movesTo } from './standing-words.ts'
import type { WeekView } from './week-view.ts'
import { outermost } from './write-line.ts'

// An official speaking in his own words before a body's statement before hearsay: what a reader would quote.
const BY_SOURCE = {
  official: 2,
  person: 1.5,
  government: 1.5,
  organisation: 1.2,
  anonymous: 1.2,
  document: 1,
  expert: 0.6,
  outlet: 0.4,
  unstated: -1.5,
} as const
const BY_FORM = { direct: 1.5, mixed: 1, indirect: 0 } as const

/** The sayings, the ones to print first before the others; the same order whatever order they came in. */
export function rankSayings(sayings: readonly Saying[], view: WeekView): Saying[] {
  const weights = new Map(sayings.map((saying) => [saying, weigh(saying, view)]))
  return sayings.toSorted(
    (a, b) =>
      (weights.get(b) ?? 0) - (weights.get(a) ?? 0) ||
      compareText(a.doc.published ?? '', b.doc.published ?? '') ||
      compareText(a.doc.id, b.doc.id) ||
      a.attribution.content[0].start - b.attribution.content[0].start,
  )
}

/** The sayings in the order of their printing: an original before its reprints. */
export function inPrint(sayings: readonly Saying[]): Saying[] {
  return sayings.toSorted((a, b) => compareText(a.doc.published ?? UNDATED, b.doc.published ?? UNDATED))
}

/**
 * The sayings without those that another outlet's unnamed source was retold from: of "an official told Radio Askevar",
 * in the Courier, where Radio Askevar's own report of it is here.
 */
export function leaveOutRetold(sayings: readonly Saying[]): Saying[] {
  const unnamed = sayings.filter(({ attribution }) => attribution.source.kind === 'anonymous')
  const keyOf = (saying: Saying, claim: string, outlet: string) => `${claim} ${mainSideOf(saying)} ${outlet}`
  const own = new Set(
    unnamed.flatMap((saying) =>
      saying.claims.map((claim) => keyOf(saying, claim, saying.doc.outlet?.toLowerCase() ?? '')),
    ),
  )
  return sayings.filter((saying) => {
    const { source, hearer, via } = saying.attribution
    if (source.kind !== 'anonymous') return true
    const words = [...(hearer ? [hearer.words] : []), ...via.flatMap((each) => [...each.words])]
    const heardBy = words
      .map(({ start, end }) => saying.doc.text.slice(start, end).toLowerCase())
      .filter((outlet) => outlet !== saying.doc.outlet?.toLowerCase())
    return !heardBy.some((outlet) => saying.claims.some((claim) => own.has(keyOf(saying, claim, outlet))))
  })
}

const UNDATED = '9999'

/** True for what an official, a government or a body said at a briefing or in a statement. */
export function isOfficialStatement(saying: Saying): boolean {
  const { setting, source } = saying.attribution
  if (setting?.kind !== 'briefing' && setting?.kind !== 'statement') return false
  const kind = sourceKindOf(source)
  const isOfficial = kind === 'official' || kind === 'government' || kind === 'organisation'
  return isOfficial && sideOf(saying) === 'for'
}

function weigh(saying: Saying, view: WeekView): number {
  const { doc, attribution } = outermost(saying) // whose words are printed
  // the news stands at the top of a report: 1 in the first lines, 0 at the end
  const height = 1 - attribution.content[0].start / Math.max(1, doc.text.length)
  return (
    weighNews(saying, view) +
    2 * height +
    BY_SOURCE[sourceKindOf(attribution.source)] +
    BY_FORM[attribution.form] +
    attribution.confidence
  )
}

/** What is new in it, whoever said it and how: how far its claim reached, that it was answered, announced or moved. */
export function weighNews(saying: Saying, view: WeekView): number {
  const { claims, attribution } = saying
  const reach = Math.max(0, ...claims.map((claim) => view.ledger.headOf(claim)?.reports ?? 0))
  const answered = claims.some((claim) => {
    const head = view.ledger.headOf(claim)
    return head !== undefined && head.denied + head.declined + head.confirmed > 0
  })
  return (
    3 * Math.log2(1 + reach) + // the second report tells more than the twelfth
    (answered ? 2 : 0) +
    (attribution.act === 'announces' ? 2 : 0) + // an act, where others are remarks on it
    noveltyOf(saying, view)
  )
}

/** What moved a claim before what is new, and both before what last week's edition could say. */
function noveltyOf(saying: Saying, { standings }: WeekView): number {
  const changes = saying.claims.flatMap((claim) => {
    const change = standings.get(claim)
    return change ? [{ ...change, isMover: movesTo(change.now, actOn(saying, claim)) }] : []
  })
  if (changes.length === 0) return 0
  if (changes.some(({ before, now, isMover }) => before !== undefined && before !== now && isMover)) return 8
  return changes.some(({ before, now }) => before !== now) ? 2 : -4
}

/** True for what stands in the first sentences of its report: what the report is for. */
export function isOnTop({ doc, attribution }: Saying): boolean {
  const first = doc.blocks.find(({ kind }) => kind === 'paragraph')
  return first !== undefined && attribution.cue[0].start < first.span.end
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
