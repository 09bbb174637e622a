// Quotations by paired marks. A quotation that goes on in the next paragraph is opened again there and closed once.
import type { Doc } from '../model/doc.ts'
import { makeSpan, type Span } from '../model/span.ts'

const CLOSER: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '"': '"', "''": "''" }

/**
 * The quotations of the doc, marks included, in order. One that runs over paragraphs is one span a paragraph, each
 * from its opening mark to its end: the American rule leaves the closing mark out until the last paragraph.
 * An opening mark that nothing closes, and that no paragraph takes up again, opens nothing: rather miss a quotation.
 */
export function findQuotations(doc: Doc): Span[] {
  const found: Span[] = []
  const blocks = doc.blocks.map(({ span }) => span)
  blocks.forEach((block, i) => {
    const text = doc.text.slice(block.start, block.end)
    let at = 0
    const hopeless = new Set<string>() // marks that nothing closes from here to the end of the paragraph
    while (at < text.length) {
      const mark = markAt(text, at)
      const closers = CLOSER[mark]
      if (!closers || hopeless.has(closers) || !opens(text, at, mark)) {
        at += 1
        continue
      }
      const close = findClose(text, at + mark.length, closers)
      if (close >= 0) found.push(makeSpan(doc.text, block.start + at, block.start + close))
      else if (isTakenUpAgain(doc.text, blocks[i + 1], mark)) {
        found.push(makeSpan(doc.text, block.start + at, block.end))
        break
      }
      if (close < 0) hopeless.add(closers)
      at = close >= 0 ? close : at + mark.length
    }
  })
  return found
}

// ''The levy is dead,'' she said.: two apostrophes are the wire's quotation mark
function markAt(text: string, at: number): string {
  return text.startsWith("''", at) ? "''" : (text[at] ?? '')
}

// 6" or 5'10": a straight mark after a figure measures, and one with a space or the end after it closes.
function opens(text: string, at: number, mark: string): boolean {
  if (mark !== '"' && mark !== "''") return true
  const before = text[at - 1] ?? ' '
  const after = text[at + mark.length] ?? ' '
  return !/[\p{L}\p{N}]/u.test(before) && !/\s/.test(after)
}

/** The offset just past the closing mark, or -1. */
function findClose(text: string, from: number, closers: string): number {
  for (let at = from; at < text.length; at++) {
    const mark = markAt(text, at)
    if (closers === "''" ? mark !== closers : !closers.includes(mark)) continue
    if (/^[“”»]$/.test(mark) || /[^\s([{]/.test(text[at - 1] ?? ' ')) return at + mark.length
  }
  return -1
}

function isTakenUpAgain(text: string, next: Span | undefined, mark: string): boolean {
  return next !== undefined && text[next.start] === mark
}
