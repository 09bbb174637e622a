// The origins of a claim as a picture: on the left who told it, then the outlet that heard it, then the reports that printed
// it, each edge with how the claim came along it. Each origin is a band of its own, so that two which one outlet heard stay
// apart. What may be one is joined by a dashed line; reports of unknown lineage stand below, joined to nothing.

import { oneLine } from '../model/one-line.ts'
import type { OriginsGraph } from '../model/origins-graph.ts'
import type { Box, Figure } from './figure.ts'
import { WORDS } from './interface-words.ts'
import { BETWEEN, type Columns, GAPS, layBands, WIDTHS } from './lay-bands.ts'
import { layBox, layHeading, layWords, PAD } from './lay-box.ts'
import { layDoubts } from './lay-doubts.ts'
import { stackText } from './stack-text.ts'
import { footWords, NAME, reportWords, SMALL, tellOrigins } from './tell-origins.ts'

/** The picture; with a heading where no page says what it is of. */
export function drawOrigins(graph: OriginsGraph, { hasHeading = false } = {}): Figure {
  const doubts = layDoubts(graph)
  const left = doubts.width
  const hearer = left + WIDTHS.teller + GAPS.heard
  const columns = { teller: left, hearer, report: hearer + WIDTHS.hearer + GAPS.printed }
  const width = columns.report + WIDTHS.report + 2
  const heading = hasHeading ? layHeading(graph.wording, width) : { boxes: [], bottom: 4 }
  const heads = graph.origins.length > 0 ? layHeads(columns, heading.bottom) : []
  const bands = layBands(graph, columns, heading.bottom + (heads.length > 0 ? 2 * SMALL : 0))
  const bucket = layUnknown(graph, { left, right: width - 1, report: columns.report, top: bands.bottom })
  const last = bucket[0]
  const top = last ? last.y + last.height + BETWEEN : bands.bottom
  const foot = layWords('foot', footWords(graph), { x: left, y: top, width: width - left - 4 })
  const boxes = [...heading.boxes, ...heads, ...bands.boxes, ...bucket, foot]
  return {
    kind: 'origins',
    width,
    height: Math.ceil(foot.y + foot.height + 6),
    title: WORDS.figures.originsOf(oneLine(graph.wording)),
    about: tellOrigins(graph).join(' '),
    boxes,
    edges: [...bands.edges, ...doubts.draw(boxes)],
  }
}

function layHeads({ teller, hearer, report }: Columns, y: number): Box[] {
  const heads = [
    [WORDS.figures.toldBy, teller],
    [WORDS.figures.heardBy, hearer],
    [WORDS.figures.printedIn, report],
  ] as const
  return heads.map(([text, x]) => {
    const width = WIDTHS.hearer
    return layWords(`head ${text}`, [{ text, size: SMALL, most: 1, isSoft: true }], { x, y, width })
  })
}

interface Place {
  readonly left: number
  readonly right: number
  readonly report: number
  readonly top: number
}

// The bucket first, then what lies in it.
function layUnknown({ unknown }: OriginsGraph, { left, right, report: x, top }: Place): Box[] {
  if (unknown.length === 0) return []
  const inside: Box[] = []
  let bottom = top + BETWEEN
  for (const report of unknown) {
    const corner = { x: x - PAD, y: bottom, width: WIDTHS.report }
    const box = layBox(`unknown ${report.id}`, 'report', reportWords(report), corner)
    inside.push({ ...box, within: 'unknown' })
    bottom = box.y + box.height + BETWEEN
  }
  const words = [
    { text: WORDS.figures.lineageUnknown, size: NAME, most: 1, isBold: true },
    { text: WORDS.figures.lineageMeaning, size: SMALL, most: 6, isSoft: true },
  ]
  const { lines, height } = stackText(words, { x: left + PAD, y: top + PAD, width: x - left - 4 * PAD })
  const tall = Math.max(bottom - top, Math.ceil(height + 2 * PAD))
  return [{ id: 'unknown', x: left, y: top, width: right - left, height: tall, look: 'bucket', lines }, ...inside]
}
