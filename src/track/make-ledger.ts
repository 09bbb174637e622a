// The ledger: one row a claim, with the origins behind it, who denied it, who confirmed it, and who would not speak.
import { type Act, isSilent } from '../model/act.ts'
import type { Attribution, Days, StatedSource } from '../model/attribution.ts'
import type { Appearance, Claim } from '../model/claim.ts'
import type { Evidence } from '../model/evidence.ts'
import type { Id } from '../model/id.ts'
import type { Alteration, Holder, Ledger, LedgerRow, Linked, ReadDoc, RowHead } from '../model/ledger.ts'
import type { Independence, Lineage, Origin, Reason } from '../model/origin.ts'
import { isAltered, type QuoteMatch } from '../model/quote-match.ts'
import { overlaps, wordsOf } from '../model/span.ts'
import type { Stance } from '../model/timeline.ts'
import { makeTimeline } from './make-timeline.ts'
import { standingOf } from './standing-of.ts'

interface Sources {
  readonly docs: readonly ReadDoc[]
  readonly linked: Omit<Linked, 'copyGroups'>
  readonly stances: readonly Stance[]
  readonly storyOf: ReadonlyMap<Id<'claim'>, Id<'story'>>
}

/** The rows of all claims, by first printing; the undated after all that are dated, in the order in which they came. */
export function makeLedger(sources: Sources): LedgerRow[] {
  const { claims, rowOf } = openLedger(sources)
  return claims.flatMap((claim) => rowOf(claim) ?? [])
}

/** The same rows, each made when it is asked for. */
export function openLedger({ docs, linked, stances, storyOf }: Sources): Ledger {
  const names = makeNames(docs, linked)
  const appearancesOf = groupBy(linked.appearances, ({ claim }) => claim)
  const stancesOf = groupBy(stances, ({ claim }) => claim)
  const alterations = groupBy(linked.quoteMatches.filter(isAltered), ({ later }) => later.doc)
  const cutFrom = new Map(
    linked.quoteMatches.filter(({ verdict }) => verdict === 'trimmed').map((match) => [placeOf(match.later), match]),
  )
  // What was altered is the whole remark, even where the nearest printing before had cut it.
  const fullestOf = (printed: Evidence): string => cutFrom.get(placeOf(printed))?.earlier.quote ?? printed.quote
  const independenceOf = new Map(linked.independences.map((one) => [one.claim, one]))
  const claimById = new Map(linked.claims.map((claim) => [claim.id, claim]))
  const groundsOf = (id: Id<'claim'>) => ({ appearances: appearancesOf.get(id) ?? [], own: stancesOf.get(id) ?? [] })
  const makeHead = ({ id }: Claim): RowHead => {
    const { appearances, own } = groundsOf(id)
    const independence = independenceOf.get(id)
    return {
      reports: listReports(appearances, names).firsts.length,
      confirmed: listHolders(own, CONFIRMING, names).length,
      denied: listHolders(own, DENYING, names).length,
      declined: listHolders(own, DECLINING, names).length,
      atLeast: independence?.atLeast ?? 0,
      atMost: independence?.atMost ?? 0,
      unknownLineage: countUnknown(appearances, independence),
    }
  }
  const makeRow = (claim: Claim): LedgerRow => {
    const { appearances, own } = groundsOf(claim.id)
    const independence = independenceOf.get(claim.id)
    const firstPrinted = findFirst(appearances, own)
    const story = storyOf.get(claim.id)
    const rejectedBy = listHolders(own, ['rejects'], names)
    const altered = listAltered(appearances, alterations, { names, fullestOf })
    const { firsts, later } = listReports(appearances, names)
    const originById = new Map(independence?.origins.map((origin) => [origin.id, origin]))
    return {
      claim: claim.id,
      wording: claim.wording,
      standing: standingOf(makeTimeline(claim.id, appearances, own)),
      ...(firstPrinted && { firstPrinted }),
      independentOrigins: independence?.origins.map(printOrigin) ?? [],
      atLeast: independence?.atLeast ?? 0,
      atMost: independence?.atMost ?? 0,
      unknownLineage: countUnknown(appearances, independence),
      reasons: independence?.reasons.flatMap((reason) => printReason(reason, originById, names)) ?? [],
      assertedIn: firsts,
      ...(later.length > 0 && { laterVersions: later }),
      confirmedBy: listHolders(own, CONFIRMING, names),
      deniedBy: listHolders(own, DENYING, names),
      declinedToComment: listHolders(own, DECLINING, names),
      correctedBy: listHolders(own, ['corrects', 'retracts'], names),
      ...(rejectedBy.length > 0 && { rejectedBy }),
      ...(altered.length > 0 && { altered }),
      ...(story && { story }),
    }
  }
  const printed = linked.claims.map(({ id }) => {
    const { appearances, own } = groundsOf(id)
    return { id, first: findFirst(appearances, own) }
  })
  return {
    claims: inOrder(printed, ({ first }) => first).map(({ id }) => id),
    headOf: onceEach(claimById, makeHead),
    rowOf: onceEach(claimById, makeRow),
  }
}

