// The ledger: one row a claim, with the origins behind it, who denied it, who confirmed it, and who would not speak.
import type { Act } from '../model/act.ts'
import type { Claim } from '../model/claim.ts'
import type { Id } from '../model/id.ts'
import type { Ledger, LedgerRow, Linked, ReadDoc, RowHead } from '../model/ledger.ts'
import type { Stance } from '../model/timeline.ts'
import { makeNames } from './ledger-names.ts'
import { openAltered } from './list-altered.ts'
import { listHolders } from './list-holders.ts'
import { countUnknown, findFirst, inOrder, listReports } from './list-reports.ts'
import { makeTimeline } from './make-timeline.ts'
import { printOrigin, printReason } from './print-reason.ts'
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
  const appearancesOf = Map.groupBy(linked.appearances, ({ claim }) => claim)
  const stancesOf = Map.groupBy(stances, ({ claim }) => claim)
  const alteredOf = openAltered(linked.quoteMatches, names)
  const independenceOf = new Map(linked.independences.map((one) => [one.claim, one]))
  const claimById = new Map(linked.claims.map((claim) => [claim.id, claim]))
  const groundsOf = (id: Id<'claim'>) => ({ appearances: appearancesOf.get(id) ?? [], own: stancesOf.get(id) ?? [] })
  const makeHead = ({ id, wording }: Claim): RowHead => {
    const { appearances, own } = groundsOf(id)
    const independence = independenceOf.get(id)
    const story = storyOf.get(id)
    return {
      wording,
      ...(story && { story }),
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
    const altered = alteredOf(appearances)
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
      reasons: independence?.reasons.map((reason) => printReason(reason, originById, names)) ?? [],
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
