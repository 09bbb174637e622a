// Where else a saying was printed: another report that carries the same saying, not merely the same claim. Roke's
// confirmation of March is not "also in" the reports of unnamed officials that he confirmed.
import type { Appearance } from '../model/claim.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { isAltered } from '../model/quote-match.ts'
import { overlaps } from '../model/span.ts'
import type { Saying } from './find-sayings.ts'
import { inOrderOfPrint } from './first-print.ts'
import { actOn } from './sides.ts'
import type { WeekView } from './week-view.ts'
import { outermost } from './write-line.ts'

const MOST_OTHERS = 3 // named beside a line; more would drown it
const SHARED_LEAST = 0.5 // of the shorter one's words: a cut reprint keeps most of them

/**
 * The saying's words in other reports, the earliest first, one report an outlet: by the same teller, or shared running
 * text; doing the same to the claim; in the same words or most of them, and not altered inside quotation marks.
 */
export function findOthers(claim: Id<'claim'>, saying: Saying, view: WeekView): Evidence[] {
  const all = view.appearancesByClaim.get(claim) ?? []
  const told = outermost(saying).attribution.id
  const own = all.find((each) => each.doc === saying.doc.id && outermostOf(each, saying) === told)
  if (!own) return []
  const act = actOn(saying, claim)
  const seen = new Set<string>([saying.doc.id, saying.doc.outlet ?? saying.doc.id])
  const others: Evidence[] = []
  for (const other of inOrderOfPrint(claim, view)) {
    if (others.length === MOST_OTHERS) break
    const outlet = view.findDoc(other.doc)?.outlet ?? other.doc
    if (seen.has(other.doc) || seen.has(outlet)) continue
    if (view.actOf(other) !== act || !isSameSaying(own, other, view)) continue
    seen.add(other.doc).add(outlet)
    others.push(other.evidence)
  }
  return others
}

// "Roke told the delegation that …, one official said": the claim may appear by the words of either.
function outermostOf({ attribution: at }: Appearance, saying: Saying): string | undefined {
  const attribution = saying.reading.attributions.find(({ id }) => id === at)
  return attribution && outermost({ ...saying, attribution }).attribution.id
}

function isSameSaying(own: Appearance, other: Appearance, view: WeekView): boolean {
  if (own.doc === other.doc) return false
  const origin = view.originOf(own)
  const isOneTeller = origin !== undefined && origin === view.originOf(other)
  return (isOneTeller || isCopy(own, other)) && isWorded(own, other) && !isChanged(other, view)
}

function isCopy(own: Appearance, other: Appearance): boolean {
  const sources = sourcesOf(own)
  return sourcesOf(other).some((doc) => sources.includes(doc))
}

function sourcesOf({ doc, lineage }: Appearance): Id<'doc'>[] {
  return [doc, ...lineage.flatMap((each) => (each.kind === 'near-identical text' ? [each.from] : []))]
}

function isWorded(own: Appearance, other: Appearance): boolean {
  const [a, b] = [wordsIn(own), wordsIn(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared >= SHARED_LEAST * Math.max(1, Math.min(a.size, b.size))
}

function wordsIn({ evidence }: Appearance): Set<string> {
  return new Set(evidence.quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

function isChanged({ evidence }: Appearance, { quoteMatches }: WeekView): boolean {
  return quoteMatches.some(
    (match) => isAltered(match) && match.later.doc === evidence.doc && overlaps(match.later.span, evidence.span),
  )
}
