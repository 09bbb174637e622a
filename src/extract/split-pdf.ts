// Lines of a PDF as paragraphs. A line runs on unless something sets it apart: a wider gap, another size of type, an indent,
// or a short line that ends a sentence. Lines that stand at the head or foot of most pages are no part of the report.
import type { PdfLine } from './read-pdf.ts'

/** Words that were set together. */
export interface PdfBlock {
  readonly text: string
  readonly size: number
  readonly isFurniture?: true
}

/** The blocks in the order of reading, and the size of type that most of the text has. */
export function splitPdf(lines: readonly PdfLine[], pages: number): { blocks: PdfBlock[]; bodySize: number } {
  const furniture = findRepeated(lines, pages)
  const body = lines.filter((line) => !furniture.has(line))
  const look = measure(body)
  const seen = hyphenated(body)
  const blocks: PdfBlock[] = []
  let before: PdfLine | undefined
  for (const line of lines) {
    const last = blocks.at(-1)
    if (furniture.has(line)) continue
    if (before && last && runsOn(before, line, look))
      blocks[blocks.length - 1] = { ...last, text: joinWords(last.text, line.text, seen) }
    else blocks.push({ text: line.text, size: line.size })
    before = line
  }
  const repeated = [...new Set([...furniture].map(({ text }) => text))]
  const left = repeated.map((text): PdfBlock => ({ text, size: look.size, isFurniture: true }))
  return { blocks: [...blocks, ...left], bodySize: look.size }
}

const EDGE = 2 // lines at the head or foot of a page where its number, its title and the day stand
const MOST_PAGES = 0.5 // of the pages: what stands on so many of them belongs to the pages

// 3, Page 3 of 7, - 3 -, 3/7
const PAGE_NUMBER = /^\W*(?:page\s*)?\d{1,4}(?:\s*(?:of|\/|\|)\s*\d{1,4})?\W*$/i

function findRepeated(lines: readonly PdfLine[], pages: number): Set<PdfLine> {
  const edges = [...Map.groupBy(lines, ({ page }) => page).values()].flatMap((onPage) => {
    const heights = [...new Set(onPage.map(({ y }) => Math.round(y)))].sort((a, b) => b - a)
    const outer = new Set([...heights.slice(0, EDGE), ...heights.slice(-EDGE)])
    return onPage.filter(({ y }) => outer.has(Math.round(y)))
  })
  const key = ({ text }: PdfLine): string => text.replace(/\d+/g, '#').toLowerCase()
  const groups = Map.groupBy(edges, key)
  const isRepeated = (line: PdfLine): boolean => {
    const on = new Set(groups.get(key(line))?.map(({ page }) => page)).size
    return pages > 1 && on >= Math.max(2, pages * MOST_PAGES)
  }
  return new Set(edges.filter((line) => PAGE_NUMBER.test(line.text) || isRepeated(line)))
}

interface Look {
  readonly size: number // of most characters
  readonly leading: number // between the lines of a paragraph
  readonly rights: ReadonlyMap<number, number> // where full lines end, by where they begin
}

function measure(lines: readonly PdfLine[]): Look {
  const bySize = Map.groupBy(lines, ({ size }) => Math.round(size * 2) / 2)
  const weight = (some: readonly PdfLine[]): number => some.reduce((sum, { text }) => sum + text.length, 0)
  const size = [...bySize].sort(([, a], [, b]) => weight(b) - weight(a))[0]?.[0] ?? 12
  const gaps = lines.flatMap((line, at) => {
    const gap = (lines[at - 1]?.y ?? 0) - line.y
    return lines[at - 1]?.page === line.page && gap > 0 && gap < size * 3 ? [gap] : []
  })
  gaps.sort((a, b) => a - b)
  const rights = new Map<number, number>()
  for (const line of lines) rights.set(columnOf(line), Math.max(rights.get(columnOf(line)) ?? 0, line.right))
  return { size, leading: gaps[Math.floor(gaps.length * 0.3)] ?? size * 1.2, rights } // most gaps are within paragraphs
}

function columnOf({ x }: PdfLine): number {
  return Math.round(x / 40) // points: indents are narrower, columns further apart
}

const SENTENCE_END = /[.!?:…]["”’')\]]*$/

const LOOSE = 1.35 // times the leading: a wider gap sets a paragraph apart

function runsOn(before: PdfLine, line: PdfLine, { size, leading, rights }: Look): boolean {
  if (Math.abs(before.size - line.size) > 0.12 * Math.max(before.size, line.size)) return false
  const gap = before.y - line.y
  const isEnded = SENTENCE_END.test(before.text)
  const full = rights.get(columnOf(before)) ?? before.right
  const isShort = before.right < full - 0.12 * (full - before.x)
  if (before.page !== line.page || gap <= 0 || Math.abs(before.x - line.x) > 100)
    return /^\p{Ll}/u.test(line.text) || (!isEnded && !isShort) // the next column or page
  if (gap > leading * LOOSE * Math.max(1, line.size / size)) return false
  const isIndented = line.x > before.x + 0.7 * line.size && line.x < before.x + 5 * line.size
  const isLabel = before.right < before.x + 0.6 * (full - before.x) && !/^\p{Ll}/u.test(line.text)
  return isEnded ? !isIndented && !isShort : !isLabel || line.size > size * 1.1
}

const HYPHEN = /(\p{L}+)[-\u2010\u00ad]$/u
// "long-term", "cease-fire": first halves that keep their hyphen where a line breaks behind it
const FIRST_HALF =
  /^(?:self|long|short|high|low|well|ill|non|anti|pro|post|cross|mid|ex|half|multi|semi|so|vice|all|far|right|left|full|part|hard|old|new|one|two|three|four|five|six|ten|first|second|third|early|late|north|south|east|west|state|war|year|day|cease|face|sea|air|land|oil|gas|grain|arms|would|then|single|double|\p{Lu}\p{L}*)$/u

/** "govern-" and "ment" -> government; "long-" and "term" -> long-term. */
function joinWords(before: string, after: string, seen: ReadonlySet<string>): string {
  const half = HYPHEN.exec(before)?.[1]
  if (half === undefined || !/^\p{L}/u.test(after)) return `${before} ${after}`
  const next = /^\p{L}+/u.exec(after)?.[0] ?? ''
  const isCompound =
    !/^\p{Ll}/u.test(after) ||
    seen.has(`${half}-${next}`.toLowerCase()) ||
    (FIRST_HALF.test(half) && !seen.has(`${half}${next}`.toLowerCase()))
  return isCompound ? before + after : before.replace(/[-\u2010\u00ad]$/u, '') + after
}

/** The words of the text that stand within its lines: they tell whether a broken one has a hyphen of its own. */
function hyphenated(lines: readonly PdfLine[]): Set<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}+(?:-\p{L}+)?/gu) ?? []))
}
