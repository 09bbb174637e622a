// Which sayings a column would print first. Reach and clarity decide, never whether a thing is true; the numbers only
// order, and are in no way a score of anybody.
import type { Act } from '../model/act.ts'
import { sourceKindOf } from '../model/attribution.ts'
import { contentKey, type Saying } from './find-sayings.ts'
import type { WeekView } from './week-view.ts'
import { outermost } from './write-line.ts'

const AGAINST: ReadonlySet<Act> = new Set(['denies', 'rejects', 'doubts'])

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

/** True where the saying speaks against a claim. */
export function isAgainst({ attribution }: Saying): boolean {
  return AGAINST.has(attribution.act)
}

/** True where somebody would not, or could not be made to, speak. */
export function isSilence({ attribution }: Saying): boolean {
  return attribution.act === 'declines to comment'
}

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

/** The sayings that tell nothing which one of `used` or an earlier one of their own told already. */
export function leaveOutTold(sayings: readonly Saying[], used: readonly Saying[]): Saying[] {
  const told = new Set(used.flatMap(keysOf))
  return sayings.filter((saying) => {
    const keys = keysOf(saying)
    if (keys.some((key) => told.has(key))) return false
    for (const key of keys) told.add(key)
    return true
  })
}

/** True for what an official, a government or a body said at a briefing or in a statement. */
export function isOfficialStatement(saying: Saying): boolean {
  const { setting, source } = saying.attribution
  if (setting?.kind !== 'briefing' && setting?.kind !== 'statement') return false
  const kind = sourceKindOf(source)
  const isOfficial = kind === 'official' || kind === 'government' || kind === 'organisation'
  return isOfficial && !isAgainst(saying) && !isSilence(saying)
}

function keysOf(saying: Saying): string[] {
  const { act } = saying.attribution
  const isRevision = act === 'corrects' || act === 'retracts'
  const side = isSilence(saying) ? 'silent' : isAgainst(saying) ? 'against' : isRevision ? 'revised' : 'for'
  const claims = saying.claims.map((claim) => `${claim} ${side} ${side === 'for' ? '' : (saying.holder ?? '')}`)
  const sentence = side === 'for' ? [`told ${saying.doc.id} ${outermost(saying).attribution.id}`] : []
  return [...claims, ...sentence, `words ${contentKey(saying)} ${side === 'for' ? '' : (saying.holder ?? '')}`]
}

function weigh(saying: Saying, view: WeekView): number {
  const { doc, attribution, claims } = saying
  const reach = Math.max(0, ...claims.map((claim) => new Set(view.rowByClaim.get(claim)?.assertedIn).size))
  const answered = claims.some((claim) => {
    const row = view.rowByClaim.get(claim)
    return row && row.deniedBy.length + row.declinedToComment.length + row.confirmedBy.length > 0
  })
  // the news stands at the top of a report: 1 in the first lines, 0 at the end
  const height = 1 - attribution.content[0].start / Math.max(1, doc.text.length)
  const isStatement = attribution.setting?.kind === 'briefing' || attribution.setting?.kind === 'statement'
  return (
    2 * Math.min(reach, 5) +
    (answered ? 2 : 0) +
    (isStatement ? 0.5 : 0) +
    2 * height +
    BY_SOURCE[sourceKindOf(attribution.source)] +
    BY_FORM[attribution.form] +
    attribution.confidence
  )
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
