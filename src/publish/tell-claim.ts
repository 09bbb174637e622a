// A claim as a section prints it: the best of its sayings, how many reports and origins it has, and where else it was
// printed; as a heading, its own wording in marks.
import type { Line } from '../model/edition.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Saying } from './find-sayings.ts'
import { type Fragment, makeLine } from './make-line.ts'
import { originWords } from './origin-words.ts'
import { isAgainst, isSilence } from './rank-sayings.ts'
import type { WeekView } from './week-view.ts'
import { writeLine } from './write-line.ts'

const MOST_OTHERS = 3 // named beside a line; more would drown it

/** The line of a saying with the origins of its claim and the other reports of it. */
export function tellSayingOf(saying: Saying, view: WeekView): Line | undefined {
  if (isAgainst(saying) || isSilence(saying)) return writeLine(saying)
  const claim = mainClaim(saying, view)
  const row = claim && view.rowByClaim.get(claim)
  const words = row && claim && originWords(row)
  if (!words) return writeLine(saying)
  const claims = [claim, ...saying.claims.filter((other) => other !== claim)]
  return writeLine({ ...saying, claims }, { words, also: othersOf(claim, saying, view) })
}

/** The claim's wording in marks, opening its evidence: a quotation, never our words. */
export function claimHeading(claim: Id<'claim'>, view: WeekView): Line | undefined {
  const wording = wordingOf(claim, view)
  return wording && makeLine(wording, [claim])
}

/** The wording in marks as fragments; undefined where no evidence holds it as it stands. */
export function wordingOf(claim: Id<'claim'>, view: WeekView): Fragment[] | undefined {
  const row = view.rowByClaim.get(claim)
  const wording = row?.wording.replace(/^[\s"“]+|[\s"”,.;:]+$/g, '')
  const evidence = view.appearancesByClaim
    .get(claim)
    ?.find(({ evidence: { quote } }) => wording && quote.includes(wording))
  if (!wording || !evidence || /["“”\n]/.test(wording)) return undefined
  return [{ text: '“' }, { text: wording, copied: evidence.evidence, cited: evidence.evidence }, { text: '”' }]
}

/** The claim of a saying that most reports carry. */
export function mainClaim({ claims }: Saying, view: WeekView): Id<'claim'> | undefined {
  const reports = (claim: Id<'claim'>) => new Set(view.rowByClaim.get(claim)?.assertedIn).size
  return claims.toSorted((a, b) => reports(b) - reports(a))[0]
}

/** Where else it was printed: one report an outlet, a few of them. The count in the brackets opens them all. */
function othersOf(claim: Id<'claim'>, saying: Saying, view: WeekView): Evidence[] {
  const seen = new Set<string>([saying.doc.id, saying.doc.outlet ?? saying.doc.id])
  const others = (view.appearancesByClaim.get(claim) ?? []).flatMap(({ doc, evidence }) => {
    const outlet = view.docs.find((report) => report.doc.id === doc)?.doc.outlet ?? doc
    if (seen.has(doc) || seen.has(outlet)) return []
    seen.add(doc).add(outlet)
    return [evidence]
  })
  return others.slice(0, MOST_OTHERS)
}
