// How many origins a claim has, as an interval with reasons. An origin is a teller as obtained by an outlet. What a
// named source says is one origin whoever prints it; what an unnamed one tells is one origin for each outlet that heard
// it; reprints fold into the outlet they go back to. Unknown lineage is in neither number. A denial is no origin.
import type { Appearance, Claim } from '../model/claim.ts'
import { digestOfParts } from '../model/digest.ts'
import { asId, type Id } from '../model/id.ts'
import type { Independence, Lineage, Origin, Reason, Teller } from '../model/origin.ts'
import type { NonEmpty } from '../model/span.ts'
import { countParts } from './count-parts.ts'
import { foldBody } from './fold-name.ts'
import { isUndecided } from './is-bare-body.ts'
import { areSidesOpen, type Doubt, mayBeOne } from './may-be-one.ts'

/** An appearance with the voice it rests on. No teller: nothing shows whose word it is. */
export interface Told {
  readonly appearance: Appearance
  readonly teller?: Teller
  readonly printedBy?: string // the outlet of the doc
}

interface Group {
  readonly origin: Omit<Origin, 'appearances'>
  readonly teller: Teller
  readonly members: [Told, ...Told[]]
  readonly printers: Set<string> // the outlets of its members, folded
}

/** Counts the origins of one claim from its appearances, given in the order of printing. */
export function countOrigins(claim: Pick<Claim, 'id'>, told: readonly Told[]): Independence {
  const groups: Group[] = []
  const unknown: Id<'appearance'>[] = []
  // An outlet that names nobody folds into the source that it names elsewhere, so these come last.
  const ordered = [...told].sort((a, b) => Number(a.teller?.kind === 'outlet') - Number(b.teller?.kind === 'outlet'))
  const later: Told[] = []
  for (const member of ordered) {
    const { teller } = member
    const group = teller && findGroup(groups, teller)
    if (group) addTo(group, member)
    else if (isRetoldByPage(member, told)) later.push(member)
    else if (teller && isKnown(teller)) groups.push(openGroup(claim, teller, member))
    else unknown.push(member.appearance.id)
  }
  for (const member of later) {
    const { teller } = member
    const group = (teller && findGroup(groups, teller)) ?? groups.find((other) => isEarlierOf(other, member))
    if (group) addTo(group, member)
    else if (teller && isKnown(teller)) groups.push(openGroup(claim, teller, member))
    else unknown.push(member.appearance.id)
  }
  const doubts = mayBeOne(groups)
  return {
    claim: claim.id,
    origins: groups.map(finishOrigin),
    reasons: [...groups.flatMap(reasonsOf), ...doubts.map(doubtOf)],
    unknown,
    atLeast: countParts(
      groups,
      doubts.map(({ voices }) => voices),
    ),
    atMost: groups.length,
  }
}

function openGroup(claim: Pick<Claim, 'id'>, teller: Teller, member: Told): Group {
  return { origin: makeOrigin(claim, teller), teller, members: [member], printers: new Set([printerOf(member)]) }
}

function addTo({ members, printers }: Group, member: Told): void {
  members.push(member)
  printers.add(printerOf(member))
}

function printerOf({ printedBy = '' }: Told): string {
  return foldBody(printedBy)
}

// An unnamed one of whom nothing shows who heard it may be anybody.
function isKnown({ kind, toldTo }: Teller): boolean {
  return kind !== 'unnamed' || toldTo !== undefined
}

function findGroup(groups: readonly Group[], teller: Teller): Group | undefined {
  if (!isKnown(teller)) return undefined
  return groups.find((other) => isOne(other.teller, teller)) ?? groups.find((other) => isReportOf(other, teller))
}

// A later version of a page that put the claim before: what it rests on waits until the others are counted.
function isRetoldByPage({ appearance }: Told, told: readonly Told[]): boolean {
  const { laterVersionOf: page, doc } = appearance
  if (page === undefined) return false
  const home = told.find((other) => other.appearance.doc === page) ?? told.find((other) => pageOf(other) === page)
  return home?.appearance.doc !== doc
}

// "two officials" told it, and in the later version "the minister Corvin Hale": the page changed whom it names, which is
// no second origin. Where the later version has the officials as well, he is one.
function isEarlierOf({ members }: Group, member: Told): boolean {
  const ofPage = members.filter((other) => pageOf(other) === pageOf(member))
  return ofPage.length > 0 && ofPage.every(({ appearance }) => appearance.doc !== member.appearance.doc)
}

function pageOf({ appearance: { laterVersionOf, doc } }: Told): Id<'doc'> {
  return laterVersionOf ?? doc
}

