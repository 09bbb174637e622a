// The page of one claim: as known now, or on the eve of a day. It asks the store for what it shows and for nothing else.
import { findClaimLine } from '../../archive/catalogue/claim-lines.ts'
import { findLinked } from '../../archive/linked.ts'
import type { Claim } from '../../model/claim.ts'
import type { Edge } from '../../model/edge.ts'
import type { Day, Id, Instant } from '../../model/id.ts'
import type { Independence } from '../../model/origin.ts'
import type { Standing } from '../../model/timeline.ts'
import type { ClaimFile } from '../../publish/render-claim.ts'
import { makeClaimFile } from '../claim-file.ts'
import type { Desk } from '../desk.ts'
import { doubtsLeft } from '../doubts-left.ts'
import { type FoundGrounds, groundsOfClaim } from '../grounds-of-claim.ts'
import { knownBy } from '../known-by.ts'
import { onceAState } from '../once-a-state.ts'
import { resolveClaim } from '../resolve-claim.ts'

/** Reports that print a claim of which what takes long is told once a state: what all print is what all look at. */
export const MANY = 100
/** How many reports that put a claim forward, and how many that answer it, its page shows. */
export const SHOWN = 20
/** How many of each a page of all of them shows. */
export const LISTED = 50

export type ClaimView =
  | { readonly kind: 'claim'; readonly file: ClaimFile; readonly findDoc: FindDoc; readonly seen: Seen }
  | { readonly kind: 'moved'; readonly to: Id<'claim'> }
  | { readonly kind: 'gone'; readonly told: string }
  | { readonly kind: 'unknown' }

/** Fingerprints of what the page shows, by noun and id, as far as somebody looked: as good as long as the view is. */
type Seen = Map<string, string>

type FindDoc = (id: Id<'doc'>) => FoundGrounds['docs'][number]['doc'] | undefined

export interface WantedClaim {
  readonly until?: Day | Edge // as known on its eve; absent: as known now
  readonly from?: number // of its reports, in the order of printing; absent: the first page, with all that is told of it
}

/** The page of the claim that an id leads to. */
export async function makeClaimView(
  desk: Pick<Desk, 'store'>,
  id: string,
  wanted: WantedClaim = {},
): Promise<ClaimView> {
  const resolved = resolveClaim(desk, id)
  if (resolved.kind !== 'claim') return resolved
  const { claim } = resolved
  const make = (): Promise<ClaimView> => viewOf(desk, claim, wanted)
  const { reports = 0 } = (await findClaimLine(desk.store, claim.id)) ?? {}
  if (reports < MANY) return await make()
  return await onceAState(desk.store, `claim ${claim.id} ${JSON.stringify(wanted)}`, make)
}

async function viewOf(desk: Pick<Desk, 'store'>, claim: Claim, { until, from = 0 }: WantedClaim): Promise<ClaimView> {
  const most = until === undefined ? (from > 0 ? LISTED : SHOWN) : KNOWN_MOST
  const found = groundsOfClaim(desk, claim, { from, most })
  const whole = { ...found, ...holdingsOf(found) }
  const known = until === undefined ? whole : knownBy(whole, until)
  const drawn = found.isPart ? withoutUnread(known, found) : known
  const file = makeClaimFile(drawn, claim.id)
  if (!file) return { kind: 'unknown' }
  const docById = new Map(found.docs.map(({ doc }) => [doc.id, doc]))
  const story = file.row.story && findLinked(desk.store, 'story', file.row.story)
  const changed = until === undefined ? await findChange(desk, claim.id) : lastChange(file)
  const { prints, answers, isPart } = found
  return {
    kind: 'claim',
    findDoc: (doc) => docById.get(doc),
    seen: new Map(),
    file: {
      ...file,
      ...(story && { story: { id: story.id, title: story.title } }),
      ...(changed && { changed }),
      ...(isPart && { part: { from, prints, answers, shown: most } }),
      origins: originsOf(known.linked.independences[0]),
    },
  }
}

const KNOWN_MOST = 2000 // reports of each kind that an earlier day is told from

// What `knownBy` asks of holdings beside what a claim's grounds are.
function holdingsOf({ docs, tracked }: FoundGrounds) {
  const docById = new Map(docs.map(({ doc }) => [doc.id, doc]))
  return {
    docs: docs.map((read) => ({ ...read, first: 0, firstAt: '' })),
    tracked: { ...tracked, stories: [] },
    asOf: { number: 0, before: '' },
    findDoc: (id: Id<'doc'>) => docById.get(id),
    printOf: (id: Id<'doc'>) => docById.get(id),
  }
}

// A picture of some thousand origins shows nobody anything: those are drawn whose prints are told.
function withoutUnread<T extends Pick<FoundGrounds, 'linked'>>(holdings: T, { linked }: FoundGrounds): T {
  const told = new Set(linked.appearances.map(({ id }) => id))
  const independences = holdings.linked.independences.map((one): Independence => {
    const origins = one.origins.filter(({ appearances }) => appearances.some((id) => told.has(id)))
    const ids = new Set(origins.map(({ id }) => id))
    const others = one.reasons.filter(({ kind }) => kind !== 'may be one')
    return { ...one, origins, reasons: [...others, ...doubtsLeft(one.reasons, ids)] }
  })
  return { ...holdings, linked: { ...holdings.linked, independences } }
}

function originsOf(independence: Independence | undefined): NonNullable<ClaimFile['origins']> {
  return (independence?.origins ?? []).map(({ teller, name, toldTo, heads }) => ({
    teller,
    name,
    ...(toldTo && toldTo !== name && { toldTo }),
    heads,
  }))
}

async function findChange({ store }: Pick<Desk, 'store'>, id: Id<'claim'>): Promise<ClaimFile['changed']> {
  const line = await findClaimLine(store, id)
  const { standingBefore: before, standingSince: since } = line ?? {}
  return { ...(before && { before }), ...(since && { since }) }
}

/** Where the claim stood before it came to stand as it does, and when what made it so was printed. */
function lastChange({ timeline = [] }: ClaimFile): { before?: Standing; since?: Instant } | undefined {
  const step = timeline.findLast(({ before }) => before !== undefined) ?? timeline[0]
  if (!step) return undefined
  return { ...(step.before && { before: step.before }), ...(step.published && { since: step.published }) }
}
