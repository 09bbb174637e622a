// The origins of one claim with the reports that printed it, as the picture of them wants it.
import { foldBody } from '../link/fold-name.ts'
import type { Appearance, Claim } from '../model/claim.ts'
import type { Doc } from '../model/doc.ts'
import type { Id } from '../model/id.ts'
import type { Independence, Lineage, Origin, Reason } from '../model/origin.ts'
import type { GraphOrigin, GraphPrint, GraphReport, OriginsGraph, PrintedHow } from '../model/origins-graph.ts'
import { byDay } from './name-voice.ts'

interface Parts {
  readonly claim: Pick<Claim, 'wording'>
  readonly appearances: readonly Appearance[]
  readonly independence: Independence
  readonly findDoc: (id: Id<'doc'>) => Doc | undefined
}

/** The graph; a report that two origins lead to stands in it once. */
export function makeOriginsGraph({ claim, appearances, independence, findDoc }: Parts): OriginsGraph {
  const { origins, reasons, unknown, atLeast, atMost } = independence
  const byId = new Map(appearances.map((appearance) => [appearance.id, appearance]))
  const because = new Map(reasons.flatMap((reason) => (isFold(reason) ? [[reason.appearance, reason.because]] : [])))
  const printsOf = (origin: Origin): GraphPrint[] => {
    const prints = new Map<string, GraphPrint>()
    for (const id of origin.appearances) {
      const appearance = byId.get(id)
      const doc = appearance && findDoc(appearance.doc)
      if (!doc || prints.has(doc.id)) continue
      prints.set(doc.id, { report: doc.id, how: howOf(because.get(id) ?? appearance.lineage[0], doc) })
    }
    return [...prints.values()]
  }
  const known = new Set(origins.flatMap((origin) => printsOf(origin).map(({ report }) => report)))
  const listed = (ids: readonly Id<'doc'>[]): GraphReport[] =>
    byDay(
      [...new Set(ids)].flatMap((id) => findDoc(id) ?? []),
      ({ published }) => published,
    ).map(({ id, name, outlet, published }) => ({
      id,
      name,
      ...(outlet && { outlet }),
      ...(published && { published }),
    }))
  const reports = listed(appearances.flatMap(({ doc }) => (known.has(doc) ? [doc] : [])))
  const rank = new Map<string, number>(reports.map(({ id }, at) => [id, at]))
  const inOrder = (prints: readonly GraphPrint[]): GraphPrint[] =>
    prints.toSorted((a, b) => (rank.get(a.report) ?? 0) - (rank.get(b.report) ?? 0))
  return {
    wording: claim.wording,
    origins: origins.map((origin) => makeOrigin(origin, byId, inOrder(printsOf(origin)))),
    reports,
    unknown: listed(unknown.flatMap((id) => byId.get(id)?.doc ?? [])),
    doubts: reasons.flatMap((reason) => (reason.kind === 'may be one' ? [reason.origins] : [])),
    atLeast,
    atMost,
  }
}

function makeOrigin(
  { id, name, heads, toldTo, appearances }: Origin,
  byId: ReadonlyMap<string, Appearance>,
  prints: readonly GraphPrint[],
): GraphOrigin {
  const tellers = appearances.flatMap((each) => byId.get(each)?.tellers ?? [])
  const isOutlet = toldTo === name && tellers.every(({ kind }) => kind === 'outlet')
  return { id, name, heads, ...(toldTo && { toldTo }), isOutlet, prints }
}

type Fold = Extract<Reason, { readonly kind: 'same origin' }>

function isFold(reason: Reason): reason is Fold {
  return reason.kind === 'same origin'
}

// The report's own outlet is the one that heard it: nothing lies between.
function howOf(lineage: Lineage, { outlet }: Doc): PrintedHow {
  const { kind } = lineage
  if (kind === 'unknown' || kind === 'near-identical text' || kind === 'later version' || outlet === undefined)
    return kind
  return foldBody(lineage.from) === foldBody(outlet) ? 'first-hand' : lineage.kind
}