const CONFIRMING: readonly Act[] = ['confirms']
const DENYING: readonly Act[] = ['denies']
const DECLINING: readonly Act[] = ['declines to comment', 'did not respond']

function onceEach<T>(
  claims: ReadonlyMap<Id<'claim'>, Claim>,
  make: (claim: Claim) => T,
): (id: Id<'claim'>) => T | undefined {
  const made = new Map<Id<'claim'>, T>()
  return (id) => {
    const claim = claims.get(id)
    if (!claim) return undefined
    const known = made.get(id) ?? make(claim)
    made.set(id, known)
    return known
  }
}

// Reports of unknown lineage, one a page.
function countUnknown(appearances: readonly Appearance[], independence: Independence | undefined): number {
  if (!independence || independence.unknown.length === 0) return 0
  const unknown = new Set(independence.unknown)
  return new Set(appearances.filter(({ id }) => unknown.has(id)).map(pageOf)).size
}

interface Names {
  readonly docs: ReadonlyMap<Id<'doc'>, string>
  readonly reads: ReadonlyMap<Id<'doc'>, ReadDoc>
  readonly entities: ReadonlyMap<Id<'entity'>, string>
  readonly docOf: (id: Id<'appearance'>) => Id<'doc'> | undefined
  readonly holderAt: (doc: Id<'doc'>, chain: Id<'chain'> | undefined) => string | undefined // the entity's name
}

