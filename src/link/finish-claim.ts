// A claim with all that hangs on it, from what the pass remembers: its bearings, its appearances, and its origins.
import { type Act, putsForward } from '../model/act.ts'
import type { Appearance, Bearing, Claim } from '../model/claim.ts'
import { cite, type Evidence } from '../model/evidence.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { Independence } from '../model/origin.ts'
import { makeSpan, type NonEmpty } from '../model/span.ts'
import { countOrigins } from './count-origins.ts'
import type { FoundRow, VoicedRow } from './doc-rows.ts'
import { keepTellers } from './keep-tellers.ts'
import { makeAppearances, type Telling } from './make-appearances.ts'
import { markAppearances, markBearings, type Versions } from './mark-versions.ts'
import type { ClaimPlan } from './plan-claims.ts'
import type { EntityPlan } from './plan-entities.ts'
import type { Matched } from './rule-parts.ts'
import { withRulings } from './with-rulings.ts'
import { chooseWorded } from './word-claim.ts'

/** What one doc has of a claim. */
export interface Part {
  readonly telling: Telling
  readonly at: string // the doc's place in the order of printing
  readonly found: readonly FoundRow[]
  readonly voiced: readonly VoicedRow[]
  readonly versions: Versions // of the doc's page; none where it is not known to be one
}

export interface FinishedClaim {
  readonly claim: Claim
  readonly at: string // where it was first put; sorts as text
  readonly docs: readonly ReadDoc[] // that bear on it, in the order of printing
  readonly bearings: readonly Bearing[]
  readonly appearances: readonly Appearance[]
  readonly independence: Independence
}

/** What people ruled, as a plan. */
export interface Ruled {
  readonly claims: ClaimPlan
  readonly entities: EntityPlan
  readonly now: (entity: Id<'entity'>) => Id<'entity'> // who somebody is now
}

/** Finishes a claim from its parts, in the order of printing. Undefined where no part puts it any more. */
export function finishClaim(
  { id, about, parts }: Matched,
  { claims, entities, now }: Ruled,
): FinishedClaim | undefined {
  const put = parts.flatMap((part) => listRows(part).filter(puts))
  const [first, ...others] = put.length > 0 ? put : parts.flatMap(listRows).slice(0, 1) // a denial that people split off
  if (!first) return undefined
  const { row: worded, verb } = chooseWorded(datedFirst([first, ...others]))
  const evidence = [first, ...others].filter((row) => row !== worded).flatMap(({ evidence: [own] }) => own)
  const claim: Claim = {
    id,
    aliases: claims.aliasesOf(id),
    wording: worded.wording ?? worded.evidence[0].quote,
    about: [...new Set(about.map((entity) => now(asId<'entity'>(entity))))],
    evidence: [...worded.evidence, ...evidence],
  }
  const isJoined = claim.aliases.length > 0 // by a person, for whom other terms are the claim as well
  const bare = parts.flatMap(({ found, voiced, telling }) =>
    makeAppearances({ id, ...(!isJoined && { verb }) }, found, voiced, telling),
  )
  const marked = markAppearances(
    bare.map(({ appearance }) => appearance),
    parts,
  )
  const told = bare.map((one, at) => ({ ...one, appearance: marked[at] ?? one.appearance }))
  return {
    claim,
    at: `${first.at} ${String(first.evidence[0].span.start).padStart(9, '0')}`,
    docs: parts.map(({ telling }) => telling.read),
    bearings: markBearings(
      parts.flatMap((part) => makeBearings(claim, part)),
      parts,
    ),
    appearances: keepTellers(told),
    independence: withRulings(countOrigins(claim, told), told, { claims, entities }),
  }
}

type CitedRow = FoundRow & {
  readonly evidence: NonEmpty<Evidence>
  readonly at: string
  readonly act: Act
  readonly isDated: boolean
}

function listRows({ found, at, telling: { read } }: Part): CitedRow[] {
  const acts = new Map(read.reading.attributions.map(({ id, act }) => [id, act]))
  const isDated = read.doc.published !== undefined
  return found.flatMap((row): CitedRow[] => {
    const act = acts.get(row.attribution)
    const [first, ...others] = row.spans.map(([start, end]) => cite(read.doc, makeSpan(read.doc.text, start, end)))
    return first && act ? [{ ...row, evidence: [first, ...others], at, act, isDated }] : []
  })
}

// The words that open the claim, and all that put it forward again.
function puts({ act, isOpener, isContrary, isOuter }: CitedRow): boolean {
  return isOpener || (putsForward(act) && !isContrary && !isOuter)
}

// A report without a date may stand anywhere: its words put a claim only where no other report does.
function datedFirst(rows: NonEmpty<CitedRow>): [CitedRow, ...CitedRow[]] {
  const [first, ...others] = [...rows].sort((a, b) => Number(b.isDated) - Number(a.isDated))
  return [first ?? rows[0], ...others]
}

function makeBearings(claim: Claim, { found, telling: { read } }: Part): Bearing[] {
  return found.flatMap(({ attribution, spans: [words], isContrary, because }): Bearing[] => {
    if (!words) return []
    const evidence = cite(read.doc, makeSpan(read.doc.text, words[0], words[1]))
    return [
      { claim: claim.id, doc: read.doc.id, attribution, evidence, ...(isContrary && { contrary: true }), because },
    ]
  })
}
