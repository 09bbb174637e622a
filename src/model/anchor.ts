// Evidence as the W3C's Web Annotation Data Model selects it: by its words with what stands around them, and by position.
// It counts in code points, JavaScript in UTF-16 units; this file alone goes from the one to the other.
import { makeSpan, type Span } from './span.ts'

/** Words of a stored text, told so that other programs find them. `source`: the permanent address of the text. */
export interface Anchor {
  readonly source: string
  readonly selector: Selectors
}

export type Selectors = readonly [TextQuote, TextPosition]

export interface TextQuote {
  readonly type: 'TextQuoteSelector'
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
}

/** Half-open, in code points of the text. */
export interface TextPosition {
  readonly type: 'TextPositionSelector'
  readonly start: number
  readonly end: number
}

const AROUND = 32 // units on each side, as the model advises a short context

/** The anchor of a span of a text that stands at an address. */
export function makeAnchor(text: string, span: Span, source: string): Anchor {
  return { source, selector: makeSelectors(text, span) }
}

/** Both selectors of a span. No character is cut in two, neither at its edges nor at those of the context. */
export function makeSelectors(text: string, { start, end }: Span): Selectors {
  const from = wholeAt(text, Math.max(0, start - AROUND))
  const to = wholeAt(text, Math.min(text.length, end + AROUND))
  const first = start - countPairs(text, 0, start)
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(from, start),
      suffix: text.slice(end, to),
    },
    { type: 'TextPositionSelector', start: first, end: first + (end - start) - countPairs(text, start, end) },
  ]
}

/** The span that a position selects; undefined where it does not lie in the text or is empty. */
export function findPosition(text: string, { start, end }: Pick<TextPosition, 'start' | 'end'>): Span | undefined {
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end)) return undefined
  const from = unitsAt(text, 0, start)
  const to = from === undefined ? undefined : unitsAt(text, from, end - start)
  return from === undefined || to === undefined ? undefined : makeSpan(text, from, to)
}

// So many code points after an offset; undefined past the end.
function unitsAt(text: string, from: number, points: number): number | undefined {
  let at = from
  for (let passed = 0; passed < points; passed += 1) {
    if (at >= text.length) return undefined
    at += isPair(text, at) ? 2 : 1
  }
  return at
}

function countPairs(text: string, start: number, end: number): number {
  let pairs = 0
  for (let at = start; at < end - 1; at += 1) {
    if (!isPair(text, at)) continue
    pairs += 1
    at += 1
  }
  return pairs
}

function isPair(text: string, at: number): boolean {
  return isBetween(text.charCodeAt(at), 0xd800, 0xdbff) && isBetween(text.charCodeAt(at + 1), 0xdc00, 0xdfff)
}

function wholeAt(text: string, at: number): number {
  return at > 0 && isPair(text, at - 1) ? at - 1 : at
}

function isBetween(code: number, least: number, most: number): boolean {
  return code >= least && code <= most
}
