// Boxes around text: what pictures are put together from.
import { oneLine } from '../model/one-line.ts'
import type { Box, Line } from './figure.ts'
import { type Paragraph, stackText } from './stack-text.ts'

export interface Corner {
  readonly x: number
  readonly y: number
  readonly width: number
}

export const PAD = 8 // between a border and the text within

/** Text without a border. */
export function layWords(id: string, paragraphs: readonly Paragraph[], corner: Corner): Box {
  const { lines, height, whole } = stackText(paragraphs, corner)
  return { id, ...corner, height, look: 'plain', lines, ...(whole && { whole }) }
}

/** Text within a border, as high as it needs. */
export function layBox(id: string, look: string, paragraphs: readonly Paragraph[], corner: Corner, pad = PAD): Box {
  const { x, y, width } = corner
  const { lines, height, whole } = stackText(paragraphs, { x: x + pad, y: y + pad - 2, width: width - 2 * pad })
  return { id, ...corner, height: Math.ceil(height + 2 * pad - 2), look, lines, ...(whole && { whole }) }
}

/** What the picture is of, where no page says it. */
export function layHeading(
  wording: string,
  width: number,
): { readonly boxes: readonly Box[]; readonly bottom: number } {
  const paragraph = { text: `“${oneLine(wording).replace(/^[“"]+|[”"]+$/g, '')}”`, size: 15, most: 8, isBold: true }
  const box = layWords('heading', [paragraph], { x: 2, y: 6, width: width - 4 })
  return { boxes: [box], bottom: Math.ceil(box.y + box.height + 12) }
}

/** The box in the middle of a height that it shares with others. */
export function centre(box: Box, y: number, height: number): Box {
  const moved = Math.floor(y + (height - box.height) / 2) - box.y
  const lines = box.lines.map((line): Line => ({ ...line, y: round(line.y + moved) }))
  return { ...box, y: box.y + moved, lines }
}

/** Where an edge starts or ends at the side of a box. */
export function middle({ y, height }: Box): number {
  return round(y + height / 2)
}

/** To a tenth of a pixel: the same text on every machine. */
export function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
