// Paragraphs of different sizes, one under the other, cut to what a box holds.
import type { Line } from './figure.ts'
import { fitText, plainText } from './fit-text.ts'

export interface Paragraph {
  readonly text: string
  readonly size: number
  readonly most: number // lines
  readonly isBold?: boolean
  readonly isSoft?: boolean
}

export interface Stacked {
  readonly lines: readonly Line[]
  readonly height: number
  readonly whole?: string // all of the text, where some of it was cut
}

const LEADING = 1.3 // of the size: room for what stands above and below the line in any script

/** The paragraphs as lines from the corner given, each at most so wide. Empty ones take no room. */
export function stackText(
  paragraphs: readonly Paragraph[],
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
): Stacked {
  const lines: Line[] = []
  let bottom = y
  let isCut = false
  for (const { text, ...look } of paragraphs) {
    if (plainText(text) === '') continue
    const fitted = fitText(text, { ...look, width })
    isCut ||= fitted.isCut
    for (const line of fitted.lines) {
      const { size, isBold, isSoft } = look
      bottom += size * LEADING
      lines.push({
        text: line,
        x,
        y: round(bottom - size * 0.3),
        size,
        ...(isBold && { isBold }),
        ...(isSoft && { isSoft }),
      })
    }
  }
  const whole = paragraphs.map(({ text }) => plainText(text)).filter((text) => text !== '')
  return { lines, height: round(bottom - y), ...(isCut && { whole: whole.join('; ') }) }
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
