// Who spoke to whom, as a picture: speakers on the left, hearers on the right, and between them a line that is the thicker the
// more was said. Whoever is no outlet has a dashed border on the right. What the lines cannot tell exactly the table does.

import type { PicturedFlow, PicturedHearer, PicturedVoices } from '../../model/edition-pictures.ts'
import { oneLine } from '../../model/one-line.ts'
import type { Box, Edge, Figure } from '../figure.ts'
import { WORDS } from '../interface-words.ts'
import { layBox, layWords, round } from '../lay-box.ts'
import type { Paragraph } from '../stack-text.ts'
import { isNarrow } from './picture.ts'
import { hearerName, tellVoices } from './tell-voices.ts'

const NAME = 13
const SMALL = 12
const SIDE = { wide: 220, narrow: 136 } // of the boxes on either side
const BETWEEN = 8
const PORT = 9 // between two lines that end at one box
const STEPS = [1, 2, 4, 8, 16] // statements from which on a line is one step thicker

/** The picture, so many pixels wide. */
export function drawVoices(data: PicturedVoices, width: number): Figure {
  const words = WORDS.pictures
  const { speakers, hearers, flows } = data
  const side = isNarrow(width) ? SIDE.narrow : SIDE.wide
  const order = orderHearers(data)
  const heads = speakers.length === 0 ? [] : layHeads(side, width)
  const top = heads.length === 0 ? 4 : 24
  const from = stack(
    speakers.map(({ name, statements }, at) => {
      const ports = flows.filter((flow) => flow.from === at).length
      return layPort(`speaker ${at}`, 'teller', [heading(name), counts(words.statements(statements))], {
        x: 1,
        width: side,
        ports,
      })
    }),
    top,
  )
  const to = stack(
    order.map((at) => {
      const hearer = hearers[at] ?? { kind: 'unstated' as const }
      const own = flows.filter((flow) => flow.to === at)
      const heard = own.reduce((sum, { statements }) => sum + statements, 0)
      const look = hearer.kind === 'outlet' ? 'hearer' : 'hearer open'
      const lines = [heading(hearerName(hearer)), counts(words.statements(heard))]
      return layPort(`hearer ${at}`, look, lines, { x: width - side - 1, width: side, ports: own.length })
    }),
    top,
  )
  const [first, second] = centreShorter(from, to)
  const bottom = Math.max(top, ...[...first, ...second].map(({ y, height }) => y + height)) + BETWEEN
  const text = footOf(data)
  const foot = layWords('foot', [{ text, size: SMALL, most: 6, isSoft: true }], { x: 1, y: bottom, width: width - 2 })
  const boxes = [...heads, ...first, ...second, foot]
  return {
    kind: 'voices',
    width,
    height: Math.ceil(foot.y + foot.height + 4),
    title: words.titles.voices,
    about: tellVoices(data).join(' '),
    boxes,
    edges: joinUp(data, boxes, order),
  }
}

function footOf({ speakers, left }: PicturedVoices): string {
  const words = WORDS.pictures
  if (speakers.length === 0) return words.noVoices
  const more = left.speakers > 0 ? ` ${words.moreSpeakers(left.speakers, left.statements)}` : ''
  return words.linesMeaning + more
}

function layHeads(side: number, width: number): Box[] {
  const head = (id: string, text: string, x: number): Box =>
    layWords(id, [{ text, size: SMALL, most: 1, isSoft: true }], { x, y: 2, width: side })
  return [
    head('head speakers', WORDS.pictures.speaker, 1),
    head('head hearers', WORDS.pictures.hearer, width - side - 1),
  ]
}

function heading(name: string): Paragraph {
  return { text: oneLine(name) || '?', size: NAME, most: 3, isBold: true }
}

function counts(text: string): Paragraph {
  return { text, size: SMALL, most: 1, isSoft: true }
}

interface Port {
  readonly x: number
  readonly width: number
  readonly ports: number // lines that end at it
}

function layPort(id: string, look: string, words: readonly Paragraph[], { x, width, ports }: Port): Box {
  const box = layBox(id, look, words, { x, y: 0, width })
  return { ...box, height: Math.max(box.height, ports * PORT) }
}

function stack(boxes: readonly Box[], top: number): Box[] {
  let y = top
  return boxes.map((box) => {
    const placed = lower(box, y)
    y += box.height + BETWEEN
    return placed
  })
}

function lower(box: Box, by: number): Box {
  return { ...box, y: box.y + by, lines: box.lines.map((line) => ({ ...line, y: round(line.y + by) })) }
}

// The shorter of two columns stands in the middle of the other.
function centreShorter(a: readonly Box[], b: readonly Box[]): [Box[], Box[]] {
  const endOf = (boxes: readonly Box[]): number => Math.max(0, ...boxes.map(({ y, height }) => y + height))
  const by = Math.floor((endOf(a) - endOf(b)) / 2)
  return [by < 0 ? a.map((box) => lower(box, -by)) : [...a], by > 0 ? b.map((box) => lower(box, by)) : [...b]]
}

// Hearers stand where those stand who spoke to them, so that fewer lines cross.
function orderHearers({ hearers, flows }: PicturedVoices): number[] {
  const middle = (_: PicturedHearer, at: number): readonly [number, number] => {
    const own = flows.filter(({ to }) => to === at)
    const all = own.reduce((sum, { statements }) => sum + statements, 0)
    return [at, all === 0 ? 0 : own.reduce((sum, { from, statements }) => sum + from * statements, 0) / all]
  }
  return hearers
    .map(middle)
    .toSorted((a, b) => a[1] - b[1] || a[0] - b[0])
    .map(([at]) => at)
}

function joinUp({ flows, hearers }: PicturedVoices, boxes: readonly Box[], order: readonly number[]): Edge[] {
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const rank = new Map(order.map((hearer, at) => [hearer, at]))
  const rankOf = ({ to }: PicturedFlow): number => rank.get(to) ?? 0
  const port = (box: Box, at: number, all: number): number => round(box.y + (box.height * (at + 0.5)) / all)
  return flows.flatMap((flow): Edge[] => {
    const [from, to] = [byId.get(`speaker ${flow.from}`), byId.get(`hearer ${flow.to}`)]
    if (!from || !to) return []
    const leaving = flows.filter((other) => other.from === flow.from).toSorted((a, b) => rankOf(a) - rankOf(b))
    const coming = flows.filter((other) => other.to === flow.to).toSorted((a, b) => a.from - b.from)
    const start = port(from, leaving.indexOf(flow), leaving.length)
    const end = port(to, coming.indexOf(flow), coming.length)
    const step = STEPS.filter((least) => flow.statements >= least).length
    const isTold = hearers[flow.to]?.kind !== 'unstated'
    const points = [
      [from.x + from.width, start],
      [to.x, end],
    ] as const
    return [{ from: from.id, to: to.id, points, look: isTold ? `flow f${step}` : `flow open f${step}` }]
  })
}
