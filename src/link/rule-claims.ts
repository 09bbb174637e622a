// What people ruled on claims, done to the claims as they were matched.
import { putsForward } from '../model/act.ts'
import type { Decision, Target } from '../model/decision.ts'
import { type Evidence, placeOf } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { reanchor } from '../model/reanchor.ts'
import { contains, type NonEmpty, overlaps } from '../model/span.ts'
import type { Draft } from './claim-index.ts'
import type { Voiced } from './find-own-voice.ts'
import { findAt, findAttribution } from './find-ruled.ts'
import type { Found } from './match-claims.ts'
import { type ClaimPlan, planClaims, type Row } from './plan-claims.ts'

interface Matches {
  readonly drafts: readonly Draft[]
  readonly found: readonly Found[]
  readonly voiced: readonly Voiced[]
}

export interface RuledClaims extends Matches {
  readonly plan: Pick<ClaimPlan, 'aliasesOf' | 'decisionsOn'>
}

/** The matches as people ruled. `decisions` are those in force, in log order; without any, nothing changes. */
export function ruleClaims(matches: Matches, reads: readonly ReadDoc[], decisions: readonly Decision[]): RuledClaims {
  const byName = new Map(reads.map((read) => [read.doc.name, read]))
  const plan = makePlan(matches, byName, decisions)
  if (decisions.length === 0) return { ...matches, plan }
  const foundOf = Map.groupBy(matches.found, (one) => plan.claimOf(rowOf(one)))
  const voicedOf = Map.groupBy(withoutRejected(matches.voiced, reads, decisions), ({ draft }) => plan.restOf(draft.id))
  const draftsOf = Map.groupBy(matches.drafts, ({ id }) => plan.restOf(id))
  const order = new Map(matches.found.map(({ content }, at) => [content, at]))
  const firstOf = ([first]: readonly Found[]): number => (first && order.get(first.content)) ?? 0
  const before = Map.groupBy(matches.found, ({ draft }) => draft)
  const place = new Map(matches.drafts.map((draft, at) => [draft, at]))
  const ids = new Set([...draftsOf.keys(), ...foundOf.keys()])
  const claims = [...ids]
    .flatMap((id) => {
      const [found, drafts] = [foundOf.get(id) ?? [], draftsOf.get(id) ?? []]
      const [only] = drafts
      const isWhole = only?.id === id && drafts.length === 1 && before.get(only)?.length === found.length
      const draft = isWhole ? only : makeDraft(id, drafts, found)
      const at = place.get(only ?? (found[0]?.draft as Draft)) ?? 0 // what was split off stands after what it left
      return draft ? [{ draft, found, voiced: voicedOf.get(id) ?? [], at }] : []
    })
    .sort((a, b) => a.at - b.at || firstOf(a.found) - firstOf(b.found))
  const because = (one: Found): string => plan.becauseOf(rowOf(one)) ?? one.because
  return {
    drafts: claims.map(({ draft }) => draft),
    found: claims
      .flatMap(({ draft, found }) => onlyOnce(found).map((one) => ({ ...one, draft, because: because(one) })))
      .sort((a, b) => (order.get(a.content) ?? 0) - (order.get(b.content) ?? 0)),
    voiced: claims
      .flatMap(({ draft, found, voiced }) => onlyVoices(voiced, found).map((one) => ({ ...one, draft })))
      .sort((a, b) => a.at - b.at || a.sentence.start - b.sentence.start),
    plan,
  }
}

function makePlan({ found }: Matches, byName: ReadonlyMap<string, ReadDoc>, decisions: readonly Decision[]): ClaimPlan {
  const byDoc = decisions.length > 0 ? Map.groupBy(found, ({ content }) => content.evidence.doc) : new Map()
  const rowsAt = findAt<Found>
  return planClaims(decisions, {
    rowsAt: (words) =>
      rowsAt(words, {
        docOf: (name) => byName.get(name)?.doc,
        listIn: (doc) => byDoc.get(doc) ?? [],
        evidenceOf: ({ content }) => content.evidence,
      }).map(rowOf),
    rowsOf(target: Target) {
      const read = byName.get(target.words[0].name)
      const id = read && findAttribution(target, read)?.id
      const own: readonly Found[] = (read && byDoc.get(read.doc.id)) ?? []
      return own.filter(({ content }) => content.attribution.id === id).map(rowOf)
    },
  })
}

function rowOf({ draft, content: { attribution, evidence }, isOuter }: Found): Row {
  return {
    key: `${draft.id} ${evidence.doc} ${attribution.id}`,
    claim: draft.id,
    attribution: attribution.id,
    isOpener: placeOf(draft.evidence[0]) === placeOf(evidence),
    isOuter,
  }
}

// The words that gave the claim its id word it as long as they are there; else the first that put it forward.
function makeDraft(id: Id<'claim'>, drafts: readonly Draft[], found: readonly Found[]): Draft | undefined {
  const opener = found.find((one) => one.draft.id === id && rowOf(one).isOpener) ?? found.find(opens) ?? found[0]
  if (!opener) return undefined
  const { wording, statement, evidence, pieces } = opener.content
  const first = [evidence, ...pieces.filter(({ span }) => !contains(evidence.span, span))]
  const put = found.filter((one) => one !== opener && opens(one)).map(({ content }) => content.evidence)
  const whole = new Map([...first, ...put].map((piece) => [placeOf(piece), piece]))
  const sources = [...new Set(found.map(({ draft }) => draft))]
  const about = statement.terms.flatMap(({ stem }) => (stem.startsWith('@') ? [stem.slice(1)] : []))
  return {
    id,
    wording,
    about: [...new Set([...about, ...drafts.flatMap((draft) => draft.about)])],
    statements: [statement, ...sources.flatMap(({ statements }) => statements)],
    evidence: [...whole.values()] as unknown as [Evidence, ...NonEmpty<Evidence>],
  }
}

function opens({ content, isContrary, isOuter }: Found): boolean {
  return putsForward(content.attribution.act) && !isContrary && !isOuter
}

// What passed on two claims passes on the one that they are now, once.
function onlyOnce(found: readonly Found[]): Found[] {
  return [...new Map(found.map((one) => [one.content, one])).values()]
}

// An outlet speaks in its own voice only where its report gives nobody's word for the claim, and once.
function onlyVoices(voiced: readonly Voiced[], found: readonly Found[]): Voiced[] {
  const told = new Set(found.map(({ content }) => content.at))
  return voiced.filter(({ at }, i) => !told.has(at) && voiced.findIndex((other) => other.at === at) === i)
}

// Hale denied that there was an offer: once nobody said so, the sentence is not the outlet's own word for it either.
function withoutRejected(
  voiced: readonly Voiced[],
  reads: readonly ReadDoc[],
  decisions: readonly Decision[],
): readonly Voiced[] {
  const rejected = decisions.flatMap(({ ruling }) => (ruling.kind === 'reject' ? ruling.what.words : []))
  const wordsIn = Map.groupBy(rejected, ({ name }) => name)
  return voiced.filter(({ at, sentence }) => {
    const doc = reads[at]?.doc
    const words = (doc && wordsIn.get(doc.name)) ?? []
    return !words.some((piece) => {
      const span = doc && reanchor(piece, doc)
      return span && overlaps(span, sentence)
    })
  })
}
