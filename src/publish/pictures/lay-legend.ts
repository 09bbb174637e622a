// The marks of a picture, and what each of them means: in a row while there is room, then in the next.
import { MARK_KINDS, type MarkKind } from '../../model/edition-pictures.ts'
import type { Box } from '../figure.ts'
import { WORDS } from '../interface-words.ts'
import { layWords } from '../lay-box.ts'
import { measureText } from '../measure-text.ts'

export const MARK = 14
const SIZE = 12
const ROW = 21
const APART = 16

/** A mark as a box, from its upper left corner. `none`: nothing happened. */
export function layMark(id: string, kind: MarkKind | 'none', x: number, y: number): Box {
  return { id, x, y, width: MARK, height: MARK, look: `mark ${kind}`, lines: [] }
}

/** The marks of these kinds with their words, from the left. */
export function layLegend(kinds: readonly MarkKind[], { x: left, y: top }: Pick<Box, 'x' | 'y'>, width: number): Box[] {
  const boxes: Box[] = []
  let [x, y] = [left, top]
  for (const kind of MARK_KINDS.filter((each) => kinds.includes(each))) {
    const text = WORDS.pictures.marks[kind]
    const wide = Math.ceil(measureText(text, SIZE)) + 1
    if (x > left && x + MARK + 4 + wide > width) [x, y] = [left, y + ROW]
    const words = layWords(`legend ${kind}`, [{ text, size: SIZE, most: 1 }], { x: x + MARK + 4, y, width: wide })
    boxes.push(layMark(`legend mark ${kind}`, kind, x, y + 2), words)
    x += MARK + 4 + wide + APART
  }
  return boxes
}
