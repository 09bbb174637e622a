// Corrected or withdrawn: claims that a report of the week took back, with who had printed them, and what stands in
// their place.
import type { Appearance } from '../model/claim.ts'
import type { Item, Line } from '../model/edition.ts'
import { cite } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { type NonEmpty, wordsOf } from '../model/span.ts'
import { findCorrected } from './find-corrected.ts'
import type { Saying } from './find-sayings.ts'
import { inOrderOfPrint, tellerOf } from './first-print.ts'
import { dayWords } from './iso-week.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { capital, counted } from './origin-words.ts'
import { isWithin } from './period.ts'
import { inPrint } from './rank-sayings.ts'
import { claimsOn, sideOf } from './sides.ts'
import { claimHeading, tellSayingOf, wordAppearance } from './tell-claim.ts'
import type { Told, WeekView } from './week-view.ts'
import { outermost, outletOf, writeLine } from './write-line.ts'

/** One item a claim: where it stood first, the words that took it back, and what the same report says instead. */
export function composeCorrected(view: WeekView): Told<readonly Item[]> & { note?: string } {
  const revising = inPrint(view.sayings.filter((saying) => sideOf(outermost(saying)) === 'revised'))
  const byClaim = new Map<Id<'claim'>, Saying>()
  for (const saying of revising) {
    for (const claim of claimsOn(outermost(saying), 'revised')) {
      if (!byClaim.has(claim)) byClaim.set(claim, saying)
    }
  }
  const used: Saying[] = []
  const corrected = [...byClaim].flatMap(([claim, saying]): Item[] => {
    const line = writeLine(saying)
    if (!line) return []
    const instead = tellInstead(claim, saying, view)
    used.push(saying, ...(instead ? [instead.saying] : []))
    const before = tellBefore(inOrderOfPrint(claim, view), view)
    return [itemOf(claim, [...(before ? [before] : []), line, ...(instead ? [instead.line] : [])], view)]
  })
  const withdrawn = [...view.appearancesByClaim].flatMap(([claim, all]): Item[] => {
    if (byClaim.has(claim)) return []
    const lines = all.flatMap((appearance) => tellGone(appearance, view) ?? [])
    return lines.length > 0 ? [itemOf(claim, lines, view)] : []
  })
  const items = [...corrected, ...withdrawn]
  return { items, used, ...(items.length === 0 && { note: whyNone(revising, byClaim.size > 0, view) }) }
}

// By what there was, and not by what could be printed of it.
function whyNone(revising: readonly Saying[], bears: boolean, view: WeekView): string {
  const reports = new Set(revising.map(({ doc }) => doc.id)).size
  if (reports > 0) {
    const what = bears ? 'something back of which no line could be made' : 'something back that bears on no known claim'
    return `${capital(counted(reports, 'report'))} of the week ${reports === 1 ? 'takes' : 'take'} ${what}.`
  }
  const gone = [...view.appearancesByClaim.values()].flat().some((appearance) => isGoneHere(appearance, view))
  return gone
    ? 'A page no longer has what it had printed, of which no line could be made.'
    : 'No report of the week takes anything back.'
}

function isGoneHere({ gone }: Appearance, { period }: WeekView): boolean {
  return gone?.on !== undefined && period !== undefined && isWithin(gone.on, period)
}

function itemOf(claim: Id<'claim'>, lines: readonly Line[], view: WeekView): Item {
  const heading = claimHeading(claim, view)
  const story = view.ledger.headOf(claim)?.story
  return { ...(story && { story }), ...(heading && { heading }), lines: lines as unknown as NonEmpty<Line> }
}

/** `Meridian News Agency had printed it on 4 March 2031, on the word of one of three unnamed officials.` */
function tellBefore([first]: readonly Appearance[], view: WeekView): Line | undefined {
  const doc = first && view.findDoc(first.doc)
  if (!first || !doc?.published) return undefined
  const teller = tellerOf(first, view)
  const fragments: Fragment[] = [
    { text: `${outletOf(doc)} had printed it on ${dayWords(doc.published)}`, cited: first.evidence },
    ...(teller ? [{ text: ', on the word of ' }, ...teller] : []),
    { text: '.' },
  ]
  return makeLine(fragments, [first.claim], { sure: wordAppearance(first, view)?.sure ?? [] })
}

/** What the correcting report says in the place of what it takes back. */
function tellInstead(
  claim: Id<'claim'>,
  correction: Saying,
  view: WeekView,
): { saying: Saying; line: Line } | undefined {
  const before = view.ledger.headOf(claim)?.wording
  const own = (view.sayingsByDoc.get(correction.doc.id) ?? []).filter((saying) => sideOf(saying) === 'for')
  const saying =
    before === undefined
      ? undefined
      : findCorrected(before, own, ({ doc, attribution }) => wordsOf(doc.text, attribution.content))
  const line = saying ? tellSayingOf(saying, view) : undefined
  return saying && line && { saying, line }
}

/** `Orlenne Herald had printed it on 4 March 2031; the page no longer has it, as seen on 6 March 2031.` */
function tellGone(appearance: Appearance, view: WeekView): Line | undefined {
  if (!isGoneHere(appearance, view)) return undefined
  const { gone, evidence, claim } = appearance
  const doc = view.findDoc(appearance.doc)
  const later = gone && view.findDoc(gone.version)
  const [block] = later?.blocks ?? []
  if (!doc || !later || !block || gone.on === undefined) return undefined
  const day = doc.published ? ` on ${dayWords(doc.published)}` : ''
  return makeLine(
    [
      { text: `${outletOf(doc)} had printed it${day}`, cited: evidence },
      { text: '; ' },
      { text: `the page no longer has it, as seen on ${dayWords(gone.on)}`, cited: cite(later, block.span) },
      { text: '.' },
    ],
    [claim],
    { sure: wordAppearance(appearance, view)?.sure ?? [] },
  )
}
