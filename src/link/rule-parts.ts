// What people ruled on claims, done to the claims as they were matched: the parts that docs have of them are gathered under
// the claims that they belong to now.
import type { Decision } from '../model/decision.ts'
import type { Doc } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import { reanchor } from '../model/reanchor.ts'
import { overlaps } from '../model/span.ts'
import { compareAt, type FoundRow, type VoicedRow } from './doc-rows.ts'
import type { ClaimPlan, Row } from './plan-claims.ts'

/** What one doc has of a claim. */
export interface Part {
  readonly number: number // of the doc
  readonly doc: Id<'doc'>
  readonly name: string // of the report
  readonly at: string // the doc's place in the order of printing
  readonly found: readonly FoundRow[] // in the order of the text
  readonly voiced: readonly VoicedRow[]
}

/** A claim as it was matched, with what each doc has of it. */
export interface Matched {
  readonly id: Id<'claim'>
  readonly about: readonly string[]
  readonly parts: readonly Part[] // in the order of printing
}

/**
 * The claims as people ruled. `decisions` are those in force, in log order; without any, nothing changes. Claims that rulings join or
 * part are to be given together.
 */
export function ruleParts(
  matched: readonly Matched[],
  { plan, decisions, docOf }: { plan: ClaimPlan; decisions: readonly Decision[]; docOf: (id: Id<'doc'>) => Doc },
): Matched[] {
  if (decisions.length === 0) return [...matched]
  const ruled = new Map<Id<'claim'>, { about: Set<string>; parts: Map<string, Part> }>()
  const put = (id: Id<'claim'>, { about }: Matched, part: Part): void => {
    const claim = ruled.get(id) ?? { about: new Set(), parts: new Map() }
    ruled.set(id, claim)
    for (const entity of about) claim.about.add(entity)
    const known = claim.parts.get(part.doc) ?? { ...part, found: [], voiced: [] }
    const found = [...known.found, ...part.found].sort((a, b) => startOf(a) - startOf(b))
    claim.parts.set(part.doc, { ...part, found, voiced: [...known.voiced, ...part.voiced] })
  }
  for (const claim of matched) {
    for (const part of claim.parts) {
      const rowsOf = Map.groupBy(part.found, (row) => plan.claimOf(planRow(claim.id, part.doc, row)))
      for (const [id, rows] of rowsOf) {
        const found = rows.map((row) => ({
          ...row,
          because: plan.becauseOf(planRow(claim.id, part.doc, row)) ?? row.because,
        }))
        put(id, claim, { ...part, found, voiced: [] })
      }
      const voiced = withoutRejected(part, decisions, docOf)
      if (voiced.length > 0) put(plan.restOf(claim.id), claim, { ...part, found: [], voiced })
    }
  }
  return [...ruled].map(([id, { about, parts }]) => ({
    id,
    about: [...about],
    parts: [...parts.values()].map(onlyOnce).sort(compareAt),
  }))
}

/** A row as rulings look for it. */
export function planRow(claim: Id<'claim'>, doc: Id<'doc'>, row: FoundRow): Row {
  return {
    key: `${claim} ${doc} ${row.attribution}`,
    claim,
    attribution: row.attribution,
    isOpener: row.isOpener,
    isOuter: row.isOuter,
  }
}

// What passed on two claims passes on the one that they are now, once; and an outlet speaks in its own voice only where
// its report gives nobody's word for the claim, and once.
function onlyOnce(part: Part): Part {
  const found = [...new Map(part.found.map((row) => [row.attribution, row])).values()]
  return { ...part, found, voiced: found.length > 0 ? [] : part.voiced.slice(0, 1) }
}

// Hale denied that there was an offer: once nobody said so, the sentence is not the outlet's own word for it either.
function withoutRejected(
  { voiced, name, doc: id }: Part,
  decisions: readonly Decision[],
  docOf: (id: Id<'doc'>) => Doc,
): readonly VoicedRow[] {
  if (voiced.length === 0) return voiced
  const words = decisions
    .flatMap(({ ruling }) => (ruling.kind === 'reject' ? ruling.what.words : []))
    .filter((own) => own.name === name)
  if (words.length === 0) return voiced
  const rejected = words.flatMap((own) => reanchor(own, docOf(id)) ?? [])
  return voiced.filter(({ span: [start, end] }) => !rejected.some((span) => overlaps(span, { start, end })))
}

function startOf({ spans: [first] }: FoundRow): number {
  return first?.[0] ?? 0
}