function isOne(a: Teller, b: Teller): boolean {
  if (b.kind === 'outlet') return a.toldTo !== undefined && foldBody(a.toldTo) === foldBody(b.toldTo ?? b.name)
  if (isDescribedAlike(a, b)) return true
  if (a.entity.isRuled && a.entity.id === b.entity.id) return true // a person ruled that they are the same
  if (a.kind !== b.kind) return false
  if (a.kind === 'named') return a.entity.id === b.entity.id // a remark is one, however many outlets print it
  if (foldBody(a.toldTo ?? '') !== foldBody(b.toldTo ?? '')) return false
  // An outlet that retells another's report says "sources" for its officials: one outlet heard both.
  const isOneKind = a.key.split('|')[1] === b.key.split('|')[1]
  return areSidesOpen(a, b) && (isOneKind || a.isRetold === true || b.isRetold === true)
}

// "an Ostmerian trader told the Times", and elsewhere "the Times reported, citing an Ostmerian trader": what the ledger
// would print twice is one origin, whether or not a report calls its source by name. Public words need no hearer, but where they
// are those of "the company" or "the mayor" two outlets may have heard two.
function isDescribedAlike(a: Teller, b: Teller): boolean {
  if (foldBody(a.name) !== foldBody(b.name)) return false
  if (a.isBare || b.isBare) {
    const isOne = !isUndecided(a.name) || a.name.toLowerCase() === b.name.toLowerCase() // folded, brackets fall away
    return isOne && a.toldTo !== undefined && foldBody(a.toldTo) === foldBody(b.toldTo ?? '')
  }
  const isPublic = a.kind === 'named' && b.kind === 'named'
  return isPublic || foldBody(a.toldTo ?? '') === foldBody(b.toldTo ?? '')
}

// The Post reported it, and the Post's own report is here and names its source: that source is what it goes back to.
function isReportOf({ printers }: Group, { kind, name }: Teller): boolean {
  return kind === 'outlet' && printers.has(foldBody(name))
}

function makeOrigin(claim: Pick<Claim, 'id'>, teller: Teller): Group['origin'] {
  const { entity, name, toldTo, heads } = teller
  const id = asId<'origin'>(digestOfParts('origin', claim.id, entity.id, toldTo))
  return { id, teller: entity.id, name, ...(toldTo && { toldTo }), heads }
}

// Heard by two outlets, a named source spoke to both: neither is where its word enters the record.
function finishOrigin({ origin, teller, members }: Group): Origin {
  const tellers = members.flatMap((member) => member.teller ?? [])
  // The outlet's own report knows best how many told it.
  const own = members.flatMap((member) => (isHome(member) ? (member.teller ?? []) : []))
  const { toldTo, ...rest } = origin
  const isHeardByOne = tellers.every((other) => foldBody(other.toldTo ?? '') === foldBody(toldTo ?? ''))
  const fullest = (own.length > 0 ? own : tellers)
    .filter(({ kind }) => kind === teller.kind)
    .sort((a, b) => b.heads.atLeast - a.heads.atLeast)[0]
  const [first, ...others] = members.map(({ appearance }) => appearance.id) as [Id<'appearance'>, ...Id<'appearance'>[]]
  const appearances: NonEmpty<Id<'appearance'>> = [first, ...others]
  const isPublic = teller.kind === 'named' && !isHeardByOne
  return {
    ...rest,
    name: teller.kind === 'unnamed' ? (fullest?.name ?? rest.name) : rest.name,
    ...(toldTo && !isPublic && { toldTo }),
    heads: fullest?.heads ?? rest.heads,
    appearances,
  }
}

function isHome({ printedBy, teller }: Told): boolean {
  return teller?.toldTo !== undefined && foldBody(teller.toldTo) === foldBody(printedBy ?? '')
}

// One reason for each report that joins; a second place in a report needs none.
function reasonsOf({ origin, members }: Group): Reason[] {
  const docs = new Set<string>()
  return members.flatMap((member, at): Reason[] => {
    const { id, doc } = member.appearance
    const isKnown = docs.has(doc)
    docs.add(doc)
    if (at === 0 || isKnown) return []
    const { laterVersionOf } = member.appearance
    const before = laterVersionOf && members.find((other) => other !== member && pageOf(other) === laterVersionOf)
    const because: Lineage = before ? { kind: 'later version', from: before.appearance.doc } : becauseOf(member)
    return [{ kind: 'same origin', appearance: id, origin: origin.id, because }]
  })
}

// What folds a named source is that the report names it; an unnamed one goes by the outlet that heard it.
function becauseOf({ appearance, teller }: Told): Lineage {
  const [lineage] = appearance.lineage
  if (!teller || teller.kind === 'outlet') return lineage
  const isFirstHand = 'evidence' in lineage && lineage.evidence.span.start === teller.evidence.span.start
  if (teller.kind !== 'named' && !isFirstHand) return lineage
  return { kind: 'named in text', from: teller.name, evidence: teller.evidence }
}

function doubtOf({ voices: [a, b, ...others], meant }: Doubt<Group>): Reason {
  return {
    kind: 'may be one',
    ...(meant && { meant: meant.origin.id }),
    origins: [a.origin.id, b.origin.id, ...others.map(({ origin }) => origin.id)],
    because: [a.teller.evidence, b.teller.evidence, ...others.map(({ teller }) => teller.evidence)],
  }
}
