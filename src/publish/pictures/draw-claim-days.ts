// The week's claims as a picture: a line for each with a place for each day, and in it a mark for each thing that reports of
// the day did to the claim. Marks differ in shape; a number says how many reports, where it is not one.
import type { MarkKind, PicturedAct, PicturedClaim, PicturedClaims } from '../../model/edition-pictures.ts'
import type { Day } from '../../model/id.ts'
import type { Box, Figure } from '../figure.ts'
import { WORDS } from '../interface-words.ts'
import { layWords } from '../lay-box.ts'
import { layLegend, layMark, MARK } from './lay-legend.ts'
import { isNarrow } from './picture.ts'
import { ruleAt } from './rule-at.ts'
import { asQuoted, tellClaimDays } from './tell-claim-days.ts'

const NAME = 13
const SMALL = 12
const EDGE = 2
const LABEL = 262 // of the wording beside its line
const STEP = 19 // between two marks of one day
const GAP = 9

interface Grid {
  readonly days: readonly Day[]
  readonly left: number // where the first day begins
  readonly column: number
  readonly label: number // as wide as the wording may be
}

/** The picture, so many pixels wide. */
export function drawClaimDays(data: PicturedClaims, width: number): Figure {
  const words = WORDS.pictures
  const { days, rows, left } = data
  const narrow = isNarrow(width)
  const start = narrow ? EDGE : LABEL
  const grid = {
    days,
    left: start,
    column: Math.floor((width - start) / Math.max(1, days.length)),
    label: narrow ? width - EDGE : LABEL - 18,
  }
  const boxes: Box[] = []
  const kinds = new Set<MarkKind>()
  let y = 2
  if (rows.length > 0) {
    const heads = layHeads(grid, y)
    boxes.push(...heads)
    y = bottomOf(heads) + 4
  }
  for (const [at, row] of rows.entries()) {
    boxes.push(ruleAt(`rule ${at}`, y, width))
    const label = layWords(`claim ${at}`, [{ text: asQuoted(row), size: NAME, most: narrow ? 2 : 3 }], {
      x: EDGE,
      y: y + 4,
      width: grid.label,
    })
    const marks = layRow(row, at, grid, narrow ? bottomOf([label]) + 4 : y + 6)
    boxes.push(label, ...marks)
    for (const { kind } of row.acts) kinds.add(kind)
    y = Math.ceil(bottomOf([label, ...marks]) + GAP)
  }
  const legend = layLegend([...kinds], { x: EDGE, y: y + 4 }, width)
  boxes.push(...legend)
  const note = [words.daysMeaning, ...(left > 0 ? [words.moreClaims(left)] : [])].join(' ')
  const text = rows.length === 0 ? words.noClaims : note
  const below = legend.length > 0 ? bottomOf(legend) + 6 : y
  boxes.push(
    layWords('foot', [{ text, size: SMALL, most: 5, isSoft: true }], { x: EDGE, y: below, width: width - EDGE }),
  )
  return {
    kind: 'claims',
    width,
    height: Math.ceil(bottomOf(boxes) + 4),
    title: words.titles.claims,
    about: tellClaimDays(data).join(' '),
    boxes,
    edges: [],
  }
}

function layHeads({ days, left, column }: Grid, y: number): Box[] {
  return days.map((day, at) => {
    const [weekday, number] = WORDS.pictures.dayHead(day)
    const lines = [
      { text: weekday, size: SMALL, most: 1, isBold: true },
      { text: number, size: SMALL, most: 1, isSoft: true },
    ]
    return layWords(`day ${at}`, lines, { x: left + at * column, y, width: column - 2 })
  })
}

// A dot where nothing was done keeps the days apart.
function layRow({ acts }: PicturedClaim, row: number, { days, left, column }: Grid, y: number): Box[] {
  return days.flatMap((day, at): Box[] => {
    const x = left + at * column
    const own = acts.filter((act) => act.day === day)
    if (own.length === 0) return [layMark(`none ${row} ${at}`, 'none', x + 2, y)]
    return own.flatMap((act, nth) => layAct(act, `${row} ${at} ${nth}`, { x: x + 2, y: y + nth * STEP, column }))
  })
}

function layAct(
  { kind, reports }: PicturedAct,
  id: string,
  { x, y, column }: { readonly x: number; readonly y: number; readonly column: number },
): Box[] {
  const mark = layMark(`mark ${id}`, kind, x, y)
  if (reports < 2) return [mark]
  const number = [{ text: reports < 1000 ? String(reports) : `${Math.floor(reports / 1000)}k`, size: SMALL, most: 1 }]
  return [mark, layWords(`number ${id}`, number, { x: x + MARK + 2, y: y - 2, width: column - MARK - 6 })]
}

function bottomOf(boxes: readonly Box[]): number {
  return Math.max(0, ...boxes.map(({ y, height }) => y + height))
}
