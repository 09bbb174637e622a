// The part of a large graph of origins that an edition draws: the origins that most reports rest on, the first reports of each.
// What is left out is counted; the numbers of origins stay those of the whole claim.
import type { GraphOrigin, OriginsGraph } from '../../model/origins-graph.ts'
import { setsLeft } from '../../model/sets-left.ts'

const MOST_ORIGINS = 6
const MOST_REPORTS = 4 // of one origin
const MOST_UNKNOWN = 3

/** The graph, or the part of it that is drawn, in its order. */
export function trimGraph(graph: OriginsGraph): OriginsGraph {
  const heaviest = new Set(graph.origins.toSorted((a, b) => b.prints.length - a.prints.length).slice(0, MOST_ORIGINS))
  const origins = graph.origins.flatMap((origin): GraphOrigin[] =>
    heaviest.has(origin) ? [{ ...origin, prints: origin.prints.slice(0, MOST_REPORTS) }] : [],
  )
  const kept = new Set(origins.flatMap(({ prints }) => prints.map(({ report }) => report)))
  const ids = new Set(origins.map(({ id }) => id))
  const reports = graph.reports.filter(({ id }) => kept.has(id))
  const unknown = graph.unknown.slice(0, MOST_UNKNOWN)
  const left = {
    origins: graph.origins.length - origins.length,
    reports: graph.reports.length - reports.length + graph.unknown.length - unknown.length,
  }
  return {
    ...graph,
    origins,
    reports,
    unknown,
    unknownReports: graph.unknown.length,
    doubts: setsLeft(graph.doubts, (id) => ids.has(id)),
    ...(left.origins + left.reports > 0 && { left }),
  }
}
