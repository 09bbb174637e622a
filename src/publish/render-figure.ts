// A figure as SVG: within a page, where the page's stylesheet gives it its colours, or as a file of its own that brings them
// along and follows light and dark by itself. No script, no style attribute, nothing from elsewhere; all text is escaped.
import { COLOURS, FIGURE_STYLE, LIGHT_COLOURS } from './colours.ts'
import type { Box, Edge, Figure, Line } from './figure.ts'
import { plainText } from './fit-text.ts'
import { attribute, type Html, html } from './html.ts'
import { WORDS } from './interface-words.ts'

/** The figure in a page, in a box of its own that scrolls where the screen is narrower. A very long one opens on a click. */
export function renderFigure(figure: Figure): Html {
  const name = WORDS.figures.names[figure.kind]
  const box = html`<div class="figure" role="region" aria-label="${name}" tabindex="0">${drawSvg(figure, { id: figure.kind })}</div>`
  return figure.height <= LONG ? box : html`<details><summary>${name}</summary>${box}</details>`
}

const LONG = 2400 // pixels: three screens

/** The figure as a file. `font`: always on a light ground, in this font. */
export function renderSvgFile(figure: Figure, font?: string): string {
  const colours = font === undefined ? COLOURS : LIGHT_COLOURS
  const face = font === undefined ? '' : `svg text { font-family: ${font}; }`
  const style = html`<style>${colours}${FIGURE_STYLE}${face}</style>
<rect class="paper" x="${-MARGIN}" y="${-MARGIN}" width="100%" height="100%"/>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawSvg(figure, { id: figure.kind, margin: MARGIN, inner: style })}\n`
}

/** Of a file; a page has its own. */
export const MARGIN = 12

interface Drawn {
  readonly id: string // what the ids of its title and its text begin with
  readonly look?: string // a class beside its kind
  readonly margin?: number
  readonly inner?: Html
}

/** The figure as an element. */
export function drawSvg(figure: Figure, { id, look, margin = 0, inner }: Drawn): Html {
  const { kind, title, about, boxes, edges } = figure
  const [width, height] = [figure.width + 2 * margin, figure.height + 2 * margin]
  return html`<svg xmlns="http://www.w3.org/2000/svg" class="${kind}${look !== undefined && ` ${look}`}" width="${width}" height="${height}" viewBox="${-margin} ${-margin} ${width} ${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-about">
<title id="${id}-title">${plainText(title)}</title>
<desc id="${id}-about">${plainText(about)}</desc>
${inner}
${edges.map(drawEdge)}
${boxes.map(drawBox)}
</svg>`
}

function drawEdge({ points, look, label }: Edge): Html {
  const [first, ...others] = points.map(([x, y]) => `${x} ${y}`)
  return html`<path class="${look}" d="M${first ?? ''}${others.map((point) => `L${point}`)}"/>${label && drawLine(label)}
`
}

function drawBox(box: Box): Html {
  const { x, y, width, height, look, lines, whole } = box
  const [kind, shape] = look.split(' ')
  const border =
    kind === 'mark'
      ? html`<path class="${look}" d="${drawMark(shape ?? '', x + width / 2, y + height / 2)}"/>`
      : kind !== 'plain' && html`<rect class="${look}" x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/>`
  const title = whole === undefined ? '' : html`<title>${plainText(whole)}</title>`
  return html`<g>${title}${border}${lines.map(drawLine)}</g>
`
}

function drawLine({ text, x, y, size, isBold, isSoft }: Line): Html {
  return html`<text x="${x}" y="${y}" font-size="${size}"${attribute('class', isSoft ? 'soft' : undefined)}${attribute('font-weight', isBold ? '600' : undefined)}>${plainText(text)}</text>`
}

/** The shape of a mark around its middle: told by form, not by colour. */
function drawMark(kind: string, x: number, y: number): string {
  const disc = (r: number): string => `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
  const shapes: Readonly<Record<string, string>> = {
    put: disc(5),
    passed: disc(3),
    announced: `M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${x - 6.5} ${y}Z`,
    confirmed: `M${x - 6} ${y}L${x - 2} ${y + 5}L${x + 6} ${y - 5}`,
    denied: `M${x - 5} ${y - 5}L${x + 5} ${y + 5}M${x + 5} ${y - 5}L${x - 5} ${y + 5}`,
    doubted: `M${x} ${y - 5}L${x + 6} ${y + 5}L${x - 6} ${y + 5}Z`,
    silent: disc(5),
    none: disc(1.5),
    corrected: `M${x - 5} ${y - 5}h10v10h-10ZM${x - 5} ${y + 5}L${x + 5} ${y - 5}`,
  }
  return shapes[kind] ?? disc(5)
}
