// From read docs to what is one across them: people and bodies, claims, quotations, and the origins behind each claim.
// By words, names and dates, and by vectors of what was said where there are any. Each step is a file of the same name beside this one.
import type { Bearing, Claim } from '../model/claim.ts'
import { asId } from '../model/id.ts'
import type { Linked, ReadDoc } from '../model/ledger.ts'
import type { VectorOf } from '../model/vector.ts'
import type { Draft } from './claim-index.ts'
import { countOrigins, type Told } from './count-origins.ts'
import { foldCopies } from './fold-copies.ts'
import { groupCopies } from './group-copies.ts'
import { makeAppearances } from './make-appearances.ts'
import { type Found, matchClaims } from './match-claims.ts'
import { matchEntities } from './match-entities.ts'
import { matchQuotes } from './match-quotes.ts'
import { nameOutlets } from './name-outlets.ts'
import { makeTracer } from './trace-lineage.ts'

/** Links docs given in log order; without `vectorOf` by words alone. A doc added at the end never changes the id of an older claim or entity. */
export function link(docs: readonly ReadDoc[], vectorOf?: VectorOf): Linked {
  const copies = foldCopies(docs)
  const outlets = nameOutlets(docs)
  const trace = makeTracer(docs, copies, outlets)
  const entities = matchEntities(docs, outlets, trace)
  const { drafts, found, voiced, contents } = matchClaims(docs, entities, vectorOf)
  const told = makeAppearances(found, voiced, { reads: docs, entities, outlets, trace })
  const claims = drafts.map(makeClaim)
  const toldOf = groupByClaim(told)
  const claimOf = new Map(found.map(({ content, draft }) => [content, draft.id]))
  return {
    entities: entities.entities,
    claims,
    bearings: found.map(makeBearing),
    appearances: [...new Map(told.map(({ appearance }) => [appearance.id, appearance])).values()],
    independences: claims.map((claim) => countOrigins(claim, toldOf.get(claim.id) ?? [])),
    quoteMatches: matchQuotes(contents, entities, (content) => claimOf.get(content)),
    copyGroups: groupCopies(docs, copies),
  }
}

function makeClaim({ id, wording, about, evidence }: Draft): Claim {
  return { id, aliases: [], wording, about: about.map((entity) => asId<'entity'>(entity)), evidence }
}

function makeBearing({ draft, content, isContrary, because }: Found): Bearing {
  return {
    claim: draft.id,
    doc: content.read.doc.id,
    attribution: content.attribution.id,
    evidence: content.evidence,
    ...(isContrary && { contrary: true }),
    because,
  }
}

function groupByClaim(told: readonly Told[]): Map<string, Told[]> {
  const groups = new Map<string, Told[]>()
  for (const one of told) {
    const group = groups.get(one.appearance.claim)
    if (group) group.push(one)
    else groups.set(one.appearance.claim, [one])
  }
  return groups
}
