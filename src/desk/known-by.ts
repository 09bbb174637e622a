// What the desk could know when a week ended: its reports of that day and before, and of what was linked and tracked
// only what rests on them. Counts, reasons and standings are made anew from what remains, so that an old edition is
// never told from the future. A report without a date is in no week, so nothing of it is counted.
import type { Claim } from '../model/claim.ts'
import type { Doc } from '../model/doc.ts'
import { type Edge, isBefore } from '../model/edge.ts'
import type { Day, Id } from '../model/id.ts'
import type { Ledger, Linked, Tracked } from '../model/ledger.ts'
import type { Independence } from '../model/origin.ts'
import type { NonEmpty } from '../model/span.ts'
import type { Story } from '../model/story.ts'
import { openLedger } from '../track/make-ledger.ts'
import { countAgain } from './count-again.ts'
import type { Holdings, Print } from './holdings.ts'

/** Holdings whose ledger is made row by row, as rows are asked for. */
export interface KnownHoldings extends Holdings {
  readonly ledger: Ledger
}

/** The holdings as a reader on the eve of `day` could have made them; the undated stay in `docs` and count nowhere. */
export function knownBy(holdings: Holdings, day: Day | Edge): KnownHoldings {
  const known = cache.get(holdings) ?? new Map<string, KnownHoldings>()
  cache.set(holdings, known)
  const key = typeof day === 'string' ? day : `${day.day} ${day.at}`
  const found = known.get(key) ?? restrict(holdings, day)
  known.set(key, found)
  return found
}

const cache = new WeakMap<Holdings, Map<string, KnownHoldings>>()

function restrict(holdings: Holdings, day: Day | Edge): KnownHoldings {
  const { docs, tracked } = holdings
  const dated = docs.filter(({ doc: { published } }) => published !== undefined && isBefore(published, day))
  const printed = new Set(dated.map(({ doc }) => doc.id))
  const still = restrictLinked(holdings, dated)
  const stances = tracked.stances.filter(({ doc }) => printed.has(doc))
  const stories = restrictStories(tracked.stories, still.claims, (id) => {
    const print = holdings.printOf(id)
    return print?.published !== undefined && isBefore(print.published, day) ? print : undefined
  })
  const storyOf = new Map(stories.flatMap(({ id, claims }) => claims.map((claim) => [claim, id] as const)))
  const ledger = openLedger({ docs: dated, linked: still, stances, storyOf })
  return {
    ...holdings,
    docs: docs.filter(({ doc }) => doc.published === undefined || printed.has(doc.id)),
    linked: still,
    tracked: {
      stances,
      stories,
      get rows() {
        return ledger.claims.flatMap((claim) => ledger.rowOf(claim) ?? [])
      },
    },
    ledger,
  }
}

function restrictLinked(
  { linked, partOnly }: Pick<Holdings, 'linked' | 'partOnly'>,
  dated: readonly { readonly doc: Doc }[],
): Linked {
  const docById = new Map(dated.map(({ doc }) => [doc.id, doc]))
  const printed: Pick<ReadonlySet<Id<'doc'>>, 'has'> = docById
  const losing = new Set<Id<'claim'>>(partOnly)
  const appearances = linked.appearances.filter(({ doc, claim }) => {
    if (printed.has(doc)) return true
    losing.add(claim)
    return false
  })
  const bearings = linked.bearings.filter(({ doc }) => printed.has(doc))
  const appearancesOf = Map.groupBy(appearances, ({ claim }) => claim)
  const bearingOf = new Map(bearings.toReversed().map((one) => [one.claim, one])) // the first of each
  const claims = linked.claims.flatMap((claim): Claim[] => {
    const [first, ...others] = claim.evidence.filter(({ doc }) => printed.has(doc))
    const own = appearancesOf.get(claim.id)?.[0] ?? bearingOf.get(claim.id)
    if (!own) return []
    const evidence: Claim['evidence'] = first ? [first, ...others] : [own.evidence]
    const isWorded = printed.has(claim.evidence[0].doc)
    return [{ ...claim, evidence, wording: isWorded ? claim.wording : evidence[0].quote }]
  })
  const wholeOf = new Map(linked.independences.map((one) => [one.claim, one]))
  const count = (claim: Id<'claim'>): Independence => {
    const whole = wholeOf.get(claim)
    if (whole && !losing.has(claim)) return whole
    return countAgain({ claim, whole }, appearancesOf.get(claim) ?? [], (doc) => docById.get(doc))
  }
  return {
    entities: linked.entities.flatMap((entity) => {
      const [first, ...others] = entity.chains.filter(({ doc }) => printed.has(doc))
      return first ? [{ ...entity, chains: [first, ...others] as const }] : []
    }),
    claims,
    bearings,
    appearances,
    independences: claims.map(({ id }) => count(id)),
    quoteMatches: linked.quoteMatches.filter(
      ({ earlier, later }) => printed.has(earlier.doc) && printed.has(later.doc),
    ),
    copyGroups: linked.copyGroups.flatMap(({ first, copies }) => {
      const [next, ...others] = copies.filter(({ doc, of }) => printed.has(doc) && printed.has(of))
      return next && printed.has(first) ? [{ first, copies: [next, ...others] as const }] : []
    }),
  }
}

// `printed`: of a report that was printed by then.
function restrictStories(
  stories: readonly Story[],
  claims: readonly Claim[],
  printed: (id: Id<'doc'>) => Print | undefined,
): Tracked['stories'] {
  const claimIds = new Set(claims.map(({ id }) => id))
  return stories.flatMap((story): Story[] => {
    const docs = story.docs.filter((id) => printed(id))
    const [first] = docs
    if (first === undefined) return []
    const isTitled = first === story.docs[0]
    return [
      {
        ...story,
        title: isTitled ? story.title : (printed(first)?.title ?? story.title),
        docs: docs as unknown as NonEmpty<Id<'doc'>>,
        claims: story.claims.filter((id) => claimIds.has(id)),
      },
    ]
  })
}
