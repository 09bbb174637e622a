// What people ruled on claims, done to the claims as they were matched: claims joined, parts taken out, and two that are never
// one kept apart. Rulings are applied in log order, each to what those before it left. A claim is found by the words that
// were looked at, in whatever claim the linker has put them now.
import { putsForward } from '../model/act.ts'
import type { Decision, LookedAt, Target } from '../model/decision.ts'
import { tellRuling } from '../model/decision.ts'
import { digestOfParts } from '../model/digest.ts'
import { type Evidence, placeOf } from '../model/evidence.ts'
import { asId, type Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import { reanchor } from '../model/reanchor.ts'
import { contains, type NonEmpty, overlaps } from '../model/span.ts'
import type { Draft } from './claim-index.ts'
import type { Voiced } from './find-own-voice.ts'
import { findAt, findAttribution, type Places } from './find-ruled.ts'
import type { Content } from './make-contents.ts'
import type { Found } from './match-claims.ts'

interface Matches {
  readonly drafts: readonly Draft[]
  readonly found: readonly Found[]
  readonly voiced: readonly Voiced[]
}

export interface RuledClaims extends Matches {
  readonly aliasesOf: ReadonlyMap<Id<'claim'>, readonly Id<'claim'>[]>
  readonly decisionsOn: ReadonlyMap<Id<'claim'>, readonly Decision[]>
}

/** A claim with all that was held to bear on it, while rulings are applied. */
interface Part {
  draft: Draft
  found: Found[]
  voiced: Voiced[]
  readonly aliases: Id<'claim'>[]
  readonly decisions: Decision[]
}

/** The matches as people ruled. `decisions` are those in force, in log order; without any, nothing changes. */
export function ruleClaims(matches: Matches, reads: readonly ReadDoc[], decisions: readonly Decision[]): RuledClaims {
  if (decisions.length === 0) return { ...matches, aliasesOf: new Map(), decisionsOn: new Map() }
  const parts = makeParts(matches)
  const places = makePlaces(matches, reads)
  for (const decision of decisions) apply(decision, parts, places)
  const live = new Set<string>(parts.map(({ draft }) => draft.id))
  const order = new Map(matches.found.map(({ content }, at) => [content, at]))
  return {
    drafts: parts.map(({ draft }) => draft),
    found: parts
      .flatMap(({ draft, found }) => found.map((one) => ({ ...one, draft })))
      .sort((a, b) => (order.get(a.content) ?? 0) - (order.get(b.content) ?? 0)),
    voiced: parts
      .flatMap(({ draft, voiced }) => voiced.map((one) => ({ ...one, draft })))
      .sort((a, b) => a.at - b.at || a.sentence.start - b.sentence.start),
    aliasesOf: new Map(
      parts.map(({ draft, aliases }) => [draft.id, [...new Set(aliases)].filter((id) => !live.has(id))]),
    ),
    decisionsOn: new Map(parts.map((part) => [part.draft.id, [...new Set(part.decisions)]])),
  }
}

interface Finder extends Places<Content> {
  readonly readOf: (name: string) => ReadDoc | undefined
  readonly placeOfDoc: (doc: Id<'doc'>) => number | undefined // among the docs
}

function makeParts({ drafts, found, voiced }: Matches): Part[] {
  const foundOf = Map.groupBy(found, ({ draft }) => draft.id)
  const voicedOf = Map.groupBy(voiced, ({ draft }) => draft.id)
  return drafts.map((draft) => ({
    draft,
    found: foundOf.get(draft.id) ?? [],
    voiced: voicedOf.get(draft.id) ?? [],
    aliases: [],
    decisions: [],
  }))
}

function makePlaces({ found }: Matches, reads: readonly ReadDoc[]): Finder {
  const byName = new Map(reads.map((read) => [read.doc.name, read]))
  const placeOfDoc = new Map(reads.map(({ doc }, at) => [doc.id, at]))
  const contents = Map.groupBy(new Set(found.map(({ content }) => content)), ({ evidence }) => evidence.doc)
  return {
    readOf: (name) => byName.get(name),
    placeOfDoc: (doc) => placeOfDoc.get(doc),
    docOf: (name) => byName.get(name)?.doc,
    listIn: (doc) => contents.get(doc) ?? [],
    evidenceOf: ({ evidence }) => evidence,
  }
}

function apply(decision: Decision, parts: Part[], places: Finder): void {
  const { ruling } = decision
  const locate = (target: Target): Part | undefined => findPart(target, parts, places)
  switch (ruling.kind) {
    case 'merge':
      join([ruling.keep, ...ruling.absorb], decision, { parts, locate })
      return
    case 'split': {
      const from = locate(ruling.from)
      if (from) moveOut(from, listContents(ruling.move, places), decision, parts)
      return
    }
    case 'different': {
      const [one, other] = ruling.what.map(locate)
      for (const part of [one, other]) part?.decisions.push(decision)
      if (one && one === other) {
        const kept = new Set(listContents(ruling.what[0].words, places))
        const moved = listContents(ruling.what[1].words, places).filter((content) => !kept.has(content))
        moveOut(one, moved, decision, parts)
      }
      return
    }
    case 'reject':
      for (const target of ruling.on) locate(target)?.decisions.push(decision)
      silence(ruling.what, parts, places)
      return
    case 're-attribute': {
      const read = places.readOf(ruling.what.words[0].name)
      const id = read && findAttribution(ruling.what, read)?.id
      const on = parts.filter(({ found }) => found.some(({ content }) => content.attribution.id === id))
      for (const part of id ? on : []) part.decisions.push(decision)
    }
  }
}

// Hale denied that there was an offer: once nobody said so, the sentence is not the outlet's own word for it either.
function silence({ words }: Target, parts: readonly Part[], { placeOfDoc, readOf }: Finder): void {
  const read = readOf(words[0].name)
  const spans = read ? words.flatMap((piece) => reanchor(piece, read.doc) ?? []) : []
  const at = read && placeOfDoc(read.doc.id)
  for (const part of parts) {
    part.voiced = part.voiced.filter((one) => one.at !== at || !spans.some((span) => overlaps(span, one.sentence)))
  }
}

// The claim that now has the first of the words that are still held to bear on one: what passes on an inner attribution
// bears on its claim by those inner words only.
function findPart({ words }: Target, parts: readonly Part[], places: Finder): Part | undefined {
  for (const piece of words) {
    const contents = new Set(findAt(piece, places))
    if (contents.size === 0) continue
    const has = (isOuter: boolean) => (part: Part) =>
      part.found.some((one) => contents.has(one.content) && one.isOuter === isOuter)
    const part = parts.find(has(false)) ?? parts.find(has(true))
    if (part) return part
  }
  return undefined
}

function listContents(words: readonly LookedAt[], places: Finder): Content[] {
  return [...new Set(words.flatMap((piece) => findAt(piece, places)))]
}

// The first one found is kept; of the others the ids lead to it.
function join(
  targets: readonly Target[],
  decision: Decision,
  { parts, locate }: { parts: Part[]; locate: (target: Target) => Part | undefined },
): void {
  const located = targets.map(locate)
  const [kept, ...others] = new Set(located.filter((part) => part !== undefined))
  if (!kept || located.filter(Boolean).length < 2) return
  const because = tellRuling(decision)
  for (const other of others) {
    const { draft } = other
    const known = new Set(kept.found.map(({ content }) => content))
    kept.found.push(...other.found.filter(({ content }) => !known.has(content)).map((one) => ({ ...one, because })))
    kept.voiced.push(...other.voiced)
    kept.aliases.push(draft.id, ...other.aliases)
    kept.decisions.push(...other.decisions)
    kept.draft = {
      ...kept.draft,
      about: [...new Set([...kept.draft.about, ...draft.about])],
      statements: [...kept.draft.statements, ...draft.statements],
      evidence: [...kept.draft.evidence, ...draft.evidence],
    }
    parts.splice(parts.indexOf(other), 1)
  }
  kept.aliases.push(...targets.map(({ id }) => asId<'claim'>(id)))
  kept.decisions.push(decision)
  kept.voiced = onlyVoices(kept)
}

// An outlet speaks in its own voice only where its report gives nobody's word for the claim, and once.
function onlyVoices({ found, voiced }: Part): Voiced[] {
  const told = new Set(found.map(({ content }) => content.at))
  return voiced.filter(({ at }, i) => !told.has(at) && voiced.findIndex((other) => other.at === at) === i)
}

// The id stays with the part that has the first words, be they the ones moved or the ones that stay.
function moveOut(part: Part, contents: readonly Content[], decision: Decision, parts: Part[]): void {
  const isMoved = ({ content }: Found): boolean => contents.includes(content)
  const [moved, rest] = [part.found.filter(isMoved), part.found.filter((one) => !isMoved(one))]
  part.decisions.push(decision)
  if (moved.length === 0 || rest.length === 0) return
  const first = placeOf(part.draft.evidence[0])
  const [stays, leaves] = moved.some(({ content }) => placeOf(content.evidence) === first)
    ? [moved, rest]
    : [rest, moved]
  const [opener, ...others] = leaves.toSorted((a, b) => Number(opens(b)) - Number(opens(a)))
  if (!opener) return
  const taken = new Set<string>(parts.map(({ draft }) => draft.id))
  const draft = makeDraft(opener, others.filter(opens), (id) => taken.has(id), decision)
  part.found = stays
  part.draft = { ...part.draft, evidence: evidenceLeft(part.draft, stays) }
  const because = tellRuling(decision)
  const own = {
    draft,
    found: leaves.map((one) => ({ ...one, because })),
    voiced: [],
    aliases: [],
    decisions: [decision],
  }
  parts.splice(parts.indexOf(part) + 1, 0, own)
}

function opens({ content, isContrary, isOuter }: Found): boolean {
  return putsForward(content.attribution.act) && !isContrary && !isOuter
}

function makeDraft(
  { content: { evidence, pieces, statement, wording } }: Found,
  others: readonly Found[],
  isTaken: (id: string) => boolean,
  decision: Decision,
): Draft {
  const { doc, span } = evidence
  const id = digestOfParts('claim', doc, span.start, span.end)
  return {
    id: asId<'claim'>(isTaken(id) ? digestOfParts('claim', doc, span.start, span.end, decision.id) : id),
    wording,
    about: [...new Set(statement.terms.flatMap(({ stem }) => (stem.startsWith('@') ? [stem.slice(1)] : [])))],
    statements: [statement],
    evidence: [
      evidence,
      ...pieces.filter((piece) => !contains(span, piece.span)),
      ...others.map(({ content }) => content.evidence),
    ],
  }
}

function evidenceLeft({ evidence }: Draft, found: readonly Found[]): [Evidence, ...Evidence[]] {
  const own = found.flatMap(({ content }) => [content.evidence, ...content.pieces])
  const isOwn = (piece: Evidence): boolean =>
    own.some(({ doc, span }) => doc === piece.doc && overlaps(span, piece.span))
  const [first, ...others] = evidence.filter(isOwn) as unknown as NonEmpty<Evidence>
  return [first ?? evidence[0], ...others]
}