function makeNames(
  docs: readonly ReadDoc[],
  { entities, appearances }: Pick<Linked, 'entities' | 'appearances'>,
): Names {
  const docByAppearance = once(() => new Map(appearances.map(({ id, doc }) => [id, doc])))
  const holders = once(() => {
    const chains = entities.flatMap(({ name, chains: own }) => own.map((ref) => ({ ...ref, name })))
    return new Map(chains.map(({ doc, chain, name }) => [`${doc} ${chain}`, name]))
  })
  return {
    docs: new Map(docs.map(({ doc }) => [doc.id, doc.name])),
    reads: new Map(docs.map((read) => [read.doc.id, read])),
    entities: new Map(entities.map(({ id, name }) => [id, name])),
    docOf: (id) => docByAppearance().get(id),
    holderAt: (doc, chain) => holders().get(`${doc} ${chain}`),
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

// One report a page: the first of its versions that has the claim. The others stand beside.
function listReports(appearances: readonly Appearance[], { docs }: Names): { firsts: string[]; later: string[] } {
  const ordered = [...new Map(inOrder(appearances, ({ at }) => at).map((one) => [one.doc, one])).values()]
  const firstOf = new Map<Id<'doc'>, Id<'doc'>>()
  for (const one of ordered) if (!one.laterVersionOf) firstOf.set(one.doc, one.doc)
  for (const one of ordered) if (!firstOf.has(pageOf(one))) firstOf.set(pageOf(one), one.doc)
  const isFirst = (one: Appearance): boolean => firstOf.get(pageOf(one)) === one.doc
  const named = (some: readonly Appearance[]): string[] => [...new Set(some.map(({ doc }) => docs.get(doc) ?? doc))]
  return { firsts: named(ordered.filter(isFirst)), later: named(ordered.filter((one) => !isFirst(one))) }
}

function pageOf({ laterVersionOf, doc }: Appearance): Id<'doc'> {
  return laterVersionOf ?? doc
}

// By its own words: what says it in other terms came before it, perhaps, and is not it. A claim that is only denied was
// first printed with its first denial.
function findFirst(appearances: readonly Appearance[], stances: readonly Stance[]): string | undefined {
  const worded = appearances.filter(({ inOtherTerms }) => !inOtherTerms)
  const others = new Set(appearances.flatMap(({ inOtherTerms, attribution }) => (inOtherTerms && attribution) || []))
  const speaking = stances.filter(({ act, attribution }) => !isSilent(act) && !others.has(attribution))
  const own = [...worded.flatMap(({ at }) => at ?? []), ...speaking.flatMap(({ printed }) => printed ?? [])]
  const all = () => [...appearances.flatMap(({ at }) => at ?? []), ...stances.flatMap(({ printed }) => printed ?? [])]
  return earliest(own) ?? earliest(all())
}

function earliest(printed: readonly string[]): string | undefined {
  return printed.length === 0 ? undefined : printed.reduce((first, one) => (one < first ? one : first))
}

// The places of a claim whose words inside the marks are not those printed before.
function listAltered(
  appearances: readonly Appearance[],
  alterations: ReadonlyMap<Id<'doc'>, readonly QuoteMatch[]>,
  { names: { docs }, fullestOf }: { names: Names; fullestOf: (printed: Evidence) => string },
): Alteration[] {
  const matches = appearances.flatMap(({ doc, evidence }) =>
    (alterations.get(doc) ?? []).filter(({ later }) => overlaps(later.span, evidence.span)),
  )
  return [...new Set(matches)].map(({ earlier, later, betweenVersions }) => ({
    doc: docs.get(later.doc) ?? later.doc,
    was: fullestOf(earlier),
    became: later.quote,
    ...(betweenVersions && { betweenVersions }),
  }))
}

function placeOf({ doc, span }: Evidence): string {
  return `${doc} ${span.start}`
}

function printOrigin({ name, toldTo }: Origin): string {
  return toldTo && toldTo !== name ? `${toldTo}: ${name}` : name
}

function listHolders(stances: readonly Stance[], acts: readonly Act[], names: Names): Holder[] {
  const held = stances.filter(({ act }) => acts.includes(act))
  if (held.length === 0) return []
  const holders = inOrder(held, ({ printed }) => printed).map((stance) => makeHolder(stance, names))
  const firstOf = new Map<string, Holder>()
  for (const holder of holders) if (!firstOf.has(holder.name)) firstOf.set(holder.name, holder)
  const listed = [...firstOf.values()]
  return listed.filter((holder) => !listed.some((other) => tellsMoreOf(other, holder)))
}

// One report has a Karskan source and a Karskan official deny it to Meridian: as origins are counted, these are one group.
function tellsMoreOf(other: Holder, { name, via, doc }: Holder): boolean {
  const side = /^(\p{Lu}.*) sources?$/u.exec(name)?.[1]
  if (side === undefined || via.length === 0 || other.name === name) return false
  return other.name.startsWith(`${side} `) && other.doc === doc && other.via.join() === via.join()
}

function makeHolder(stance: Stance, { docs, reads, entities, holderAt }: Names): Holder {
  const read = reads.get(stance.doc)
  const attribution = read?.reading.attributions.find(({ id }) => id === stance.attribution)
  return {
    name: entities.get(stance.holder) ?? 'unknown',
    via:
      read && attribution
        ? attribution.via.map((source) => holderAt(stance.doc, source.who[0]) ?? nameOf(read, source))
        : [],
    ...(stance.said && { said: printDays(stance.said) }),
    ...(attribution?.silence && isSilent(stance.act) && { silence: attribution.silence }),
    doc: docs.get(stance.doc) ?? stance.doc,
    evidence: stance.evidence,
  }
}

function nameOf({ doc, reading }: ReadDoc, source: StatedSource): string {
  return (
    reading.chains.find(({ id }) => id === source.who[0])?.name ??
    wordsOf(doc.text, source.words as Attribution['content'])
  )
}

// Half-open inside, first and last day outside: one day is printed once.
function printDays({ from, until }: Days): string {
  const last = new Date(Date.parse(`${until}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
  return last > from ? `${from}/${last}` : from
}

const LINEAGES: Readonly<Record<Lineage['kind'], string>> = {
  'named in text': 'its text names',
  'byline or dateline': 'its byline or dateline names',
  'aggregator source': 'the feed or page names as its source',
  'near-identical text': 'it shares running text with',
  'later version': 'it is a later version of',
  unknown: 'its lineage is unknown',
}

function printReason(reason: Reason, origins: ReadonlyMap<Id<'origin'>, Origin>, names: Names): string[] {
  const printed = (id: Id<'origin'>): string => {
    const origin = origins.get(id)
    return origin ? printOrigin(origin) : 'unknown'
  }
  if (reason.kind === 'may be one') {
    const [a, b] = reason.origins.map(printed)
    return [`${a} and ${b} may be one: both are unnamed, and nothing shows that they are on different sides.`]
  }
  if (reason.kind === 'ruled') return [`${capital(reason.because)}.`]
  const printedIn = names.docOf(reason.appearance)
  const doc = printedIn && (names.docs.get(printedIn) ?? printedIn)
  return [`${doc} goes back to ${printed(reason.origin)}, because ${printLineage(reason.because, names)}.`]
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).replace(/\.$/, '')
}

const DOCS: ReadonlySet<Lineage['kind']> = new Set(['near-identical text', 'later version']) // `from` is a doc

function printLineage(lineage: Lineage, names: Names): string {
  if (lineage.kind === 'unknown') return LINEAGES.unknown
  const from = DOCS.has(lineage.kind) ? (names.docs.get(lineage.from as Id<'doc'>) ?? lineage.from) : lineage.from
  const shown = 'evidence' in lineage ? ` (“${lineage.evidence.quote}”)` : ''
  return `${LINEAGES[lineage.kind]} ${from}${shown}`
}

const UNDATED = '9999'

function inOrder<T>(items: readonly T[], printedOf: (item: T) => string | undefined): T[] {
  const keyed = items.map((item) => ({ item, key: printedOf(item) ?? UNDATED }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item)
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
