// One claim for the command line: as known now, by a few quick questions to the store, or as known at the end of a day, by
// what of the whole desk had been printed by then.
import { type ClaimFile, findLinked } from '../archive/linked.ts'
import { ReadoutError } from '../model/errors.ts'
import type { Day, Id } from '../model/id.ts'
import type { ReadDoc } from '../model/ledger.ts'
import type { QuoteMatch } from '../model/quote-match.ts'
import { drawOrigins } from '../publish/draw-origins.ts'
import { drawTimeline } from '../publish/draw-timeline.ts'
import { renderSvgFile } from '../publish/render-figure.ts'
import type { Desk } from './desk.ts'
import { listMatchesAround } from './grounds-of-claim.ts'
import { holdingsAt } from './holdings-at.ts'
import { findClaimBy } from './list-ledger.ts'
import { makeOriginsGraph } from './make-origins-graph.ts'
import { readsOfClaim } from './reads-of-claim.ts'
import { type ToldStep, tellTimeline } from './tell-timeline.ts'

export interface OpenClaim {
  readonly file: ClaimFile
  readonly timeline: readonly ToldStep[]
  readonly quoteMatches: readonly QuoteMatch[]
  /** One of its pictures, as an SVG file. */
  draw(figure: FigureKind): string
}

/** The pictures that there are of a claim. */
export type FigureKind = 'timeline' | 'origins'

/**
 * The claim of an id, an alias, or the beginning of an id; `day`: as known when that day ended. Throws CLAIM_UNKNOWN, also
 * where nothing of the claim had been printed by the day.
 */
export async function openClaim(desk: Pick<Desk, 'store'>, id: string, day?: Day): Promise<OpenClaim> {
  const now = findClaimBy(desk, id)
  if (day === undefined) {
    const nameOf = (entity: Id<'entity'>) => findLinked(desk.store, 'entity', entity)?.name
    return open(now, {
      reads: readsOfClaim(desk, now),
      nameOf,
      quoteMatches: listMatchesAround(
        desk.store,
        now.bearings.map(({ doc }) => doc),
        Number.POSITIVE_INFINITY,
      ),
    })
  }
  const { docs, linked, tracked } = await holdingsAt(desk, day)
  const isOwn = ({ claim }: { readonly claim: Id<'claim'> }): boolean => claim === now.claim.id
  const claim = linked.claims.find((each) => each.id === now.claim.id)
  const row = tracked.rows.find(isOwn)
  if (!claim || !row) throw notYet(now, day)
  const independence = linked.independences.find(isOwn)
  const names = new Map(linked.entities.map((entity) => [entity.id, entity.name]))
  const file: ClaimFile = {
    claim,
    row,
    bearings: linked.bearings.filter(isOwn),
    appearances: linked.appearances.filter(isOwn),
    ...(independence && { independence }),
    stances: tracked.stances.filter(isOwn),
  }
  return open(file, {
    reads: new Map(docs.map((read) => [read.doc.id, read])),
    nameOf: (entity) => names.get(entity),
    quoteMatches: linked.quoteMatches,
  })
}

interface Around {
  readonly reads: ReadonlyMap<Id<'doc'>, ReadDoc>
  readonly nameOf: (entity: Id<'entity'>) => string | undefined
  readonly quoteMatches: readonly QuoteMatch[]
}

function open(file: ClaimFile, { reads, nameOf, quoteMatches }: Around): OpenClaim {
  const { claim, appearances, independence = NONE(claim.id) } = file
  const timeline = tellTimeline({ ...file, findRead: (doc) => reads.get(doc), nameOf })
  return {
    file,
    timeline,
    quoteMatches,
    draw(figure) {
      if (figure === 'timeline') return renderSvgFile(drawTimeline(claim.wording, timeline, { hasHeading: true }))
      const graph = makeOriginsGraph({ claim, appearances, independence, findDoc: (doc) => reads.get(doc)?.doc })
      return renderSvgFile(drawOrigins(graph, { hasHeading: true }))
    },
  }
}

const NONE = (claim: Id<'claim'>): NonNullable<ClaimFile['independence']> => ({
  claim,
  origins: [],
  reasons: [],
  unknown: [],
  atLeast: 0,
  atMost: 0,
})

function notYet({ claim, row }: ClaimFile, day: Day): ReadoutError {
  const first = row?.firstPrinted?.slice(0, 10)
  const when = first === undefined ? 'bears no date' : `was first printed on ${first}`
  const cure = first === undefined ? 'leave --at out' : 'name that day or a later one with --at'
  return new ReadoutError('CLAIM_UNKNOWN', `claim ${claim.id} was not known on ${day}: it ${when}; ${cure}`)
}
