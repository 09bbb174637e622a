// What one report has of a claim, told: its words, who stands behind them, and what it adds to the count of the origins. The report
// itself is let go of, so that a claim that thousands print can be held.
import { type Act, putsForward } from '../model/act.ts'
import type { Bearing } from '../model/claim.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import { makeSpan, type NonEmpty } from '../model/span.ts'
import type { Told } from './count-origins.ts'
import type { FoundRow } from './doc-rows.ts'
import { makeAppearances, type Telling } from './make-appearances.ts'
import type { Versions } from './mark-versions.ts'
import type { Part } from './rule-parts.ts'

export interface ToldPart {
  readonly doc: Id<'doc'>
  readonly rows: readonly CitedRow[]
  readonly told: readonly Told[]
  readonly bearings: readonly Bearing[]
  readonly versions: Versions // of the doc's page; none where it is not known to be one
}

/** Words that bear on a claim, as they stand in their report. */
export interface CitedRow extends FoundRow {
  readonly evidence: NonEmpty<Evidence>
  readonly at: string // the doc's place in the order of printing
  readonly act: Act
  readonly isDated: boolean
}

/** What a report tells of the claim of an id; whether it does so in other terms is only known beside the others. */
export function tellPart(claim: Id<'claim'>, part: Part, telling: Telling, versions: Versions): ToldPart {
  return {
    doc: part.doc,
    rows: listRows(part, telling),
    told: makeAppearances(claim, part.found, part.voiced, telling),
    bearings: makeBearings(claim, part, telling),
    versions,
  }
}

/** The words that open the claim, and all that put it forward again. */
export function puts({ act, isOpener, isContrary, isOuter }: CitedRow): boolean {
  return isOpener || (putsForward(act) && !isContrary && !isOuter)
}

function listRows({ found, at }: Part, { read }: Telling): CitedRow[] {
  const acts = new Map(read.reading.attributions.map(({ id, act }) => [id, act]))
  const isDated = read.doc.published !== undefined
  return found.flatMap((row): CitedRow[] => {
    const act = acts.get(row.attribution)
    const [first, ...others] = row.spans.map(([start, end]) => cite(read.doc, makeSpan(read.doc.text, start, end)))
    return first && act ? [{ ...row, evidence: [first, ...others], at, act, isDated }] : []
  })
}

function makeBearings(claim: Id<'claim'>, { doc, found }: Part, { read }: Telling): Bearing[] {
  return found.flatMap(({ attribution, spans: [words], isContrary, because }): Bearing[] => {
    if (!words) return []
    const evidence = cite(read.doc, makeSpan(read.doc.text, words[0], words[1]))
    return [{ claim, doc, attribution, evidence, ...(isContrary && { contrary: true }), because }]
  })
}
