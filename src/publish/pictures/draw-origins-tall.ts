// The origins of a claim for a phone: each teller with the outlet that heard it in one box, and under it, set in, the reports
// that printed it, each with how it came there. A report that an earlier origin led to stands there, and is named again here.
import { oneLine } from '../../model/one-line.ts'
import type { GraphOrigin, GraphReport, OriginsGraph } from '../../model/origins-graph.ts'
import type { Box, Edge, Figure } from '../figure.ts'
import { WORDS } from '../interface-words.ts'
import { layBox, layHeading, layWords, middle, PAD } from '../lay-box.ts'
import { layDoubts } from '../lay-doubts.ts'
import { stackText } from '../stack-text.ts'
import { footWords, reportWords, sayOrigin, tellerWords, tellOrigins } from '../tell-origins.ts'

const SMALL = 12
const INSET = 26
const BETWEEN = 8
const BAND = 20

/** The picture, so many pixels wide. */
export function drawOriginsTall(graph: OriginsGraph, width: number): Figure {
  const lanes = layDoubts(graph)
  const heading = layHeading(graph.wording, width)
  const reportById = new Map(graph.reports.map((report) => [report.id, report]))
  const boxes: Box[] = [...heading.boxes]
  const edges: Edge[] = []
  const shown = new Set<string>()
  let y = heading.bottom
  for (const origin of graph.origins) {
    const teller = layTeller(origin, { x: lanes.width, y, width: width - lanes.width - 1 })
    boxes.push(teller)
    y = teller.y + teller.height + BETWEEN
    for (const { report: id, how } of origin.prints) {
      const report = reportById.get(id)
      if (!report) continue
      const box = layReport(
        report,
        { how: WORDS.figures.how[how], isAgain: shown.has(id), id: `${origin.id} ${id}` },
        {
          x: lanes.width + INSET,
          y,
          width: width - lanes.width - INSET - 1,
        },
      )
      shown.add(id)
      boxes.push(box)
      edges.push(layBranch(teller, box, lanes.width + INSET / 2))
      y = box.y + box.height + BETWEEN
    }
    y += BAND - BETWEEN
  }
  const bucket = layUnknown(graph, y, width)
  boxes.push(...bucket)
  const last = bucket[0]
  if (last) y = last.y + last.height + BETWEEN
  const foot = layWords('foot', footWords(graph), { x: 2, y, width: width - 4 })
  return {
    kind: 'origins',
    width,
    height: Math.ceil(foot.y + foot.height + 6),
    title: WORDS.figures.originsOf(oneLine(graph.wording)),
    about: tellOrigins(graph).join(' '),
    boxes: [...boxes, foot],
    edges: [...edges, ...lanes.draw(boxes)],
  }
}

interface Corner {
  readonly x: number
  readonly y: number
  readonly width: number
}

function layTeller(origin: GraphOrigin, corner: Corner): Box {
  const { toldTo, isOutlet } = origin
  const heard = toldTo === undefined ? WORDS.figures.saidInPublic : WORDS.pictures.heardBy(toldTo)
  const words = [...tellerWords(origin), { text: heard, size: SMALL, most: 2 }]
  const look = isOutlet || toldTo === undefined ? 'teller open' : 'teller'
  const box = layBox(`teller ${origin.id}`, look, words.map(larger), corner)
  return origin.isOutlet ? { ...box, whole: sayOrigin(origin) } : box
}

function layReport(
  report: GraphReport,
  { how, isAgain, id }: { readonly how: string; readonly isAgain: boolean; readonly id: string },
  corner: Corner,
): Box {
  const words = isAgain ? reportWords(report).slice(0, 2) : reportWords(report)
  const again = isAgain ? [{ text: WORDS.pictures.drawnAbove, size: SMALL, most: 1, isSoft: true }] : []
  const lines = [...words, { text: how, size: SMALL, most: 2 }, ...again]
  return layBox(`report ${id}`, isAgain ? 'report open' : 'report', lines.map(larger), corner)
}

// Nothing is smaller than this on a phone.
function larger<T extends { readonly size: number }>(paragraph: T): T {
  return { ...paragraph, size: Math.max(SMALL, paragraph.size) }
}

function layBranch(teller: Box, report: Box, x: number): Edge {
  const points = [
    [x, teller.y + teller.height],
    [x, middle(report)],
    [report.x, middle(report)],
  ] as const
  return { from: teller.id, to: report.id, points, look: 'known' }
}

function layUnknown({ unknown, unknownReports = unknown.length }: OriginsGraph, top: number, width: number): Box[] {
  if (unknown.length === 0) return []
  const words = [
    { text: WORDS.figures.lineageUnknown, size: 13, most: 1, isBold: true },
    { text: WORDS.figures.lineageMeaning, size: SMALL, most: 4, isSoft: true },
  ]
  const { lines, height } = stackText(words, { x: PAD, y: top + PAD, width: width - 2 * PAD })
  let y = Math.ceil(top + height + 2 * PAD)
  const inside: Box[] = []
  for (const report of unknown) {
    const corner = { x: PAD, y, width: width - 2 * PAD }
    const box = layBox(`unknown ${report.id}`, 'report', reportWords(report).map(larger), corner)
    inside.push({ ...box, within: 'unknown' })
    y = box.y + box.height + BETWEEN
  }
  const more = unknownReports - unknown.length
  if (more > 0) {
    const text = [{ text: WORDS.figures.moreReports(more), size: SMALL, most: 2, isSoft: true }]
    const box = layWords('unknown more', text, { x: PAD, y, width: width - 2 * PAD })
    inside.push({ ...box, within: 'unknown' })
    y = Math.ceil(box.y + box.height + BETWEEN)
  }
  return [{ id: 'unknown', x: 1, y: top, width: width - 2, height: y - top, look: 'bucket', lines }, ...inside]
}
