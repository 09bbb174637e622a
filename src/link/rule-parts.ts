// What people ruled on claims, done to the claims as they were matched: the parts that docs have of them are gathered under
// the claims that they belong to now.
import type { Decision } from '../model/decision.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { reanchor } from '../model/reanchor.ts'
import { overlaps } from '../model/span.ts'
import type { FoundRow, VoicedRow } from './doc-rows.ts'
import type { Part } from './finish-claim.ts'
import type { ClaimPlan, Row } from './plan-claims.ts'

/** A claim as it was matched, with what each doc has of it. */
export interface Matched {
  readonly id: Id<'claim'>
  readonly about: readonly string[]
  readonly parts: readonly Part[] // in the order of printing
}

/** The claims as people ruled. `decisions` are those in force, in log order; without any, nothing changes. */
export function ruleParts(matched: readonly Matched[], plan: ClaimPlan, decisions: readonly Decision[]): Matched[] {
  if (decisions.length === 0) return [...matched]
  const ruled = new Map<Id<'claim'>, { about: Set<string>; parts: Map<string, Part> }>()
  const put = (id: Id<'claim'>, { about }: Matched, part: Part): void => {
    const claim = ruled.get(id) ?? { about: new Set(), parts: new Map() }
    ruled.set(id, claim)
    for (const entity of about) claim.about.add(entity)
    const { doc } = part.telling.read
    const known = claim.parts.get(doc.id) ?? { ...part, found: [], voiced: [] }
    const found = [...known.found, ...part.found].sort((a, b) => startOf(a) - startOf(b))
    claim.parts.set(doc.id, { ...part, found, voiced: [...known.voiced, ...part.voiced] })
  }
  for (const claim of matched) {
    for (const part of claim.parts) {
      const rowsOf = Map.groupBy(part.found, (row) => plan.claimOf(planRow(claim.id, part.telling.read, row)))
      for (const [id, rows] of rowsOf) {
        const found = rows.map((row) => ({
          ...row,
          because: plan.becauseOf(planRow(claim.id, part.telling.read, row)) ?? row.because,
        }))
        put(id, claim, { ...part, found, voiced: [] })
      }
      const voiced = withoutRejected(part, decisions)
      if (voiced.length > 0) put(plan.restOf(claim.id), claim, { ...part, found: [], voiced })
    }
  }
  return [...ruled].map(([id, { about, parts }]) => ({
    id,
    about: [...about],
    parts: [...parts.values()].map(onlyOnce).sort((a, b) => (a.at < b.at ? -1 : 1)),
  }))
}

/** A row as rulings look for it. */
export function planRow(claim: Id<'claim'>, { doc }: Pick<ReadDoc, 'doc'>, row: FoundRow): Row {
  return {
    key: `${claim} ${doc.id} ${row.attribution}`,
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
function withoutRejected({ voiced, telling: { read } }: Part, decisions: readonly Decision[]): readonly VoicedRow[] {
  const { doc } = read
  const rejected = decisions
    .flatMap(({ ruling }) => (ruling.kind === 'reject' ? ruling.what.words : []))
    .filter(({ name }) => name === doc.name)
    .flatMap((words) => reanchor(words, doc) ?? [])
  return voiced.filter(({ span: [start, end] }) => !rejected.some((span) => overlaps(span, { start, end })))
}

function startOf({ spans: [first] }: FoundRow): number {
  return first?.[0] ?? 0
}
