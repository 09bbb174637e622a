// The middle of the picture of origins: a band for each origin, its teller and the outlet that heard it beside the reports
// that printed it. A report that two origins lead to stands in the first one's band, and both edges end at it.

import type { GraphOrigin, OriginsGraph } from '../model/origins-graph.ts'
import type { Box, Edge } from './figure.ts'
import { type Corner, centre, layBox, middle, round } from './lay-box.ts'
import { hearerWords, reportWords, SMALL, tellerWords } from './tell-origins.ts'

export interface Columns {
  readonly teller: number
  readonly hearer: number
  readonly report: number
}

// As wide together as the text of a page
export const WIDTHS = { teller: 134, hearer: 122, report: 184 }
export const GAPS = { heard: 20, printed: 152 } // the second holds the longest label beside the upright lines
export const BETWEEN = 10 // two reports

const UPRIGHTS = 25 // of the gap before the reports: where the lines turn
const PORT = 20 // between two edges that end at one report: a label's height
const BAND = 24 // between two origins
const SEEN = 420 // of a tall band: its teller stands where its first reports are
const SNAP = 3 // an edge that is so nearly straight is straight

export interface Bands {
  readonly boxes: readonly Box[]
  readonly edges: readonly Edge[]
  readonly bottom: number
}

/** The bands of a graph one under the other. */
export function layBands(graph: OriginsGraph, columns: Columns, top: number): Bands {
  const comingIn = countEdges(graph)
  const reportById = new Map(graph.reports.map((report) => [report.id, report]))
  const reports = new Map<string, Box>()
  const ends: Box[] = []
  let y = top
  for (const origin of graph.origins) {
    let bottom = y
    for (const { report: id } of origin.prints) {
      const report = reportById.get(id)
      if (!report || reports.has(id)) continue
      const corner = { x: columns.report, y: bottom, width: WIDTHS.report }
      const box = layBox(`report ${id}`, 'report', reportWords(report), corner)
      const tall = { ...box, height: Math.max(box.height, PORT * (comingIn.get(id) ?? 1)) }
      reports.set(id, tall)
      bottom = tall.y + tall.height + BETWEEN
    }
    const [teller, hearer] = layEnds(origin, columns, y)
    const height = Math.max(bottom - BETWEEN - y, teller.height, hearer.height)
    const seen = Math.min(height, SEEN)
    ends.push(centre(teller, y, seen), centre(hearer, y, seen))
    y += height + BAND
  }
  return { boxes: [...ends, ...reports.values()], edges: layEdges(graph, ends, reports, comingIn), bottom: y }
}

function countEdges({ origins }: OriginsGraph): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { prints } of origins) {
    for (const { report } of prints) counts.set(report, (counts.get(report) ?? 0) + 1)
  }
  return counts
}

function layEnds(origin: GraphOrigin, columns: Columns, y: number): [teller: Box, hearer: Box] {
  const { id, isOutlet, toldTo } = origin
  const at = (x: number, width: number): Corner => ({ x, y, width })
  const looks = [isOutlet ? 'teller open' : 'teller', toldTo === undefined ? 'hearer open' : 'hearer'] as const
  return [
    layBox(`teller ${id}`, looks[0], tellerWords(origin), at(columns.teller, WIDTHS.teller)),
    layBox(`hearer ${id}`, looks[1], hearerWords(origin), at(columns.hearer, WIDTHS.hearer)),
  ]
}

function layEdges(
  { origins }: OriginsGraph,
  ends: readonly Box[],
  reports: ReadonlyMap<string, Box>,
  comingIn: ReadonlyMap<string, number>,
): Edge[] {
  const taken = new Map<string, number>()
  return origins.flatMap((origin, at): Edge[] => {
    const [teller, hearer] = ends.slice(2 * at)
    if (!teller || !hearer) return []
    const start = hearer.x + hearer.width
    const ports = origin.prints.flatMap(({ report }) => {
      const box = reports.get(report)
      const port = taken.get(report) ?? 0
      taken.set(report, port + 1)
      return box ? [round(box.y + (box.height * (port + 0.5)) / (comingIn.get(report) ?? 1))] : []
    })
    const centreLine = middle(hearer)
    const level = ports.find((port) => Math.abs(port - centreLine) < SNAP) ?? centreLine
    const turn = start + 6 + 5 * (at % 4) // edges of neighbours do not turn on one line
    const told: Edge = {
      from: teller.id,
      to: hearer.id,
      points: [
        [teller.x + teller.width, level],
        [hearer.x, level],
      ],
      look: 'known',
    }
    const printed = origin.prints.flatMap(({ report, how }, nth): Edge[] => {
      const box = reports.get(report)
      const end = ports[nth]
      if (!box || end === undefined) return []
      return [
        {
          from: hearer.id,
          to: box.id,
          points: [
            [start, level],
            [turn, level],
            [turn, end],
            [box.x, end],
          ],
          look: 'known',
          label: { text: how, x: start + UPRIGHTS, y: end - 4, size: SMALL, isSoft: true },
        },
      ]
    })
    return [told, ...printed]
  })
}
