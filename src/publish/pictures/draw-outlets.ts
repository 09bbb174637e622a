// How much each outlet printed, as a picture: a bar for each, the reprints of another's text at its end with a dashed border.
// Numbers stand beside every bar.

import type { PicturedOutlet, PicturedOutlets } from '../../model/edition-pictures.ts'
import { oneLine } from '../../model/one-line.ts'
import type { Box, Figure } from '../figure.ts'
import { WORDS } from '../interface-words.ts'
import { layWords } from '../lay-box.ts'
import { isNarrow } from './picture.ts'
import { tellOutlets } from './tell-outlets.ts'

const NAME = 13
const SMALL = 12
const LABEL = 200 // of the outlet's name beside its bar
const NUMBERS = { wide: 230, narrow: 150 } // of the words behind the longest bar
const EDGE = 2
const BAR = 14
const GAP = 8

/** The picture, so many pixels wide. */
export function drawOutlets(data: PicturedOutlets, width: number): Figure {
  const words = WORDS.pictures
  const { rows, left } = data
  const most = Math.max(1, ...rows.map(({ reports }) => reports))
  const narrow = isNarrow(width)
  const start = narrow ? EDGE : LABEL
  const numbers = narrow ? NUMBERS.narrow : NUMBERS.wide
  const room = width - start - numbers - 8
  const boxes: Box[] = []
  let y = 4
  for (const [at, row] of rows.entries()) {
    const name = row.outlet ?? words.outletUnknown
    const label = layWords(
      `outlet ${at}`,
      [{ text: oneLine(name) || words.outletUnknown, size: NAME, most: 2, isBold: row.outlet !== undefined }],
      { x: EDGE, y, width: narrow ? width - EDGE : LABEL - 14 },
    )
    const bar = layBar(row, at, {
      x: start,
      y: narrow ? Math.ceil(label.y + label.height + 3) : y + 2,
      perReport: room / most,
      numbers,
    })
    boxes.push(label, ...bar)
    y = Math.ceil(Math.max(...[label, ...bar].map((box) => box.y + box.height)) + GAP)
  }
  const foot = [
    rows.length === 0 ? words.noOutlets : '',
    left.outlets > 0 ? words.moreOutlets(left.outlets, left.reports) : '',
    rows.some(({ reprints }) => reprints > 0) ? words.reprintsMeaning : '',
  ]
  const text = foot.filter((sentence) => sentence !== '').join(' ')
  const last = layWords('foot', [{ text, size: SMALL, most: 6, isSoft: true }], { x: EDGE, y, width: width - EDGE })
  if (text !== '') boxes.push(last)
  return {
    kind: 'outlets',
    width,
    height: Math.ceil((text === '' ? y : last.y + last.height) + 4),
    title: words.titles.outlets,
    about: tellOutlets(data).join(' '),
    boxes,
    edges: [],
  }
}

interface Place {
  readonly x: number
  readonly y: number
  readonly perReport: number
  readonly numbers: number // as wide as the words may be
}

function layBar({ reports, reprints }: PicturedOutlet, at: number, { x, y, perReport, numbers }: Place): Box[] {
  const own = Math.floor((reports - reprints) * perReport)
  const others = reprints > 0 ? Math.max(3, Math.floor(reprints * perReport)) : 0
  const bar = (id: string, from: number, width: number, look: string): Box[] =>
    width > 0 ? [{ id, x: from, y, width, height: BAR, look, lines: [] }] : []
  const words = [{ text: WORDS.pictures.reports(reports, reprints), size: SMALL, most: 2, isSoft: true }]
  return [
    ...bar(`own ${at}`, x, own, 'bar'),
    ...bar(`reprints ${at}`, x + own, others, 'bar open'),
    layWords(`number ${at}`, words, { x: x + own + others + 6, y: y - 2, width: numbers - 6 }),
  ]
}
